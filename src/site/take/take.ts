import { JSDOM } from "jsdom";
import { type Language, languages, type Report } from "../../core/document/report.ts";
import { figuresEnding, takeFolder } from "../../core/document/take.ts";
import { spokenSelector } from "../../core/page/contract.ts";
import { readSentences } from "../../core/page/sentences.ts";
import { isRecordingOf, parseCues } from "../../core/speech/recording.ts";
import type { Taken } from "../../pages/page.ts";
import { filePolicy } from "../policy.ts";
import type { FoundRecording } from "../recordings.ts";
import type { Printer } from "../render.ts";
import { createReportWords } from "../words.ts";
import { toBlocks } from "./blocks.ts";
import { makeBook } from "./book.ts";
import { contextFor } from "./context.ts";
import type { Narration } from "./epub.ts";
import { printFiguresAsCsv } from "./figures-table.ts";
import { printReportAsMarkdown, printReportAsText } from "./plain.ts";

/** A generated download. */
export interface MadeFile extends Taken {
  readonly data: Uint8Array;
}

/** The inputs for generating downloads, besides the reports. */
export interface Makings {
  readonly printer: Printer;
  readonly recordings: readonly FoundRecording[];
  /** The style sheet of the HTML files. */
  readonly fileStyles: string;
  /** The URL of a report's page; undefined if the site's URL is unknown. */
  readonly addressOf: (report: Report, language: Language) => string | undefined;
}

/** Whether the name of a file says what kind it is: there is another of the same type. */
const isNamed = (kind: Taken["kind"]) =>
  kind === "pair" || kind === "spokenBook" || kind === "figures";

/**
 * Generates the downloads of a report in each language: as an HTML file, alone and with the other
 * language in parallel; as an EPUB, with and without narration; as plain text and as Markdown; and
 * its figures as CSV.
 */
export function makeFilesToTake(report: Report, makings: Makings): MadeFile[] {
  const { printer, recordings, fileStyles, addressOf } = makings;
  const address = (language: Language) => addressOf(report, language);
  const text = (source: string) => new TextEncoder().encode(source);
  /** The recording of a page in a language; undefined if its text differs from the page's. */
  const narrationOf = (page: string, language: Language): Narration | undefined => {
    const found = recordings.find(({ key }) => key === `${report.slug}/${language}`);
    const [audio, cues] = ["mp3", "vtt"].map(
      (type) => found?.files.find(({ file }) => file.endsWith(`.${type}`))?.data,
    );
    if (!found || !audio || !cues) return undefined;
    const { narrator } = found.recording;
    const narration = { audio, cues: parseCues(new TextDecoder().decode(cues)), narrator };
    const elements = new JSDOM(page).window.document.querySelectorAll(spokenSelector);
    return isRecordingOf(narration.cues, readSentences(elements, language)) ? narration : undefined;
  };
  const book = makeBook(printer, report, address, new Map());
  return languages.flatMap((language) => {
    const reportWords = createReportWords(report, language);
    const { words } = reportWords;
    const { name, description } = reportWords.summary;
    const createFile = (kind: Taken["kind"], ending: string, data: Uint8Array): MadeFile => ({
      file: `${takeFolder}${report.slug}.${ending}`,
      name: `${name}${isNamed(kind) ? ` ${words(`take.names.${kind}`)}` : ""}.${ending.split(".").at(-1)}`,
      kind,
      language,
      slug: report.slug,
      bytes: data.length,
      data,
    });
    const file = (isPair = false) =>
      printer.printTakenFile(contextFor(report, language, "file", isPair), {
        title: name,
        description,
        styles: fileStyles,
        policy: filePolicy(fileStyles),
        address: address(language),
      });
    const blocks = toBlocks(report, language, reportWords);
    const page = file();
    const narration = narrationOf(page, language);
    const figures = printFiguresAsCsv(report, language, words, address(language));
    return [
      createFile("file", `${language}.html`, text(page)),
      createFile("pair", `${language}.pair.html`, text(file(true))),
      createFile("book", "epub", book),
      ...(narration
        ? [
            createFile(
              "spokenBook",
              `${language}.spoken.epub`,
              makeBook(printer, report, address, new Map([[language, narration]])),
            ),
          ]
        : []),
      createFile("text", `${language}.txt`, text(printReportAsText(blocks, language))),
      createFile("markdown", `${language}.md`, text(printReportAsMarkdown(blocks, language))),
      ...(figures ? [createFile("figures", figuresEnding(language), text(figures))] : []),
    ];
  });
}
