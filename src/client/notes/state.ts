import { type Accessor, createSignal } from "solid-js";
import { type Annotation, type Change, idOf } from "../../core/notes/annotation.ts";
import { type Conflict, isSame, resolveChange } from "../../core/notes/merge.ts";

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
   * Undoes the last changes of this tab, except where the same has been changed elsewhere since.
   * Returns whether any was undone.
   */
  undo(): boolean;
}

/** What the state of the annotations calls. */
export interface NotesCallbacks {
  /** Stores changes. */
  readonly store: (changes: readonly Change[]) => void;
  /** Tells the reader that an annotation had moved on since what a change began from. */
  readonly tell: (conflict: Conflict) => void;
}

/** The annotation as it is known, where it has not changed: what was drawn for it stays. */
function unlessSame(known: Annotation | undefined, next: Annotation): Annotation {
  return known && isSame(known, next) && known.modified === next.modified ? known : next;
}

/** The state of the annotations. */
export function createNotesState({ store, tell }: NotesCallbacks): NotesState {
  const [all, setAll] = createSignal<readonly Annotation[]>([]);
  const [done, setDone] = createSignal<readonly (readonly Change[])[]>([]);
  /** Applies changes to what is there now; returns what they have changed in it. */
  const apply = (changes: readonly Change[]): readonly Change[] => {
    const next = new Map(all().map((each) => [each.id, each]));
    const made: Change[] = [];
    for (const change of changes) {
      const before = next.get(idOf(change));
      const { kept: after, conflict } = resolveChange(change, before);
      if (conflict) tell(conflict);
      if (after === before) continue;
      made.push({ before, after });
      if (after) next.set(after.id, after);
      else next.delete(idOf(change));
    }
    // Before anything is drawn: a failure to draw must not lose the change.
    store(made);
    setAll([...next.values()]);
    return made;
  };
  return {
    all,
    canUndo: () => done().length > 0,
    replace(next) {
      const known = new Map(all().map((each) => [each.id, each]));
      setAll(next.map((each) => unlessSame(known.get(each.id), each)));
    },
    change(changes) {
      if (changes.length > 0) setDone([...done(), apply(changes)]);
    },
    undo() {
      const last = done()[done().length - 1] ?? [];
      setDone(done().slice(0, -1));
      const now = new Map(all().map((each) => [each.id, each]));
      const own = last.filter((change) => isSame(change.after, now.get(idOf(change))));
      apply(own.reverse().map(({ before, after }) => ({ before: after, after: before })));
      return own.length > 0;
    },
  };
}
