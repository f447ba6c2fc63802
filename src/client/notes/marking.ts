import { type Accessor, batch, createSignal } from "solid-js";
import type { Anchor, Annotation, Kind } from "../../core/notes/annotation.ts";
import type { NotesState } from "./state.ts";

/** The text that the toolbar is opened for. */
export interface Target {
  readonly anchor: Anchor;
  /** Its annotation, where that is known. */
  readonly id?: string;
  /**
   * What opened it: a selection, a press on an annotation, a command for a sentence, or a restored
   * draft.
   */
  readonly by: "selection" | "press" | "command" | "draft";
}

/** The state of the toolbar, and what can be done with the text that it is opened for. */
export interface Marking {
  readonly target: Accessor<Target | undefined>;
  /** The annotation of exactly that text. */
  readonly annotation: Accessor<Annotation | undefined>;
  /** The note being written; undefined while none is. */
  readonly draft: Accessor<string | undefined>;
  open(target: Target, draft?: string): void;
  /**
   * Sets the kind of the annotation, which is created if there is none; the same kind again removes
   * it.
   */
  choose(kind: Kind): void;
  /** Starts editing the note. */
  write(): void;
  /** Replaces the text of the note. */
  type(text: string): void;
  /** Stops editing; the note is saved unless it is discarded. */
  finish(isDiscarded?: boolean): void;
  remove(): void;
  /** Closes the toolbar; a note being written is saved. */
  close(): void;
}

/** The state of the toolbar. `make` creates an annotation; `now` is the time, ISO 8601. */
export function createMarking(
  notes: NotesState,
  make: (anchor: Anchor, kind: Kind, note: string) => Annotation,
  now: () => string,
): Marking {
  const [target, setTarget] = createSignal<Target>();
  const [draft, setDraft] = createSignal<string>();
  const annotation = () => {
    const wanted = target();
    if (!wanted) return undefined;
    const words = JSON.stringify([wanted.anchor.start, wanted.anchor.end]);
    const all = notes.all();
    // The one that was pressed may have been removed since.
    return (
      all.find(({ id }) => id === wanted.id) ??
      all.find(({ start, end }) => JSON.stringify([start, end]) === words)
    );
  };
  const put = (changed: { readonly kind?: Kind; readonly note?: string }) => {
    const anchor = target()?.anchor;
    const before = annotation();
    if (!anchor) return;
    const { kind = before?.kind ?? "bookmark", note = before?.note ?? "" } = changed;
    const after = before ? { ...before, kind, note, modified: now() } : make(anchor, kind, note);
    notes.change([{ before, after }]);
  };
  const marking: Marking = {
    target,
    annotation,
    draft,
    open: (next, text) =>
      batch(() => {
        marking.finish();
        setTarget(next);
        setDraft(text);
      }),
    choose(kind) {
      if (annotation()?.kind === kind && !annotation()?.note) marking.remove();
      else put({ kind });
    },
    write: () => void setDraft(annotation()?.note ?? ""),
    type: (text) => void setDraft(text),
    finish(isDiscarded = false) {
      const text = draft()?.trim();
      setDraft(undefined);
      const isChanged = text !== undefined && text !== (annotation()?.note ?? "");
      if (isChanged && !isDiscarded) put({ note: text });
    },
    remove() {
      const before = annotation();
      setDraft(undefined);
      if (before) notes.change([{ before, after: undefined }]);
    },
    // In one batch: the buttons, which are shown when no note is edited, would take the focus in
    // between and scroll to it.
    close: () =>
      batch(() => {
        marking.finish();
        setTarget(undefined);
      }),
  };
  return marking;
}
