// Changes that are not in the database, or not yet. They are held in local storage, outside the
// tab, so that closing it does not lose them; any tab of this reader writes them when it can.
import { type Change, idOf, parseAnnotation } from "../../core/notes/annotation.ts";
import { isSame } from "../../core/notes/merge.ts";
import type { SafeStorage } from "../platform/storage.ts";

const key = "held-notes";

function parseChange(value: unknown): Change | undefined {
  const [before, after] = [
    parseAnnotation(Object(value).before),
    parseAnnotation(Object(value).after),
  ];
  return before || after ? { before, after } : undefined;
}

/** The changes that are held, by annotation id; those that can't be parsed are left out. */
export function readHeldChanges(storage: SafeStorage): Map<string, Change> {
  try {
    const held: unknown = JSON.parse(storage.read(key) ?? "[]");
    const changes = Array.isArray(held) ? held.flatMap((each) => parseChange(each) ?? []) : [];
    return new Map(changes.map((each) => [idOf(each), each]));
  } catch {
    // Not JSON: another program wrote it.
    return new Map();
  }
}

/** Whether changes are held. */
export function hasHeldChanges(storage: SafeStorage): boolean {
  return storage.read(key) !== null;
}

function store(storage: SafeStorage, held: ReadonlyMap<string, Change>): boolean {
  if (held.size > 0) return storage.write(key, JSON.stringify([...held.values()]));
  storage.remove(key);
  return true;
}

/**
 * Holds changes. One of an annotation that is held already goes on from what that began from.
 * Returns whether they will outlast the page.
 */
export function holdChanges(storage: SafeStorage, changes: readonly Change[]): boolean {
  if (changes.length === 0) return true;
  const held = readHeldChanges(storage);
  for (const each of changes) {
    const earlier = held.get(idOf(each));
    held.set(idOf(each), earlier ? { before: earlier.before, after: each.after } : each);
  }
  return store(storage, held);
}

/**
 * Lets go of changes that have been written. One that has changed meanwhile is held on, as a change
 * of what was written.
 */
export function letGoOfChanges(storage: SafeStorage, written: ReadonlyMap<string, Change>): void {
  const held = readHeldChanges(storage);
  for (const [id, { after }] of written) {
    const now = held.get(id);
    if (now && !isSame(now.after, after)) held.set(id, { before: after, after: now.after });
    else held.delete(id);
  }
  store(storage, held);
}
