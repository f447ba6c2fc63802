import type { Anchor } from "../../core/notes/annotation.ts";
import type { SafeStorage } from "../platform/storage.ts";

/** A note that is being written. */
export interface Draft {
  readonly anchor: Anchor;
  readonly text: string;
}

/** The session storage key of a page's unfinished note, which must survive a reload. */
export function draftKey(report: string, language: string): string {
  return `draft:${report}:${language}`;
}

/** Stores a draft; `undefined` removes the stored one. */
export function keepDraft(storage: SafeStorage, key: string, draft: Draft | undefined): void {
  if (draft) storage.write(key, JSON.stringify({ place: draft.anchor, text: draft.text }));
  else storage.remove(key);
}

/** The stored draft; undefined where there is none or it can't be parsed. */
export function readDraft(storage: SafeStorage, key: string): Draft | undefined {
  try {
    const { place: anchor, text } = Object(JSON.parse(storage.read(key) ?? "null"));
    const { start, end, quote } = Object(anchor);
    const isAnchor = start?.sentence && end?.sentence && typeof quote?.exact === "string";
    return isAnchor && typeof text === "string" ? { anchor, text } : undefined;
  } catch {
    // Not JSON: another program wrote it.
    return undefined;
  }
}
