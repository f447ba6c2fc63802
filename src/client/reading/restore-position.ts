import { announce } from "../page/announce.ts";
import { continueFrom } from "../page/brief-focus.ts";
import { titleAround } from "../page/page-sentences.ts";
import { elementOf, restoreReadingPosition } from "../page/reading-position.ts";
import { openAround } from "../page/reveal.ts";
import {
  handedOnKey,
  leftPositionKey,
  readStoredPosition,
  storePosition,
} from "../page/stored-position.ts";
import { afterLoad } from "../platform/after-load.ts";
import { localStore, sessionStore } from "../platform/storage.ts";

/**
 * Restores the reading position: the one that the last page of this tab handed on, else the one at
 * which the reader left the report, unless the address names another. Returns whether it is the
 * latter.
 */
export function restorePosition(
  report: string,
  loadWords: () => Promise<(key: "wentOn" | "placeKept", values: { section: string }) => string>,
): boolean {
  const handedOn = readStoredPosition(sessionStore, handedOnKey);
  storePosition(sessionStore, handedOnKey, undefined);
  const left =
    handedOn || location.hash ? undefined : readStoredPosition(localStore, leftPositionKey(report));
  const place = handedOn ?? left;
  const element = place && elementOf(place);
  if (!place || !element) return left !== undefined;
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
