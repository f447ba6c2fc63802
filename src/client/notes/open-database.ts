// The database with the annotations. Its name carries the base path. When it is made, it gets what
// one without it has, of earlier versions, and that of the base path from which the reader has come;
// both are left as they are: another reader on this host may need them as well.
import { type IDBPDatabase, openDB } from "idb";
import { cameFromName } from "../../core/moved.ts";
import { type Annotation, parseAnnotation } from "../../core/notes/annotation.ts";
import { ownName } from "../../core/own-name.ts";
import { localStore } from "../platform/storage.ts";

/** The name of the database. */
export const databaseName = ownName(import.meta.env.BASE_URL, "notes");
/** The name that it had before it carried the base path. */
export const earlierName = "zhanjuan";
/** The table of the annotations, by id. */
export const table = "annotations";

/** Opens a database that exists; undefined where there is none, which this does not make. */
async function openExisting(name: string): Promise<IDBPDatabase | undefined> {
  let isNew = false;
  try {
    return await openDB(name, undefined, {
      upgrade(_database, _from, _to, transaction) {
        isNew = true;
        transaction.done.catch(() => undefined);
        transaction.abort();
      },
    });
  } catch (error) {
    if (isNew) return undefined;
    throw error;
  }
}

/** What another database holds. */
async function readAnnotations(name: string): Promise<Annotation[]> {
  const database = await openExisting(name).catch(() => undefined);
  try {
    const rows: unknown[] = database?.objectStoreNames.contains(table)
      ? await database.getAll(table)
      : [];
    return rows.flatMap((each) => parseAnnotation(each) ?? []);
  } finally {
    database?.close();
  }
}

/** What the databases hold that the reader used before this one, the latest last. */
async function readEarlier(): Promise<Annotation[]> {
  const from = localStore.read(cameFromName);
  const names = [earlierName, ...(from === null ? [] : [ownName(from, "notes")])];
  return (await Promise.all(names.map(readAnnotations))).flat();
}

/**
 * Opens the database, of whatever version, and makes it or its table where they are missing.
 * `isNew`: it has just been made.
 */
async function openOwn(): Promise<{ readonly database: IDBPDatabase; readonly isNew: boolean }> {
  const existing = await openExisting(databaseName);
  if (existing?.objectStoreNames.contains(table)) return { database: existing, isNew: false };
  const version = (existing?.version ?? 0) + 1;
  existing?.close();
  const earlier = existing ? [] : await readEarlier();
  let isNew = false;
  const database = await openDB(databaseName, version, {
    upgrade(made) {
      isNew = true;
      const annotations = made.createObjectStore(table, { keyPath: "id" });
      for (const each of earlier) annotations.put(each);
    },
  });
  return { database, isNew };
}

/**
 * Does something with the database. Throws where it can't be opened or used.
 *
 * @param whenMade called where there was none: it is new, or was removed
 */
export async function useDatabase<Result>(
  act: (database: IDBPDatabase) => Promise<Result>,
  whenMade: () => void = () => undefined,
): Promise<Result> {
  const { database, isNew } = await openOwn();
  try {
    if (isNew) whenMade();
    return await act(database);
  } finally {
    // An open connection would block an upgrade by another tab.
    database.close();
  }
}

/** Whether there is a database, and so may be annotations; does not make one. */
export async function hasDatabase(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === databaseName || name === earlierName);
  } catch {
    // Blocked, or Firefox before 126, which can't list databases.
    return false;
  }
}
