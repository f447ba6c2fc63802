// Annotations as files: written for the reader, and read again.
import type { Language } from "../../core/document/report.ts";
import { mergeAnnotations } from "../../core/notes/annotation.ts";
import { printNotesAsMarkdown } from "../../core/notes/markdown.ts";
import {
  printAnnotations,
  readAnnotations,
  webAnnotationType,
} from "../../core/notes/web-annotation.ts";
import { publishedText } from "../page/published.ts";
import type { PanelWords } from "../panels/words.ts";
import { saveFile } from "../platform/save-file.ts";
import { createUrn } from "../platform/unique-id.ts";
import { anchorQuote } from "./anchored.ts";
import type { ImportReport, Row } from "./NotesPanel.tsx";
import type { PageText } from "./page-text.ts";
import { pageAddress } from "./sharing.ts";
import type { NotesState } from "./state.ts";

/** The largest file that is read, in bytes. */
const largestFile = 5_000_000;

/** Saves the annotations of a report as Web Annotations in JSON-LD. */
export function saveAsJson(
  report: string,
  notes: NotesState,
  addressIn: (language: Language) => string,
): void {
  const file = printAnnotations(notes.all(), addressIn);
  saveFile(`${report}.notes.jsonld`, webAnnotationType, file);
}

/** Saves the annotations of a report as Markdown, in the order of the text. */
export function saveAsMarkdown(
  report: string,
  language: Language,
  rows: readonly Row[],
  words: PanelWords,
): void {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const list = [...rows]
    .sort((a, b) => a.order - b.order)
    .map(({ annotation, section, address }) => ({
      annotation,
      section: section || words("notes.states.lost"),
      address: new URL(address ?? "", pageAddress()).href,
      kind: words(`notes.kinds.${annotation.kind}`),
      date: date.format(new Date(annotation.modified)),
    }));
  const heading = document.querySelector("h1");
  const title = heading ? publishedText(heading) : document.title;
  const file = printNotesAsMarkdown(title, pageAddress(), list);
  saveFile(`${report}.notes.md`, "text/markdown", file);
}

/** Reads a file of annotations and adds those that are new. */
export async function importFile(
  file: File,
  report: string,
  text: PageText,
  notes: NotesState,
): Promise<ImportReport> {
  if (file.size > largestFile) return { refused: "too-large" };
  const content = await file.text().catch(() => undefined);
  if (content === undefined) return { refused: "unreadable" };
  const result = readAnnotations(content, {
    report,
    language: text.language,
    locate: (quote) => anchorQuote(text, quote),
    now: new Date().toISOString(),
    createId: createUrn,
  });
  if ("refused" in result) return result;
  const changes = mergeAnnotations(notes.all(), result.read);
  notes.change(changes);
  const known = result.read.length - changes.length;
  return { added: changes.length, known, skipped: result.skipped };
}
