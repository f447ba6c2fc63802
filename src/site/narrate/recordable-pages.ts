import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { Language } from "../../core/document/report.ts";
import { lexiconId, spokenSelector } from "../../core/page/contract.ts";
import { readSentences } from "../../core/page/sentences.ts";
import type { SpokenSentence } from "../../core/speech/script.ts";

/** A page that can be recorded. */
export interface RecordablePage {
  /** The report's folder name. */
  readonly slug: string;
  readonly language: Language;
  readonly title: string;
  readonly sentences: readonly SpokenSentence[];
  /** The report's folder. */
  readonly folder: string;
}

/**
 * The pages of a build that are reports, one for each report and language.
 *
 * @param build the folder of the build
 * @param content the folder that has `reports`
 */
export function readRecordablePages(build: string, content: string): RecordablePage[] {
  const files = readdirSync(build, { recursive: true, encoding: "utf8" }).sort();
  const pages = files
    .filter((file) => file.endsWith("index.html"))
    .flatMap((file) => {
      const { document } = new JSDOM(readFileSync(join(build, file))).window;
      const { lang, dataset } = document.documentElement;
      if (!document.getElementById(lexiconId) || !dataset.report) return [];
      return [
        {
          slug: dataset.report,
          language: lang as Language,
          title: document.title,
          sentences: readSentences(document.querySelectorAll(spokenSelector), lang),
          folder: join(content, "reports", dataset.report),
        },
      ];
    });
  return pages.filter(
    ({ slug, language }, at) =>
      pages.findIndex((each) => each.slug === slug && each.language === language) === at,
  );
}
