import type { Anchor } from "../../core/notes/annotation.ts";
import type { SafeStorage } from "../platform/storage.ts";

/** A note that is being written. */
export interface Draft {
  readonly anchor: Anchor;
  readonly text: string;
}

/** Where a page's half-written note is kept in the storage of the tab: a reload must not lose it. */
export function draftKey(report: string, language: string): string {
  return `zhanjuan:draft:${report}:${language}`;
}

/** Keeps a draft; none is forgotten. */
export function keepDraft(storage: SafeStorage, key: string, draft: Draft | undefined): void {
  if (draft) storage.write(key, JSON.stringify({ place: draft.anchor, text: draft.text }));
  else storage.remove(key);
}

/** The draft that was kept; undefined where there is none or it is not ours. */
export function readDraft(storage: SafeStorage, key: string): Draft | undefined {
  try {
    const { place: anchor, text } = Object(JSON.parse(storage.read(key) ?? "null"));
    const { start, end, quote } = Object(anchor);
    const isAnchor = start?.sentence && end?.sentence && typeof quote?.exact === "string";
    return isAnchor && typeof text === "string" ? { anchor, text } : undefined;
  } catch {
    // Not JSON, so not ours.
    return undefined;
  }
}
