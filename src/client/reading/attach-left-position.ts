import { brandSelector } from "../../core/page/contract.ts";
import { findReadingPosition } from "../page/reading-position.ts";
import { leftPositionKey, storePosition } from "../page/stored-position.ts";
import type { SafeStorage } from "../platform/storage.ts";

/**
 * Stores the position at which a reader leaves a report, for the next visit; none when they leave
 * by the product's name.
 */
export function attachLeftPosition(
  storage: SafeStorage,
  report: string,
  signal: AbortSignal,
): void {
  let beginsAnew = false;
  const keep = () =>
    storePosition(storage, leftPositionKey(report), beginsAnew ? undefined : findReadingPosition());
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
