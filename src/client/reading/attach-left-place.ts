import { brandSelector } from "../../core/page/contract.ts";
import { keepPlace, leftKey } from "../page/kept-place.ts";
import { findPlace } from "../page/place-on-screen.ts";
import type { SafeStorage } from "../platform/storage.ts";

/** Stores the position at which a reader leaves a report, for the next visit; none when they leave by the product's name. */
export function attachLeftPlace(storage: SafeStorage, report: string, signal: AbortSignal): void {
  let beginsAnew = false;
  const keep = () => keepPlace(storage, leftKey(report), beginsAnew ? undefined : findPlace());
  document.querySelector(brandSelector)?.addEventListener(
    "click",
    () => {
      beginsAnew = true;
    },
    { signal },
  );
  addEventListener("pagehide", keep, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") keep();
    },
    { signal },
  );
}
