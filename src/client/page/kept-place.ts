import type { SafeStorage } from "../platform/storage.ts";
import type { ScreenPlace } from "./place-on-screen.ts";

/** Where a place is kept over one change of page, in the storage of the tab. */
export const passingKey = "zhanjuan:place";

/** Where the place is kept at which a reader left a report, in the storage that lasts. */
export function leftKey(report: string): string {
  return `zhanjuan:left:${report}`;
}

/** Keeps a place; none is forgotten. */
export function keepPlace(storage: SafeStorage, key: string, place: ScreenPlace | undefined): void {
  if (place) storage.write(key, JSON.stringify(place));
  else storage.remove(key);
}

/** The place that was kept; undefined where there is none or it is not ours. */
export function readPlace(storage: SafeStorage, key: string): ScreenPlace | undefined {
  try {
    const place: unknown = JSON.parse(storage.read(key) ?? "null");
    if (typeof place !== "object" || place === null) return undefined;
    const { id, top, above } = place as Record<string, unknown>;
    if (typeof id !== "string" || typeof top !== "number" || typeof above !== "number")
      return undefined;
    return { id, top, above };
  } catch {
    // Not JSON, so not ours.
    return undefined;
  }
}
