import { type Annotation, parseAnnotation } from "../../core/notes/annotation.ts";
import type { SafeStorage } from "../platform/storage.ts";

const key = "zhanjuan:unkept-notes";

/** Annotations that a tab holds because they are not kept on the device, or not yet, by id; null for what is to be removed. */
export type Unkept = Record<string, Annotation | null>;

/** What a tab holds; nothing where that is not ours. */
export function readUnkept(storage: SafeStorage): Unkept {
  try {
    const entries = Object.entries(Object(JSON.parse(storage.read(key) ?? "{}")));
    return Object.fromEntries(
      entries.flatMap(([id, value]) => {
        const annotation = value === null ? null : parseAnnotation(value);
        return annotation === undefined ? [] : [[id, annotation]];
      }),
    );
  } catch {
    // Not JSON, so not ours.
    return {};
  }
}

/** Whether a tab holds what is not kept. */
export function holdsUnkept(storage: SafeStorage): boolean {
  return storage.read(key) !== null;
}

/** Holds annotations for the visit. */
export function keepUnkept(storage: SafeStorage, unkept: Unkept): void {
  storage.write(key, JSON.stringify(unkept));
}

/** Holds none any more. */
export function forgetUnkept(storage: SafeStorage): void {
  storage.remove(key);
}
