import { articleSelector } from "../../core/page/contract.ts";
import { findReadingPosition } from "../page/reading-position.ts";
import { handedOnKey, storePosition } from "../page/stored-position.ts";
import type { SafeStorage } from "../platform/storage.ts";

/**
 * Leads to the same position in the other language: by a fragment, and in a report, to the line, by
 * the stored position.
 */
export function attachLanguageLink(
  link: HTMLAnchorElement,
  storage: SafeStorage,
  signal: AbortSignal,
): void {
  link.addEventListener(
    "click",
    ({ ctrlKey, metaKey, shiftKey }) => {
      const place = findReadingPosition();
      link.hash = place?.id ?? "";
      // Another tab or window goes by the fragment.
      if (ctrlKey || metaKey || shiftKey) return;
      // Other pages don't read the stored position: the next visit to a report would.
      if (document.querySelector(articleSelector)) storePosition(storage, handedOnKey, place);
    },
    { signal },
  );
}
