import { type Claim, type Figure, languages, type Summary } from "../core/document/report.ts";
import { finishText } from "./finish-text.ts";
import { parseSummary } from "./parse/summary.ts";
import type { YamlFile } from "./parse/yaml.ts";
import type { Problem } from "./problem.ts";
import type { ReportFolder } from "./report-folder.ts";

/** Whether a language tag is valid BCP 47 in canonical form. */
function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    // Not a language tag.
    return false;
  }
}

/** A summary file, `summary.<language>.yaml`. */
export interface SummaryFile {
  readonly language: string;
  readonly file: string;
}

/**
 * Finds the summary files of a report, page languages first. Reports a problem if there is none.
 */
export function findSummaries(
  { files, nameOf }: ReportFolder,
  problems: Problem[],
): readonly SummaryFile[] {
  const rank = (language: string) => (languages as readonly string[]).indexOf(language) >>> 0;
  const found = files.flatMap((file) => {
    const [, language] = /^summary\.(.+)\.yaml$/.exec(file) ?? [];
    return language === undefined ? [] : [{ language, file }];
  });
  for (const { language, file } of found) {
    if (!isLanguageTag(language)) {
      problems.push({
        file: nameOf(file),
        line: 1,
        expected: "a file named by a language, as in `summary.fr.yaml` (BCP 47)",
        found: `\`${language}\``,
      });
    }
  }
  if (found.length === 0) {
    problems.push({
      file: nameOf(`summary.${languages[0]}.yaml`),
      line: 1,
      expected: "a summary in one language at least",
      found: "no such file",
    });
  }
  return found.sort(
    (a, b) => rank(a.language) - rank(b.language) || a.language.localeCompare(b.language),
  );
}

/** Parses the summaries, by language. An unusable one is left out and its problems are added. */
export function parseSummaries(
  folder: ReportFolder,
  files: readonly SummaryFile[],
  problems: Problem[],
): Map<string, YamlFile<Summary>> {
  const summaries = new Map<string, YamlFile<Summary>>();
  for (const { language, file } of files) {
    const parsed = parseSummary(folder.nameOf(file), folder.read(file) ?? "");
    problems.push(...parsed.problems);
    if (parsed.value) summaries.set(language, parsed.value);
  }
  return summaries;
}

/** A summary with its figures interpolated. */
export function finishSummary(
  { value, lineOf }: YamlFile<Summary>,
  language: string,
  figures: readonly Figure[],
): YamlFile<Summary> {
  const finished = (claim: Claim) => ({ ...claim, text: finishText(claim, language, figures) });
  return {
    lineOf,
    value: {
      name: value.name,
      description: finished(value.description),
      summary: value.summary.map(finished),
      gists: Object.fromEntries(
        Object.entries(value.gists).map(([id, gist]) => [id, gist.map(finished)]),
      ),
    },
  };
}
