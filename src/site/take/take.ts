import { JSDOM } from "jsdom";
import { type Language, languages, type Report } from "../../core/document/report.ts";
import { takeFolder } from "../../core/document/take.ts";
import { spokenSelector } from "../../core/page/contract.ts";
import { readSentences } from "../../core/page/sentences.ts";
import { isOf, parseCues } from "../../core/speech/recording.ts";
import type { Taken } from "../../pages/page.ts";
import { filePolicy } from "../policy.ts";
import type { FoundRecording } from "../recordings.ts";
import type { Printer } from "../render.ts";
import { createReportWords } from "../words.ts";
import { toBlocks } from "./blocks.ts";
import { makeBook } from "./book.ts";
import { contextFor } from "./context.ts";
import type { Narration } from "./epub.ts";
import { printReportAsMarkdown, printReportAsText } from "./plain.ts";

/** A file to take along, made. */
export interface MadeFile extends Taken {
  readonly data: Uint8Array;
}

/** What files to take along are made from, beside the reports. */
export interface Makings {
  readonly printer: Printer;
  readonly recordings: readonly FoundRecording[];
  /** The style sheet of the files of a report. */
  readonly fileStyles: string;
  /** Where a report's page is on the network; undefined where that is not known. */
  readonly addressOf: (report: Report, language: Language) => string | undefined;
}

/**
 * Makes what readers can take along of a report, for each language: the report as a file of its own, alone and with the
 * other language beside it, as a book with and without its recording, as plain text and as Markdown.
 */
export function makeFilesToTake(report: Report, makings: Makings): MadeFile[] {
  const { printer, recordings, fileStyles, addressOf } = makings;
  const address = (language: Language) => addressOf(report, language);
  const text = (source: string) => new TextEncoder().encode(source);
  /** The recording of a page in one language; none where it says something else than the page. */
  const narrationOf = (page: string, language: Language): Narration | undefined => {
    const files = recordings.find(({ key }) => key === `${report.slug}/${language}`)?.files;
    const [audio, cues] = ["mp3", "vtt"].map(
      (type) => files?.find(({ file }) => file.endsWith(`.${type}`))?.data,
    );
    if (!audio || !cues) return undefined;
    const narration = { audio, cues: parseCues(new TextDecoder().decode(cues)) };
    const elements = new JSDOM(page).window.document.querySelectorAll(spokenSelector);
    return isOf(narration.cues, readSentences(elements, language)) ? narration : undefined;
  };
  const book = makeBook(printer, report, address, new Map());
  return languages.flatMap((language) => {
    const told = createReportWords(report, language);
    const { words } = told;
    const { name, description } = told.summary;
    const made = (kind: Taken["kind"], ending: string, data: Uint8Array): MadeFile => ({
      file: `${takeFolder}${report.slug}.${ending}`,
      name: `${name}${kind === "pair" || kind === "spokenBook" ? ` ${words(`take.names.${kind}`)}` : ""}.${ending.split(".").at(-1)}`,
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
    const blocks = toBlocks(report, language, told);
    const page = file();
    const narration = narrationOf(page, language);
    return [
      made("file", `${language}.html`, text(page)),
      made("pair", `${language}.pair.html`, text(file(true))),
      made("book", "epub", book),
      ...(narration
        ? [
            made(
              "spokenBook",
              `${language}.spoken.epub`,
              makeBook(printer, report, address, new Map([[language, narration]])),
            ),
          ]
        : []),
      made("text", `${language}.txt`, text(printReportAsText(blocks, language))),
      made("markdown", `${language}.md`, text(printReportAsMarkdown(blocks, language))),
    ];
  });
}
