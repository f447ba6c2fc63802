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
import { createUrn } from "../platform/unique-id.ts";
import { type Anchored, createAnchored, toRow } from "./anchored.ts";
import { attachDraft } from "./attach-draft.ts";
import { attachMarking } from "./attach-marking.ts";
import { importFile, saveAsJson, saveAsMarkdown } from "./exchange.ts";
import { mountMarkToolbar } from "./MarkToolbar.tsx";
import { createTextMarking, makeToolbar, type TextMarking } from "./mark-text.ts";
import { createMarking, type Marking } from "./marking.ts";
import { mountNotesPanel, type Row } from "./NotesPanel.tsx";
import { type PageText, readPageText } from "./page-text.ts";
import { paintAnnotations } from "./paint-annotations.ts";
import { type NotesNotice, readNotes, type StoredNotes } from "./read-notes.ts";
import { pageAddress, shareAnchor } from "./sharing.ts";

/** What the rest of the page asks of the notes. */
export interface Notes {
  /** Draws the list into its panel. */
  fillPanel(panel: HTMLElement): void;
  /** Opens the toolbar for the sentence that is being read. */
  mark(): void;
}

const now = () => new Date().toISOString();

/** A function that is called once for each object. */
function memoize<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new WeakMap<From, To>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}

/** Shows the annotations on the page, the oldest first, so that the newest lies on top. */
function paint(anchored: readonly Anchored[], { elements }: PageText): void {
  const painted = anchored
    .flatMap(({ annotation, anchor }) =>
      anchor ? { annotation, start: anchor.start, end: anchor.end } : [],
    )
    .sort((a, b) => (a.annotation.created < b.annotation.created ? -1 : 1));
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
    readonly notes: StoredNotes;
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
    isRead: notes.isRead,
    undo: () => {
      if (notes.canUndo()) announce(words(notes.undo() ? "notes.undone" : "notes.notUndone"));
    },
    close,
    exportAs: async (form, progress) =>
      form === "json"
        ? saveAsJson(report, notes, addressIn, progress)
        : saveAsMarkdown(report, language, rows(), words),
    importFile: (file, progress) => importFile(file, report, text, notes, progress),
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

/** Shows notices; a later one of a kind replaces an earlier one. */
export interface ShownNotices {
  show(kind: NotesNotice, text: string): void;
  dismiss(kind: NotesNotice): void;
}

/** Shows the annotations of the page's report, and attaches what makes them. */
export async function startNotes(
  words: PanelWords,
  shown: ShownNotices,
  signal: AbortSignal,
): Promise<Notes> {
  const { report } = readReportAttributes(document.documentElement);
  await readPublished();
  const text = readPageText();
  const { language } = text;
  const notices = {
    show: (notice: NotesNotice) => shown.show(notice, words(`notes.told.${notice}`)),
    withdraw: shown.dismiss,
  };
  const notes = await readNotes(report, notices, signal);
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
    const rowOf = memoize((each: Anchored) => toRow(each, text, otherPage));
    const rows = createMemo(() => anchored().map(rowOf));
    createEffect(() => paint(anchored(), text));
    const textMarking = createTextMarking(text, marking, anchored);
    const focusToolbar = startToolbar(text, marking, textMarking, words, signal);
    attachDraft({
      report,
      text,
      notes,
      marking,
      tellOpen: () => announce(words("notes.draftKept")),
      tellSaved: () => notices.show("draft-saved"),
    });
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
