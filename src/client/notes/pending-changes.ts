import { type Annotation, parseAnnotation } from "../../core/notes/annotation.ts";
import type { SafeStorage } from "../platform/storage.ts";

const key = "unkept-notes";

/** Changes that are not in the database, or not yet, by annotation id; null for a removal. */
export type PendingChanges = Record<string, Annotation | null>;

/** The changes that a tab holds; none where they can't be parsed. */
export function readPendingChanges(storage: SafeStorage): PendingChanges {
  try {
    const entries = Object.entries(Object(JSON.parse(storage.read(key) ?? "{}")));
    return Object.fromEntries(
      entries.flatMap(([id, value]) => {
        const annotation = value === null ? null : parseAnnotation(value);
        return annotation === undefined ? [] : [[id, annotation]];
      }),
    );
  } catch {
    // Not JSON: another program wrote it.
    return {};
  }
}

/** Whether a tab holds changes. */
export function hasPendingChanges(storage: SafeStorage): boolean {
  return storage.read(key) !== null;
}

/** Stores changes for the visit. */
export function storePendingChanges(storage: SafeStorage, unkept: PendingChanges): void {
  storage.write(key, JSON.stringify(unkept));
}

/** Removes the stored changes. */
export function clearPendingChanges(storage: SafeStorage): void {
  storage.remove(key);
}
