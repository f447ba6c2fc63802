import { announcementsId } from "../../core/page/contract.ts";

/** Announces a sentence in the page's polite live region; a repetition is announced again. */
export function announce(text: string): void {
  const region = document.getElementById(announcementsId);
  if (!region) return;
  // A live region is read out when its text changes: a no-break space makes a repetition a change.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
