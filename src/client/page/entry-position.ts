// The reading position of each entry of the tab's history: what a reload, going back, a discarded
// tab and a copied one come back to, wherever another tab was left.
import { sessionStore } from "../platform/storage.ts";
import { findReadingPosition, type ReadingPosition, topOfPage } from "./reading-position.ts";
import { readStoredPosition, storePosition } from "./stored-position.ts";

/** How long the page must have stood still before its position is stored, in ms. */
const stillMs = 300;

/** The number that tells the entry from others; undefined in one that was not here before. */
const entryNumber = () => (history.state as { readonly entry?: number } | null)?.entry;

/** Whether the tab has just come to this entry of its history, by a link or an address. */
export const isNewEntry = (): boolean => entryNumber() === undefined;

const key = () => `entry:${entryNumber()}`;

/** The position at which this entry of the history was left; undefined in a new one. */
export function readEntryPosition(): ReadingPosition | undefined {
  return isNewEntry() ? undefined : readStoredPosition(sessionStore, key());
}

/**
 * Stores the entry's position whenever the page stands still and when it goes. In session storage:
 * what is written into the entry itself while its page goes may be lost.
 */
export function attachEntryPosition(signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mark = () => {
    if (isNewEntry()) history.replaceState({ entry: Math.random() }, "");
  };
  let beginsAnew = false;
  const keep = () => {
    if (beginsAnew) return;
    mark();
    storePosition(sessionStore, key(), findReadingPosition() ?? topOfPage);
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, stillMs);
  };
  const followLink = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
    const link = target instanceof Element && target.closest("a");
    if (!link || link.hash || link.href !== location.href) return;
    if (ctrlKey || metaKey || shiftKey) return;
    // A link to the page itself keeps the entry and what was written into it.
    beginsAnew = true;
    history.replaceState(null, "");
  };
  mark();
  signal.addEventListener("abort", () => clearTimeout(timer));
  document.addEventListener("click", followLink, { signal });
  addEventListener("hashchange", mark, { signal });
  addEventListener("scroll", keepSoon, { passive: true, signal });
  addEventListener("pagehide", keep, { signal });
}
