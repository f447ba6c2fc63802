import { toPageForm } from "../../core/document/display.ts";
import { hasOurHeading } from "../../core/document/ids.ts";
import {
  isPillar,
  type Language,
  languages,
  type Report,
  wordsIn,
} from "../../core/document/report.ts";
import type { Printer } from "../render.ts";
import { compileBookStyles } from "../styles.ts";
import { createReportWords } from "../words.ts";
import { contextFor } from "./context.ts";
import { type BookDocument, type Narration, packBook } from "./epub.ts";
import { toXhtml } from "./xhtml.ts";

/** One text in each language, by what `of` says of it. */
function inEach(of: (language: Language) => string): Readonly<Record<Language, string>> {
  return { "zh-CN": of("zh-CN"), en: of("en") };
}

/**
 * A report as an EPUB book in both languages, with the glossary of each; where there is a narration of a language, its
 * chapter can be heard. `addressOf` tells where the report is on the network, if that is known.
 */
export function makeBook(
  printer: Printer,
  report: Report,
  addressOf: (language: Language) => string | undefined,
  narrations: ReadonlyMap<Language, Narration>,
): Uint8Array {
  const told = { "zh-CN": createReportWords(report, "zh-CN"), en: createReportWords(report, "en") };
  const words = { "zh-CN": told["zh-CN"].words, en: told.en.words };
  const documents = languages.flatMap((language): BookDocument[] => {
    const page = contextFor(report, language, "book");
    const listed = page.text.sections.filter(
      (section) => isPillar(section) || hasOurHeading(section.id),
    );
    return [
      {
        name: `report.${language}`,
        language,
        xhtml: toXhtml(printer.printReportChapter(page, addressOf(language))),
        title: told[language].summary.name,
        parts: [
          { id: "summary", title: words[language]("summary") },
          ...listed.map(({ id, title }) => ({
            id,
            title: title ? toPageForm(title.text) : words[language](`parts.${id}`),
          })),
        ],
        narration: narrations.get(language),
      },
      {
        name: `glossary.${language}`,
        language,
        xhtml: toXhtml(printer.printGlossaryChapter(page)),
        title: words[language]("glossaryTitle"),
        parts: [],
      },
    ];
  });
  return packBook(
    {
      titles: inEach((language) => toPageForm(wordsIn(report, language).title.text)),
      creators: inEach((language) => report.bodies.signer[language]),
      publishers: inEach((language) => report.bodies.publisher[language]),
      descriptions: inEach((language) => told[language].summary.description),
      accessibility: inEach((language) => words[language]("take.bookSummary")),
      contents: inEach((language) => words[language]("contents")),
      published: report.published,
      source: report.url ?? report.identifier,
      styles: compileBookStyles(),
    },
    documents,
  );
}
