import { type Accessor, batch, createSignal } from "solid-js";
import type { Anchor, Annotation, Kind } from "../../core/notes/annotation.ts";
import type { NotesState } from "./state.ts";

/** What the reader is about to mark. */
export interface Target {
  readonly anchor: Anchor;
  /** The annotation that stands there, where it is known. */
  readonly id?: string;
  /** How they came to it: by selecting, by pressing what is marked, by asking for a sentence, or by coming back to a note. */
  readonly by: "selection" | "press" | "asking" | "return";
}

/** The stretch of the text that the reader deals with, and what can be done with it. */
export interface Marking {
  readonly target: Accessor<Target | undefined>;
  /** What is marked there already. */
  readonly annotation: Accessor<Annotation | undefined>;
  /** The note being written; undefined while none is. */
  readonly draft: Accessor<string | undefined>;
  open(target: Target, draft?: string): void;
  /** Marks the stretch, or changes how it is marked; the same again takes the mark away. */
  choose(kind: Kind): void;
  /** Begins to write a note, with the one that is there. */
  write(): void;
  /** Takes each keystroke of the note. */
  type(text: string): void;
  /** Ends writing. What was written is saved, unless it is dropped. */
  finish(isDropped?: boolean): void;
  remove(): void;
  /** Ends it all; a note being written is saved. */
  close(): void;
}

/** The state of marking. `make` makes an annotation of a place that has none; `now` is the time. */
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
    // One that was pressed may have been taken away since.
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
    finish(isDropped = false) {
      const text = draft()?.trim();
      setDraft(undefined);
      const isNews = text !== undefined && text !== (annotation()?.note ?? "");
      if (isNews && !isDropped) put({ note: text });
    },
    remove() {
      const before = annotation();
      setDraft(undefined);
      if (before) notes.change([{ before, after: undefined }]);
    },
    // At once: the buttons, which are there when nothing is written, would take the focus on the way and scroll to it.
    close: () =>
      batch(() => {
        marking.finish();
        setTarget(undefined);
      }),
  };
  return marking;
}
