import type { SafeStorage } from "../platform/storage.ts";

/** Where it is noted when annotations last changed. Every other tab hears of it by the `storage` event. */
const key = "zhanjuan:notes-changed";

/** Whether annotations have been made on this device. */
export function hasAnnotations(storage: SafeStorage): boolean {
  return storage.read(key) !== null;
}

/** Tells the reader's other tabs that annotations have changed. */
export function tellOtherTabs(storage: SafeStorage): void {
  storage.write(key, String(Date.now()));
}

/** Calls `act` when annotations change in another tab. */
export function listenToOtherTabs(act: () => void, signal: AbortSignal): void {
  addEventListener(
    "storage",
    (event) => {
      if (event.key === key) act();
    },
    { signal },
  );
}
