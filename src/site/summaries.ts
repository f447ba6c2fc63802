import { languages, type Report } from "../core/document/report.ts";
import { namedFigures } from "../core/document/rich-text.ts";
import { nameLanguages } from "./language-names.ts";

/**
 * The virtual module that lists the summaries, and the prefix of the modules that contain one each.
 */
export const summariesModule = "virtual:summaries";
const summaryPrefix = "virtual:summary/";

/** Whether a module id is the list of summaries or a summary. */
export const isSummaryModule = (id: string) =>
  id === summariesModule || id.startsWith(summaryPrefix);

/**
 * Prints the list: for each report and language, the language's names and a function that loads the
 * summary.
 */
function printList(reports: readonly Report[]): string {
  const lists = reports.map((report) => {
    const available = Object.keys(report.summaries);
    const nativeNames = nameLanguages(available);
    const pageNames = languages.map((page) => [page, nameLanguages(available, page)] as const);
    const entries = available.map((language) => {
      const names = Object.fromEntries(
        pageNames.map(([page, names]) => [page, names.get(language)]),
      );
      const load = `()=>import(${JSON.stringify(`${summaryPrefix}${report.slug}/summary-${language}`)})`;
      return `${JSON.stringify(language)}:{name:${JSON.stringify(nativeNames.get(language))},names:${JSON.stringify(names)},load:${load}}`;
    });
    return `${JSON.stringify(report.slug)}:{${entries.join(",")}}`;
  });
  return `export default {${lists.join(",")}}`;
}

/** Prints a summary as an i18next resource, with the figures that it interpolates. */
function printSummary(report: Report, language: string): string {
  const found = report.summaries[language];
  if (!found) throw new Error(`${report.slug} has no summary in ${language}.`);
  const { summary, gists } = found;
  const claims = [...summary, ...Object.values(gists).flat()];
  const used = new Set(
    claims.flatMap((claim) =>
      Object.entries(namedFigures(claim, report.figures)).flatMap(([name, figures]) =>
        claim.text.includes(`{{${name}, `) ? figures : [],
      ),
    ),
  );
  const figures = [...used].map(({ sentence, token, value, unit, kind }) => ({
    sentence,
    token,
    value,
    unit,
    kind,
  }));
  return `export default ${JSON.stringify({ summary: { summary, gists }, figures })}`;
}

/** The source of a summary module. */
export function printSummaryModule(id: string, reports: readonly Report[]): string {
  if (id === summariesModule) return printList(reports);
  const [slug, language = ""] = id.slice(summaryPrefix.length).split("/summary-");
  const report = reports.find((each) => each.slug === slug);
  if (!report) throw new Error(`There is no report ${slug}.`);
  return printSummary(report, language);
}
