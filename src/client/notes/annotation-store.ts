import { type IDBPDatabase, openDB } from "idb";
import { type Annotation, type Change, parseAnnotation } from "../../core/notes/annotation.ts";
import type { SafeStorage } from "../platform/storage.ts";
import { databaseName } from "./has-database.ts";
import { clearPendingChanges, readPendingChanges, storePendingChanges } from "./pending-changes.ts";

/**
 * A store of annotations that never throws: what can't be stored on the device lasts for the visit.
 * Operations run in a queue, so that a read never returns a state from before an earlier write.
 */
export interface AnnotationStore {
  /** Every annotation of a report. */
  read(report: string): Promise<Annotation[]>;
  /**
   * Writes changes, and those that the tab still holds, in one transaction. From the call on they
   * last for the visit, even if the reader leaves the page at once. Returns whether they will
   * outlast it.
   */
  write(changes: readonly Change[]): Promise<boolean>;
}

const table = "annotations";
/**
 * Migrations in order, new ones at the end; a database's version is the number of those that it has
 * been through.
 */
const migrations: readonly ((database: IDBPDatabase) => void)[] = [
  (database) => {
    database.createObjectStore(table, { keyPath: "id" }).createIndex("report", "report");
  },
];

async function use<Result>(act: (database: IDBPDatabase) => Promise<Result>): Promise<Result> {
  const database = await openDB(databaseName, migrations.length, {
    upgrade(opened, version) {
      for (const migrate of migrations.slice(version)) migrate(opened);
    },
  });
  try {
    return await act(database);
  } finally {
    // An open connection would block an upgrade by another tab.
    database.close();
  }
}

/** The annotations in IndexedDB; `tab` holds what is not written yet or can't be. */
export function createAnnotationStore(tab: SafeStorage): AnnotationStore {
  let queue: Promise<unknown> = Promise.resolve();
  /** How many writes are pending. */
  let waiting = 0;
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(act);
    queue = result;
    return result;
  };
  return {
    async read(report) {
      const all = await inTurn(async () => {
        // Blocked or broken: what the tab holds is what there is.
        const stored: unknown[] = await use((database) =>
          database.getAllFromIndex(table, "report", report),
        ).catch(() => []);
        const unkept = readPendingChanges(tab);
        const kept = stored.flatMap((each) => parseAnnotation(each) ?? []);
        return [
          ...kept.filter(({ id }) => !(id in unkept)),
          ...Object.values(unkept).filter((each): each is Annotation => each?.report === report),
        ];
      });
      // A write that was queued meanwhile is newer than what was read.
      return waiting > 0 ? this.read(report) : all;
    },
    write(changes) {
      const all = readPendingChanges(tab);
      for (const { before, after } of changes) {
        const id = after?.id ?? before?.id;
        if (id) all[id] = after ?? null;
      }
      storePendingChanges(tab, all);
      waiting++;
      return inTurn(async () => {
        const isKept = await use(async (database) => {
          const transaction = database.transaction(table, "readwrite");
          const { store, done } = transaction;
          const requests: Promise<unknown>[] = [done];
          try {
            for (const [id, annotation] of Object.entries(all)) {
              requests.push(annotation ? store.put(annotation) : store.delete(id));
            }
          } catch (error) {
            // A request that throws at once does not abort the transaction by itself.
            for (const request of requests) request.catch(() => undefined);
            transaction.abort();
            throw error;
          }
          await Promise.all(requests);
        }).then(
          () => true,
          // Blocked or full: the tab still holds them.
          () => false,
        );
        waiting--;
        if (isKept && waiting === 0) clearPendingChanges(tab);
        return isKept;
      });
    },
  };
}
