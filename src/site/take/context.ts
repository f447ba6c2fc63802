import { type Language, otherLanguage, type Report, wordsIn } from "../../core/document/report.ts";
import type { PageContext } from "../../pages/page.ts";
import { createReportWords } from "../words.ts";

/**
 * The page context outside the site, where there are no other pages. A file contains everything; in
 * a book the chapters are `report.<language>.xhtml` and `glossary.<language>.xhtml`.
 */
export function contextFor(
  report: Report,
  language: Language,
  edition: "file" | "book",
  isPair = false,
): PageContext {
  const chapter = (name: string, of: Language) => (edition === "book" ? `${name}.${of}.xhtml` : "");
  const other = otherLanguage(language);
  return {
    language,
    ...createReportWords(report, language),
    base: "",
    path: "",
    otherPath: chapter("report", other),
    canonicalPath: "",
    otherCanonicalPath: "",
    homePath: "",
    reportPath: chapter("report", language),
    aboutPath: "",
    glossaryPath: chapter("glossary", language),
    figuresPath: "",
    libraryPath: undefined,
    takePath: undefined,
    edition,
    beside: isPair
      ? { text: wordsIn(report, other), summary: createReportWords(report, other).summary }
      : undefined,
    report,
    text: wordsIn(report, language),
    summaryLanguages: new Map(),
    recording: undefined,
  };
}
