// Joins bookmarks, highlights and notes; loaded when the reader first marks something or opens the
// list, and where there is something to show.
import { createEffect, createMemo, createRoot } from "solid-js";
import type { Language } from "../../core/document/report.ts";
import type { Anchor, Annotation, Kind } from "../../core/notes/annotation.ts";
import { readReportAttributes } from "../../core/page/attributes.ts";
import { languageLinkSelector } from "../../core/page/contract.ts";
import { announce } from "../page/announce.ts";
import { readPublished } from "../page/published.ts";
import type { PositionRange } from "../page/text-ranges.ts";
import type { PanelWords } from "../panels/words.ts";
import { closePanel } from "../platform/popover.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { createUrn } from "../platform/unique-id.ts";
import { type Anchored, createAnchored, toRow } from "./anchored.ts";
import { createAnnotationStore } from "./annotation-store.ts";
import { attachMarking } from "./attach-marking.ts";
import { draftKey } from "./draft.ts";
import { importFile, saveAsJson, saveAsMarkdown } from "./exchange.ts";
import { mountMarkToolbar } from "./MarkToolbar.tsx";
import { attachDraft, createTextMarking, makeToolbar, type TextMarking } from "./mark-text.ts";
import { createMarking, type Marking } from "./marking.ts";
import { mountNotesPanel, type Row } from "./NotesPanel.tsx";
import { listenToOtherTabs, tellOtherTabs } from "./other-tabs.ts";
import { type PageText, readPageText } from "./page-text.ts";
import { paintAnnotations } from "./paint-annotations.ts";
import { hasPendingChanges } from "./pending-changes.ts";
import { pageAddress, shareAnchor } from "./sharing.ts";
import { createNotesState, type NotesState } from "./state.ts";

/** What the rest of the page asks of the notes. */
export interface Notes {
  /** Draws the list into its panel. */
  fillPanel(panel: HTMLElement): void;
  /** Opens the toolbar for the sentence that is being read. */
  mark(): void;
}

const now = () => new Date().toISOString();

/**
 * The state of a report's annotations, read from the device and stored there. `fail` is called
 * once, when storing fails.
 */
async function readNotes(
  report: string,
  fail: () => void,
  signal: AbortSignal,
): Promise<NotesState> {
  const store = createAnnotationStore(sessionStore);
  let hasFailed = false;
  const notes = createNotesState(async (changes) => {
    const isStored = await store.write(changes);
    tellOtherTabs(localStore);
    if (!isStored && !hasFailed) fail();
    hasFailed ||= !isStored;
  });
  const read = async () => notes.replace(await store.read(report));
  await read();
  // Stores what the last page could not. Where that still fails, the reader has been told.
  if (hasPendingChanges(sessionStore))
    void store.write([]).then((isStored) => {
      if (isStored) tellOtherTabs(localStore);
    });
  listenToOtherTabs(read, signal);
  const readAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void read();
  };
  addEventListener("pageshow", readAgain, { signal });
  return notes;
}

/** Shows the annotations on the page, the oldest first, so that the newest lies on top. */
function paint(anchored: readonly Anchored[], { elements }: PageText): void {
  const painted = anchored
    .flatMap(({ annotation, anchor }) =>
      anchor ? { annotation, start: anchor.start, end: anchor.end } : [],
    )
    .sort((a, b) => a.annotation.created.localeCompare(b.annotation.created));
  paintAnnotations(painted, elements);
}

/** Draws the toolbar and attaches what opens it. Returns what moves the focus into it. */
function startToolbar(
  text: PageText,
  marking: Marking,
  textMarking: TextMarking,
  words: PanelWords,
  signal: AbortSignal,
): () => void {
  const toolbar = makeToolbar(words("notes.mark"));
  signal.addEventListener("abort", () => toolbar.remove());
  mountMarkToolbar(toolbar, {
    words,
    marking,
    share: async (form) => {
      const anchor = marking.target()?.anchor;
      if (!anchor) return { outcome: "failed", text: "" };
      const result = await shareAnchor(anchor, form, {
        remark: text.language === "zh-CN" ? "" : words("notes.share.translated"),
        ours: (url) => words("notes.share.ours", { url }),
      });
      announce(words(`notes.share.${result.outcome}`));
      return result;
    },
    remove: () => {
      marking.remove();
      marking.close();
      announce(words("notes.removed"));
    },
    move: textMarking.move,
  });
  const { openAnnotation } = textMarking;
  const openSelection = (range: PositionRange) => textMarking.openRange(range, "selection");
  const options = { elements: text.elements, openSelection, openAnnotation };
  return attachMarking(toolbar, marking, options, signal);
}

/** Draws the list into its panel. */
function fillPanel(
  panel: HTMLElement,
  options: {
    readonly report: string;
    readonly text: PageText;
    readonly notes: NotesState;
    readonly rows: () => readonly Row[];
    readonly marking: Marking;
    readonly textMarking: TextMarking;
    readonly otherPage: string;
    readonly words: PanelWords;
    readonly signal: AbortSignal;
  },
): void {
  const { report, text, notes, rows, marking, textMarking, otherPage, words, signal } = options;
  const { language } = text;
  // A reader who looks at the list finds there what they were writing.
  const finishNote = () => {
    if (panel.getClientRects().length > 0) marking.close();
  };
  finishNote();
  panel.addEventListener("toggle", finishNote, { signal });
  const close = () => closePanel(panel);
  const addressIn = (each: Language) => (each === language ? pageAddress() : otherPage);
  mountNotesPanel(panel, {
    words,
    language,
    rows,
    canUndo: notes.canUndo,
    undo: () => {
      if (notes.undo()) announce(words("notes.undone"));
    },
    close,
    exportAs: (form) =>
      form === "json"
        ? saveAsJson(report, notes, addressIn)
        : saveAsMarkdown(report, language, rows(), words),
    importFile: (file) => importFile(file, report, text, notes),
    mark: () => {
      close();
      textMarking.openCurrent();
    },
    edit: ({ id }) => {
      close();
      textMarking.openAnnotation(id);
      marking.write();
    },
    remove: (annotation) => {
      notes.change([{ before: annotation, after: undefined }]);
      announce(words("notes.removed"));
      panel.querySelector<HTMLElement>(".undo")?.focus();
    },
  });
}

/**
 * Shows the annotations of the page's report, and attaches what makes them. `fail` tells the reader
 * that storing fails.
 */
export async function startNotes(
  words: PanelWords,
  fail: () => void,
  signal: AbortSignal,
): Promise<Notes> {
  const { report } = readReportAttributes(document.documentElement);
  await readPublished();
  const text = readPageText();
  const { language } = text;
  const notes = await readNotes(report, fail, signal);
  const otherLink = document.querySelector<HTMLAnchorElement>(languageLinkSelector);
  const otherPage = otherLink?.href.split("#")[0] ?? "";
  const makeAnnotation = ({ start, end, quote }: Anchor, kind: Kind, note: string): Annotation => {
    const created = now();
    const id = createUrn();
    return { id, report, language, kind, note, start, end, quote, created, modified: created };
  };
  return createRoot((dispose) => {
    signal.addEventListener("abort", dispose);
    const marking = createMarking(notes, makeAnnotation, now);
    const anchored = createAnchored(notes.all, text);
    const rows = createMemo(() => anchored().map((each) => toRow(each, text, otherPage)));
    createEffect(() => paint(anchored(), text));
    const textMarking = createTextMarking(text, marking, anchored);
    const focusToolbar = startToolbar(text, marking, textMarking, words, signal);
    attachDraft(draftKey(report, language), text, marking, words);
    return {
      fillPanel: (panel) =>
        fillPanel(panel, {
          report,
          text,
          notes,
          rows,
          marking,
          textMarking,
          otherPage,
          words,
          signal,
        }),
      mark: () =>
        marking.target()?.by === "selection" ? focusToolbar() : textMarking.openCurrent(),
    };
  });
}
