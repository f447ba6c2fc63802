import type { SafeStorage } from "../platform/storage.ts";
import type { ReadingPosition } from "./reading-position.ts";

/** The session storage key of the position that one page hands to the next. */
export const handedOnKey = "place";

/** The local storage key of the position at which a reader left a report. */
export function leftPositionKey(report: string): string {
  return `left:${report}`;
}

/** Stores a position; `undefined` removes the stored one. */
export function storePosition(
  storage: SafeStorage,
  key: string,
  place: ReadingPosition | undefined,
): void {
  if (place) storage.write(key, JSON.stringify(place));
  else storage.remove(key);
}

/** The stored position; undefined where there is none or it can't be parsed. */
export function readStoredPosition(storage: SafeStorage, key: string): ReadingPosition | undefined {
  try {
    const place: unknown = JSON.parse(storage.read(key) ?? "null");
    if (typeof place !== "object" || place === null) return undefined;
    const { id, top, above } = place as Record<string, unknown>;
    if (typeof id !== "string" || typeof top !== "number" || typeof above !== "number")
      return undefined;
    return { id, top, above };
  } catch {
    // Not JSON: another program wrote it.
    return undefined;
  }
}
