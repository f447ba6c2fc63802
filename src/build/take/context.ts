import {
  type Language,
  otherLanguage,
  type Report,
  type ReportWords,
  wordsIn,
} from "../../core/report/report.ts";
import type { PageContext } from "../../pages/page.ts";
import { createWords } from "../words.ts";

/**
 * A report as the printer needs it outside the site, where there are no other pages: in a file everything is in the
 * document itself, in a book the chapters are `report.<language>.xhtml` and `glossary.<language>.xhtml`.
 */
export function contextFor(
  report: Report,
  language: Language,
  edition: "file" | "book",
  beside?: ReportWords,
): PageContext {
  const chapter = (name: string, of: Language) => (edition === "book" ? `${name}.${of}.xhtml` : "");
  return {
    language,
    words: createWords(language),
    base: "",
    path: "",
    otherPath: chapter("report", otherLanguage(language)),
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
    beside,
    report,
    text: wordsIn(report, language),
    recording: undefined,
  };
}
