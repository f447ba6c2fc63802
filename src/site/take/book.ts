import { toPageForm } from "../../core/document/display.ts";
import { type Language, languages, type Report, wordsIn } from "../../core/document/report.ts";
import { nameNarrator, tellNarrator } from "../../pages/narrator.ts";
import type { Words } from "../../pages/page.ts";
import { listedSections, sectionHeading } from "../../pages/section-headings.ts";
import type { Printer } from "../render.ts";
import { compileBookStyles } from "../styles.ts";
import { createReportWords } from "../words.ts";
import { contextFor } from "./context.ts";
import { type BookDocument, type Narration, packBook } from "./epub.ts";
import { toXhtml } from "./xhtml.ts";

/** Calls `of` for each language. */
function inEach(of: (language: Language) => string): Readonly<Record<Language, string>> {
  return { "zh-CN": of("zh-CN"), en: of("en") };
}

/** What stands between two sentences. */
const spaces: Readonly<Record<Language, string>> = { "zh-CN": "", en: " " };

/** Tells in a language who speaks in the recordings of a book; "" if nothing is known. */
function tellNarrations(
  narrations: ReadonlyMap<Language, Narration>,
  language: Language,
  words: Words,
): string {
  return [...narrations]
    .flatMap(([spoken, { narrator }]) =>
      narrator
        ? words("take.narration", {
            spoken: words(`narrator.spoken.${spoken}`),
            narrator: tellNarrator(words, narrator, spoken, true),
          })
        : [],
    )
    .join(spaces[language]);
}

/**
 * Makes an EPUB of a report in both languages, with both glossaries. Chapters with a narration can
 * be listened to. `addressOf` gives the report's URL in a language, if known.
 */
export function makeBook(
  printer: Printer,
  report: Report,
  addressOf: (language: Language) => string | undefined,
  narrations: ReadonlyMap<Language, Narration>,
): Uint8Array {
  const reportWords = {
    "zh-CN": createReportWords(report, "zh-CN"),
    en: createReportWords(report, "en"),
  };
  const words = { "zh-CN": reportWords["zh-CN"].words, en: reportWords.en.words };
  const told = inEach((language) => tellNarrations(narrations, language, words[language]));
  const documents = languages.flatMap((language): BookDocument[] => {
    const page = contextFor(report, language, "book");
    return [
      {
        name: `report.${language}`,
        language,
        xhtml: toXhtml(printer.printReportChapter(page, addressOf(language), told[language])),
        title: reportWords[language].summary.name,
        parts: [
          { id: "summary", title: words[language]("summary") },
          ...listedSections(page).map((section) => ({
            id: section.id,
            title: sectionHeading(page, section),
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
      descriptions: inEach((language) => reportWords[language].summary.description),
      accessibility: inEach((language) =>
        [words[language]("take.bookSummary"), told[language]]
          .filter(Boolean)
          .join(spaces[language]),
      ),
      narrators: [...narrations].flatMap(([language, { narrator }]) => {
        const name = narrator && nameNarrator(words[language], narrator);
        return name ? [{ language, name }] : [];
      }),
      contents: inEach((language) => words[language]("contents")),
      published: report.published,
      source: report.url ?? report.identifier,
      styles: compileBookStyles(),
    },
    documents,
  );
}
