import { announcementsId } from "../../core/page/contract.ts";

/** Says a sentence through the page's polite live region. Saying the same again is heard again. */
export function announce(text: string): void {
  const region = document.getElementById(announcementsId);
  if (!region) return;
  // A live region only speaks on change: a no-break space makes a repetition one.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
