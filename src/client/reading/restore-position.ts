import { disclosureSelector } from "../../core/page/contract.ts";
import { announce } from "../page/announce.ts";
import { continueFrom } from "../page/brief-focus.ts";
import { isNewEntry, readEntryPosition } from "../page/entry-position.ts";
import { readOpenDisclosures } from "../page/open-disclosures.ts";
import { titleAround } from "../page/page-sentences.ts";
import {
  elementOf,
  type ReadingPosition,
  restoreReadingPosition,
} from "../page/reading-position.ts";
import { openAround, targetOf } from "../page/reveal.ts";
import {
  handedOnKey,
  leftPositionKey,
  readStoredPosition,
  storePosition,
} from "../page/stored-position.ts";
import { afterLoad } from "../platform/after-load.ts";
import { localStore, sessionStore } from "../platform/storage.ts";

/**
 * Whether the address names a place. Browsers hide a text directive from `location`, but Chromium
 * has it in the entry of its navigation.
 */
function namesPlace(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return Boolean(location.hash || navigation?.name.includes(":~:"));
}

/** The position at which this tab left the report, else any; none where the address names one. */
function readLeftPosition(report: string): ReadingPosition | undefined {
  if (!isNewEntry() || namesPlace()) return undefined;
  const key = leftPositionKey(report);
  return readStoredPosition(sessionStore, key) ?? readStoredPosition(localStore, key);
}

/**
 * Closes the parts that the browser opens for the fragment of an entry that the reader comes back
 * to, and that they had closed.
 */
function closeAsBefore(): void {
  const open = readOpenDisclosures(sessionStore);
  afterLoad(() => {
    const part = targetOf(location.hash)?.closest<HTMLDetailsElement>(disclosureSelector);
    if (part && !open.has(part.id)) part.open = false;
  });
}

/**
 * Restores the reading position: that of this entry of the tab's history, else the one that the
 * last page of this tab handed on, else the one at which the reader left the report, unless the
 * address names another. Returns whether it is the latter.
 */
export function restorePosition(
  report: string,
  loadWords: () => Promise<(key: "wentOn" | "placeKept", values: { section: string }) => string>,
): boolean {
  const handedOn = readStoredPosition(sessionStore, handedOnKey);
  storePosition(sessionStore, handedOnKey, undefined);
  if (!isNewEntry()) closeAsBefore();
  const own = readEntryPosition() ?? handedOn;
  const left = own ? undefined : readLeftPosition(report);
  const place = own ?? left;
  const element = place && elementOf(place);
  if (!place || !element) return false;
  openAround(element);
  restoreReadingPosition(place);
  // Until the page has loaded, the browser scrolls to the address's fragment.
  afterLoad(() => {
    restoreReadingPosition(place);
    // A reader who does not see the page hears that it is not at its top, and reads on from there.
    loadWords()
      .then((words) => {
        const text = words(left ? "wentOn" : "placeKept", { section: titleAround(element.id) });
        // A reader who has moved the focus meanwhile keeps it.
        if (document.activeElement === document.body) continueFrom(element);
        announce(text);
      })
      .catch(() => undefined);
  });
  return left !== undefined;
}
