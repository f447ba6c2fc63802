import { type Accessor, createSignal } from "solid-js";
import type { Annotation, Change } from "../../core/notes/annotation.ts";

/** The annotations of a report, and the way back from each change. */
export interface NotesState {
  readonly all: Accessor<readonly Annotation[]>;
  /** Whether there is something to undo. */
  readonly canUndo: Accessor<boolean>;
  /** Takes what storage holds now, in place of what was known. */
  replace(all: readonly Annotation[]): void;
  /** Makes changes that are undone together. */
  change(changes: readonly Change[]): void;
  /** Undoes the last changes of this tab, but for what another tab has changed since; returns whether there were any. */
  undo(): boolean;
}

/** The state of the annotations; `keep` is called with every change to be kept. */
export function createNotesState(keep: (changes: readonly Change[]) => void): NotesState {
  const [all, setAll] = createSignal<readonly Annotation[]>([]);
  const [done, setDone] = createSignal<readonly (readonly Change[])[]>([]);
  const apply = (changes: readonly Change[]) => {
    const next = new Map(all().map((each) => [each.id, each]));
    for (const { before, after } of changes) {
      if (after) next.set(after.id, after);
      else if (before) next.delete(before.id);
    }
    // Before anything is drawn: what can't be shown is kept all the same.
    keep(changes);
    setAll([...next.values()]);
  };
  return {
    all,
    canUndo: () => done().length > 0,
    replace: (next) => void setAll(next),
    change(changes) {
      if (changes.length === 0) return;
      setDone([...done(), changes]);
      apply(changes);
    },
    undo() {
      const last = done()[done().length - 1];
      if (!last) return false;
      setDone(done().slice(0, -1));
      const now = new Map(all().map(({ id, modified }) => [id, modified]));
      const own = last.filter(({ after }) => !after || now.get(after.id) === after.modified);
      apply(own.reverse().map(({ before, after }) => ({ before: after, after: before })));
      return true;
    },
  };
}
