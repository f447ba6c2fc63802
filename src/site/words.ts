import i18next, { type i18n } from "i18next";
import { toPageForm } from "../core/document/display.ts";
import { type Claim, type Language, type Report, wordsIn } from "../core/document/report.ts";
import {
  figureFormat,
  formatFigure,
  namedFigures,
  parseRichText,
  plainText,
  type RichText,
} from "../core/document/rich-text.ts";
import type { SummaryWords, Words } from "../pages/page.ts";
import english from "../words/en.json" with { type: "json" };
import chinese from "../words/zh-CN.json" with { type: "json" };
import { nameLanguages } from "./language-names.ts";

/** The interface texts of each language: the i18next namespace `ui`. */
export const interfaceWords = { "zh-CN": chinese, en: english } as const;

/**
 * Creates the i18next instance of a page: `ui` in the page's language and `summary` in every
 * language of the report. A missing summary falls back to another language; a missing interface
 * text throws and stops the build.
 */
function createInstance(language: Language, summaries: Report["summaries"] = {}): i18n {
  const instance = i18next.createInstance();
  const resources = Object.fromEntries(
    Object.entries(summaries).map(([each, summary]) => [each, { summary }]),
  );
  instance.init({
    lng: language,
    fallbackLng: Object.keys(summaries).filter((each) => each !== language),
    load: "currentOnly",
    ns: ["ui", "summary"],
    defaultNS: "ui",
    resources: {
      ...resources,
      [language]: { ...resources[language], ui: interfaceWords[language].page },
    },
    interpolation: { escapeValue: false },
    initAsync: false,
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      const file = namespace === "ui" ? `src/words/${language}.json` : "the summaries";
      throw new Error(`${file}: no word for the key \`${key}\` of \`${namespace}\``);
    },
  });
  instance.services.formatter?.add(figureFormat, formatFigure);
  return instance;
}

const wordsOf =
  (instance: i18n): Words =>
  (key, values) =>
    instance.t(key, { ...values });

/** The interface texts of a page. Throws for a missing key. */
export function createWords(language: Language): Words {
  return wordsOf(createInstance(language));
}

/** The texts of a report's page: interface texts and the summary. */
export function createReportWords(
  report: Report,
  language: Language,
): { readonly words: Words; readonly summary: SummaryWords } {
  const instance = createInstance(language, report.summaries);
  const { usedLng } = instance.t("summary:name", { returnDetails: true });
  const summary = report.summaries[usedLng];
  if (!summary) throw new Error(`${report.slug} has no summary.`);
  const format = (path: string, claim: Claim): RichText =>
    parseRichText(
      instance.t(`summary:${path}.text`, { replace: namedFigures(claim, report.figures) }),
    );
  return {
    words: wordsOf(instance),
    summary: {
      language: usedLng,
      languageName: nameLanguages([usedLng], language).get(usedLng) ?? usedLng,
      // Title and lists are in the page's language.
      name: usedLng === language ? summary.name : toPageForm(wordsIn(report, language).title.text),
      description: plainText(format("description", summary.description)),
      sentences: summary.summary.map((claim, at) => format(`summary.${at}`, claim)),
      gists: Object.fromEntries(
        Object.entries(summary.gists).map(([id, gist]) => [
          id,
          gist.map((claim, at) => format(`gists.${id}.${at}`, claim)),
        ]),
      ),
    },
  };
}
