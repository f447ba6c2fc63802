// Annotations as files: written for the reader, and read again.
import type { Language } from "../../core/document/report.ts";
import type { Annotation } from "../../core/notes/annotation.ts";
import { printNotesAsMarkdown } from "../../core/notes/markdown.ts";
import { mergeAnnotations } from "../../core/notes/merge.ts";
import {
  printAnnotations,
  type Reader,
  readItem,
  type Skipped,
  webAnnotationType,
} from "../../core/notes/web-annotation.ts";
import { publishedText } from "../page/published.ts";
import type { PanelWords } from "../panels/words.ts";
import { inSlices } from "../platform/in-slices.ts";
import { saveFile } from "../platform/save-file.ts";
import { createUrn } from "../platform/unique-id.ts";
import { anchorQuote } from "./anchored.ts";
import type { ImportReport, Progress, Row } from "./NotesPanel.tsx";
import type { PageText } from "./page-text.ts";
import { readFile } from "./read-file.ts";
import { pageAddress } from "./sharing.ts";
import type { NotesState } from "./state.ts";

/** Saves the annotations of a report as Web Annotations in JSON-LD. */
export async function saveAsJson(
  report: string,
  notes: NotesState,
  addressIn: (language: Language) => string,
  progress: Progress,
): Promise<void> {
  const all = notes.all();
  const parts: string[] = [];
  await inSlices(
    printAnnotations(all, addressIn),
    (part) => parts.push(part),
    (handled) => progress(handled / (all.length + 2)),
  );
  saveFile(`${report}.notes.jsonld`, webAnnotationType, parts);
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
  saveFile(`${report}.notes.md`, "text/markdown", [file]);
}

/**
 * Reads a file of annotations and adds those that are new. Of those that are here already, the notes
 * are joined.
 */
export async function importFile(
  file: File,
  report: string,
  text: PageText,
  notes: NotesState,
  progress: Progress,
): Promise<ImportReport> {
  const reader: Reader = {
    report,
    language: text.language,
    locate: (quote) => anchorQuote(text, quote),
    now: new Date().toISOString(),
    createId: createUrn,
  };
  const read: Annotation[] = [];
  const skipped: Skipped[] = [];
  const take = (item: unknown) => {
    const { annotation, skipped: left } = readItem(item, reader);
    if (annotation) read.push(annotation);
    if (left) skipped.push(left);
  };
  let before = 0;
  const refused = await readFile(file, async ({ items, share, skipped: reason }) => {
    const part = (handled: number) => before + ((share - before) * handled) / (items.length || 1);
    await inSlices(items, take, (handled) => progress(part(handled)));
    before = share;
    if (reason) skipped.push({ reason, words: "" });
  });
  if (refused) return { refused };
  const changes = mergeAnnotations(notes.all(), read);
  notes.change(changes);
  const added = changes.filter((each) => !each.before).length;
  const known = new Set(read.map(({ id }) => id)).size - added;
  return { added, known, joined: changes.length - added, skipped };
}
