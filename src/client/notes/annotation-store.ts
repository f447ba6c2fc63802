import { type IDBPDatabase, openDB } from "idb";
import { type Annotation, type Change, parseAnnotation } from "../../core/notes/annotation.ts";
import type { SafeStorage } from "../platform/storage.ts";
import { databaseName } from "./has-database.ts";
import { forgetUnkept, keepUnkept, readUnkept } from "./unkept-notes.ts";

/**
 * A place for annotations that never throws: what can't be kept on the device lasts for the visit. It does one thing after the
 * other, so that what is read is never older than what was written before.
 */
export interface AnnotationStore {
  /** Every annotation of a report. */
  read(report: string): Promise<Annotation[]>;
  /**
   * Keeps changes, all of them or none, and what the tab still holds. From the call on they last for the visit, even of a reader
   * who leaves the page at once. Returns whether they will outlast the visit.
   */
  write(changes: readonly Change[]): Promise<boolean>;
}

const table = "annotations";
/** In order; the number of those that a database has been through is its version. A new one is added at the end. */
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
    // Not held open: another tab's newer version would have to wait for it.
    database.close();
  }
}

/** The annotations of this device in IndexedDB; `tab` holds what is not written yet, and what is refused or finds no room. */
export function createAnnotationStore(tab: SafeStorage): AnnotationStore {
  let queue: Promise<unknown> = Promise.resolve();
  /** How many writes are not done. */
  let waiting = 0;
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(act);
    queue = result;
    return result;
  };
  return {
    async read(report) {
      const all = await inTurn(async () => {
        // Blocked or broken storage: the reader goes on with what the tab holds.
        const stored: unknown[] = await use((database) =>
          database.getAllFromIndex(table, "report", report),
        ).catch(() => []);
        const unkept = readUnkept(tab);
        const kept = stored.flatMap((each) => parseAnnotation(each) ?? []);
        return [
          ...kept.filter(({ id }) => !(id in unkept)),
          ...Object.values(unkept).filter((each): each is Annotation => each?.report === report),
        ];
      });
      // What the reader did meanwhile comes after what was read.
      return waiting > 0 ? this.read(report) : all;
    },
    write(changes) {
      const all = readUnkept(tab);
      for (const { before, after } of changes) {
        const id = after?.id ?? before?.id;
        if (id) all[id] = after ?? null;
      }
      keepUnkept(tab, all);
      waiting++;
      return inTurn(async () => {
        const isKept = await use(async (database) => {
          const { store, done } = database.transaction(table, "readwrite");
          const writes = Object.entries(all).map(([id, annotation]) =>
            annotation ? store.put(annotation) : store.delete(id),
          );
          await Promise.all([...writes, done]);
        }).then(
          () => true,
          // Refused or full: the tab holds it.
          () => false,
        );
        waiting--;
        if (isKept && waiting === 0) forgetUnkept(tab);
        return isKept;
      });
    },
  };
}
