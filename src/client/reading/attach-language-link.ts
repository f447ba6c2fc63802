import { articleSelector } from "../../core/page/contract.ts";
import { keepPlace, passingKey } from "../page/kept-place.ts";
import { findPlace } from "../page/place-on-screen.ts";
import type { SafeStorage } from "../platform/storage.ts";

/** Leads to the same place in the other language: by the id in the link, and in a report to the line by what is kept. */
export function attachLanguageLink(
  link: HTMLAnchorElement,
  storage: SafeStorage,
  signal: AbortSignal,
): void {
  link.addEventListener(
    "click",
    () => {
      const place = findPlace();
      link.hash = place?.id ?? "";
      // No other page takes it up: it would wait there for the next visit to a report.
      if (document.querySelector(articleSelector)) keepPlace(storage, passingKey, place);
    },
    { signal },
  );
}
