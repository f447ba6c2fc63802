// What versions before 2026-12 kept in session storage: the note that was being written, and changes
// that the database had not taken. A reader may update in the middle of either.
import { type Anchor, type Change, parseAnnotation } from "../../core/notes/annotation.ts";
import type { SafeStorage } from "../platform/storage.ts";

function parse(stored: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(stored ?? "{}"));
  } catch {
    // Not JSON: another program wrote it.
    return {};
  }
}

/** Takes the half-written note of a page; undefined where there is none. */
export function takeEarlierDraft(
  tab: SafeStorage,
  report: string,
  language: string,
): { readonly anchor: Anchor; readonly text: string } | undefined {
  const key = `draft:${report}:${language}`;
  const { place, text } = parse(tab.read(key));
  tab.remove(key);
  const { start, end, quote } = Object(place);
  const isAnchor = start?.sentence && end?.sentence && typeof quote?.exact === "string";
  return isAnchor && typeof text === "string" ? { anchor: { start, end, quote }, text } : undefined;
}

/** Takes the annotations that could not be written. */
export function takeEarlierChanges(tab: SafeStorage): Change[] {
  const key = "unkept-notes";
  const values = Object.values(parse(tab.read(key)));
  tab.remove(key);
  return values.flatMap((value) => {
    const after = parseAnnotation(value);
    return after ? [{ before: undefined, after }] : [];
  });
}
