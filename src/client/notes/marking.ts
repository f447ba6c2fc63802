import { type Accessor, batch, createMemo, createSignal } from "solid-js";
import { isAt } from "../../core/notes/anchor.ts";
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
  /**
   * The annotation that the note being written began from, and what it would make of it; undefined
   * while none is written.
   */
  unsaved():
    | { readonly began: Annotation | undefined; readonly annotation: Annotation }
    | undefined;
  open(target: Target): void;
  /** Opens the toolbar with a note that was being written. */
  goOn(
    target: Target,
    draft: { readonly text: string; readonly began: Annotation | undefined },
  ): void;
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

/** The annotation that a target is about: the one that was pressed, else that of the same text. */
function findAnnotation(
  target: Target | undefined,
  all: readonly Annotation[],
): Annotation | undefined {
  if (!target) return undefined;
  const { start, end } = target.anchor;
  // The one that was pressed may have been removed since.
  return (
    all.find(({ id }) => id === target.id) ??
    all.find((each) => isAt(each.start, start) && isAt(each.end, end))
  );
}

/** The state of the toolbar. `make` creates an annotation; `now` is the time, ISO 8601. */
export function createMarking(
  notes: NotesState,
  make: (anchor: Anchor, kind: Kind, note: string) => Annotation,
  now: () => string,
): Marking {
  const [target, setTarget] = createSignal<Target>();
  const [draft, setDraft] = createSignal<string>();
  /** What the draft began from: the annotation may have been changed elsewhere since. */
  let began: Annotation | undefined;
  const annotation = createMemo(() => findAnnotation(target(), notes.all()));
  /** The annotation of the target with something changed; undefined where nothing is open. */
  const change = (
    changed: { readonly kind?: Kind; readonly note?: string },
    from: Annotation | undefined,
  ) => {
    const anchor = target()?.anchor;
    if (!anchor) return undefined;
    const { kind = from?.kind ?? "bookmark", note = from?.note ?? "" } = changed;
    return from ? { ...from, kind, note, modified: now() } : make(anchor, kind, note);
  };
  const marking: Marking = {
    target,
    annotation,
    draft,
    unsaved() {
      const note = draft()?.trim();
      // What it began from, not what that is now: the colour may have been changed elsewhere.
      const after = note === undefined ? undefined : change({ note }, began ?? annotation());
      return after && { began, annotation: after };
    },
    open: (next) =>
      batch(() => {
        marking.finish();
        setTarget(next);
      }),
    goOn: (next, { text, began: before }) =>
      batch(() => {
        marking.open(next);
        began = before;
        setDraft(text);
      }),
    choose(kind) {
      const before = annotation();
      if (before?.kind === kind && !before.note) return marking.remove();
      const after = change({ kind }, before);
      if (after) notes.change([{ before, after }]);
    },
    write() {
      began = annotation();
      setDraft(began?.note ?? "");
    },
    type: (text) => void setDraft(text),
    finish(isDiscarded = false) {
      const written = marking.unsaved();
      const before = began;
      setDraft(undefined);
      began = undefined;
      if (!written || isDiscarded || written.annotation.note === (before?.note ?? "")) return;
      notes.change([{ before, after: written.annotation }]);
    },
    remove() {
      const before = annotation();
      setDraft(undefined);
      began = undefined;
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
