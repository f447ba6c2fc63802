import { type Accessor, createSignal } from "solid-js";
import type { Annotation, Change } from "../../core/notes/annotation.ts";

/** The annotations of a report as a signal, with undo. */
export interface NotesState {
  readonly all: Accessor<readonly Annotation[]>;
  /** Whether there is something to undo. */
  readonly canUndo: Accessor<boolean>;
  /** Replaces all by what the store holds. */
  replace(all: readonly Annotation[]): void;
  /** Makes changes, which are undone together. */
  change(changes: readonly Change[]): void;
  /**
   * Undoes the last changes of this tab, except where another tab has changed the same since;
   * returns whether there were any.
   */
  undo(): boolean;
}

/** The state of the annotations; `store` is called with every change. */
export function createNotesState(store: (changes: readonly Change[]) => void): NotesState {
  const [all, setAll] = createSignal<readonly Annotation[]>([]);
  const [done, setDone] = createSignal<readonly (readonly Change[])[]>([]);
  const apply = (changes: readonly Change[]) => {
    const next = new Map(all().map((each) => [each.id, each]));
    for (const { before, after } of changes) {
      if (after) next.set(after.id, after);
      else if (before) next.delete(before.id);
    }
    // Before anything is drawn: a failure to draw must not lose the change.
    store(changes);
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
