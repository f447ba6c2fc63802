import { brandSelector } from "../../core/page/contract.ts";
import { findReadingPosition, topOfPage } from "../page/reading-position.ts";
import { leftPositionKey, storePosition } from "../page/stored-position.ts";
import type { SafeStorage } from "../platform/storage.ts";

/**
 * Stores the position at which a reader leaves a report, for the next visit in this tab and for
 * other tabs; none when they leave by the product's name.
 */
export function attachLeftPosition(
  tab: SafeStorage,
  device: SafeStorage,
  report: string,
  signal: AbortSignal,
): void {
  const key = leftPositionKey(report);
  let beginsAnew = false;
  const keep = () => {
    const place = beginsAnew ? undefined : findReadingPosition();
    storePosition(device, key, place);
    storePosition(tab, key, place ?? topOfPage);
  };
  document.querySelector(brandSelector)?.addEventListener(
    "click",
    () => {
      beginsAnew = true;
    },
    { signal },
  );
  addEventListener("pagehide", keep, { signal });
  // Gone back to, as it was: a new visit.
  addEventListener(
    "pageshow",
    () => {
      beginsAnew = false;
    },
    { signal },
  );
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") keep();
    },
    { signal },
  );
}
