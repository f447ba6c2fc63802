import type { ScreenPlace } from "./place-on-screen.ts";
import type { SafeStorage } from "./storage.ts";

const key = "zhanjuan:place";

/** Keeps a place over one change of page: to the other language, or a reload. */
export function keepPlace(storage: SafeStorage, place: ScreenPlace | undefined): void {
  if (place) storage.write(key, JSON.stringify(place));
  else storage.remove(key);
}

/** Whether a place is kept. */
export function hasKeptPlace(storage: SafeStorage): boolean {
  return storage.read(key) !== null;
}

/** Takes the place that was kept; undefined where there is none or it is not ours. */
export function takePlace(storage: SafeStorage): ScreenPlace | undefined {
  const stored = storage.read(key);
  storage.remove(key);
  try {
    const place: unknown = JSON.parse(stored ?? "null");
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
