import { languages, type Report } from "../core/document/report.ts";
import { namedFigures } from "../core/document/rich-text.ts";
import { nameLanguages } from "./language-names.ts";

/** The module that lists the summaries, each loaded when it is asked for, and what the modules of the summaries begin with. */
export const summariesModule = "virtual:summaries";
const summaryPrefix = "virtual:summary/";

/** Whether a module is the list of the summaries or one of them. */
export const isSummaryModule = (id: string) =>
  id === summariesModule || id.startsWith(summaryPrefix);

/** The list: by report and language, what the language is called in itself and on the pages, and how to load its summary. */
function printList(reports: readonly Report[]): string {
  const lists = reports.map((report) => {
    const told = Object.keys(report.summaries);
    const own = nameLanguages(told);
    const here = languages.map((page) => [page, nameLanguages(told, page)] as const);
    const entries = told.map((language) => {
      const names = Object.fromEntries(here.map(([page, names]) => [page, names.get(language)]));
      const load = `()=>import(${JSON.stringify(`${summaryPrefix}${report.slug}/summary-${language}`)})`;
      return `${JSON.stringify(language)}:{name:${JSON.stringify(own.get(language))},names:${JSON.stringify(names)},load:${load}}`;
    });
    return `${JSON.stringify(report.slug)}:{${entries.join(",")}}`;
  });
  return `export default {${lists.join(",")}}`;
}

/** A summary as i18next's resource, and the figures that its sentences rest on. */
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

/** The source of a module of the summaries. */
export function printSummaryModule(id: string, reports: readonly Report[]): string {
  if (id === summariesModule) return printList(reports);
  const [slug, language = ""] = id.slice(summaryPrefix.length).split("/summary-");
  const report = reports.find((each) => each.slug === slug);
  if (!report) throw new Error(`There is no report ${slug}.`);
  return printSummary(report, language);
}
