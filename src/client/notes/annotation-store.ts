import type { IDBPDatabase } from "idb";
import {
  type Annotation,
  type Change,
  idOf,
  parseAnnotation,
} from "../../core/notes/annotation.ts";
import { type Conflict, resolveChange } from "../../core/notes/merge.ts";
import type { SafeStorage } from "../platform/storage.ts";
import { holdChanges, letGoOfChanges, readHeldChanges } from "./held-changes.ts";
import { table, useDatabase } from "./open-database.ts";

/** What was read: the annotations of a report, and whether the database could be read for them. */
export interface Stored {
  readonly annotations: readonly Annotation[];
  readonly isWhole: boolean;
}

/** How a write ended. */
export interface Written {
  /** Whether the database has the changes. */
  readonly isStored: boolean;
  /** Whether they will outlast the page all the same, as they are held outside the database. */
  readonly isHeld: boolean;
  /** Where the kept annotations had moved on since what the changes began from. */
  readonly conflicts: readonly Conflict[];
  /** Whether the database that this page had used before was gone. */
  readonly wasGone: boolean;
}

/**
 * A store of annotations that never throws; it may take for ever where the database never answers.
 * Operations run in a queue, so that a read never returns a state from before an earlier write.
 */
export interface AnnotationStore {
  /** Every annotation of a report. */
  read(report: string): Promise<Stored>;
  /**
   * Writes changes, and those that are still held, in one transaction. From the call on they are
   * held, even if the reader leaves the page at once, until the database has them.
   */
  write(changes: readonly Change[]): Promise<Written>;
}

/** The most changes that are held: more come from a file, which can be read again. */
const mostHeld = 200;

/**
 * Writes changes in one transaction, each against what is kept now. Returns what became of them;
 * throws where one can't be written, and then none is.
 */
async function writeAll(
  database: IDBPDatabase,
  changes: ReadonlyMap<string, Change>,
): Promise<Conflict[]> {
  const transaction = database.transaction(table, "readwrite");
  const { store, done } = transaction;
  // It fails with the first request that does, which is what is thrown.
  done.catch(() => undefined);
  const conflicts: Conflict[] = [];
  const write = async ([id, change]: readonly [string, Change]) => {
    const { kept, conflict } = resolveChange(change, parseAnnotation(await store.get(id)));
    if (conflict) conflicts.push(conflict);
    await (kept ? store.put(kept) : store.delete(id));
  };
  try {
    await Promise.all([...changes].map(write));
    await done;
    return conflicts;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // A request that failed has ended it already.
    }
    throw error;
  }
}

/** The annotations of the database's rows, with the changes that are held. */
function withHeld(rows: readonly unknown[], held: ReadonlyMap<string, Change>): Annotation[] {
  const annotations = rows.flatMap((row) => parseAnnotation(row) ?? []);
  const kept = new Map(annotations.map((each) => [each.id, each]));
  for (const [id, change] of held) {
    const resolved = resolveChange(change, kept.get(id)).kept;
    if (resolved) kept.set(id, resolved);
    else kept.delete(id);
  }
  return [...kept.values()];
}

/** The annotations in IndexedDB; `outside` holds what is not written yet or can't be. */
export function createAnnotationStore(outside: SafeStorage): AnnotationStore {
  let queue: Promise<unknown> = Promise.resolve();
  /** How many writes are pending. */
  let waiting = 0;
  /** Whether the database has been used on this page. */
  let isKnown = false;
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(act);
    queue = result;
    return result;
  };
  const use = async <Result>(act: (database: IDBPDatabase) => Promise<Result>) => {
    let isMade = false;
    const result = await useDatabase(act, () => {
      isMade = true;
    });
    const wasGone = isMade && isKnown;
    isKnown = true;
    return { result, wasGone };
  };
  /** Writes changes that are too many to be held, then those that are. */
  const writeHeld = async (changes: readonly Change[], isHeld: boolean): Promise<Written> => {
    const all = new Map([
      ...changes.map((each) => [idOf(each), each] as const),
      ...readHeldChanges(outside),
    ]);
    try {
      const { result, wasGone } = await use((database) => writeAll(database, all));
      letGoOfChanges(outside, all);
      return { isStored: true, isHeld, conflicts: result, wasGone };
    } catch {
      // Blocked or full: they are still held.
      return { isStored: false, isHeld, conflicts: [], wasGone: false };
    }
  };
  const read = async (report: string): Promise<Stored> => {
    const stored = await inTurn(async () => {
      const rows: readonly unknown[] | undefined = await use((database) =>
        database.getAll(table),
      ).then(
        ({ result }) => result,
        // Blocked or broken: what is held is what there is.
        () => undefined,
      );
      const annotations = withHeld(rows ?? [], readHeldChanges(outside));
      return {
        annotations: annotations.filter((each) => each.report === report),
        isWhole: rows !== undefined,
      };
    });
    // A write that was queued meanwhile is newer than what was read.
    return waiting > 0 ? read(report) : stored;
  };
  return {
    read,
    write(changes) {
      const isMany = changes.length > mostHeld;
      const isHeld = !isMany && holdChanges(outside, changes);
      waiting++;
      return inTurn(async () => {
        const written = await writeHeld(isMany ? changes : [], isHeld);
        waiting--;
        return written;
      });
    },
  };
}
