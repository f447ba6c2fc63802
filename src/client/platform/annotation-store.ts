import { type IDBPDatabase, openDB } from "idb";
import { type Annotation, type Change, parseAnnotation } from "../../core/notes/annotation.ts";
import { databaseName } from "./has-database.ts";
import type { SafeStorage } from "./storage.ts";
import { forgetUnkept, keepUnkept, readUnkept } from "./unkept-notes.ts";

/** A place for annotations that never throws: what can't be kept on the device lasts for the visit. */
export interface AnnotationStore {
  /** Every annotation of a report. */
  read(report: string): Promise<Annotation[]>;
  /** Keeps changes, all of them or none. Returns whether they will outlast the visit. */
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

/** The annotations of this device in IndexedDB; `tab` holds what it refuses or has no room for. */
export function createAnnotationStore(tab: SafeStorage): AnnotationStore {
  return {
    async read(report) {
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
    },
    async write(changes) {
      const all = { ...readUnkept(tab) };
      for (const { before, after } of changes) {
        const id = after?.id ?? before?.id;
        if (id) all[id] = after ?? null;
      }
      try {
        await use(async (database) => {
          const { store, done } = database.transaction(table, "readwrite");
          const writes = Object.entries(all).map(([id, annotation]) =>
            annotation ? store.put(annotation) : store.delete(id),
          );
          await Promise.all([...writes, done]);
        });
        forgetUnkept(tab);
        return true;
      } catch {
        // Refused or full: it lasts as long as the tab.
        keepUnkept(tab, all);
        return false;
      }
    },
  };
}
