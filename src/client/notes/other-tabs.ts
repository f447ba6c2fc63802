import { onStoredElsewhere, type SafeStorage } from "../platform/storage.ts";

/**
 * The local storage key of the time of the last change; writing it dispatches `storage` in every
 * other tab.
 */
const key = "notes-changed";

/** Whether annotations have ever been made on this device. */
export function hasAnnotations(storage: SafeStorage): boolean {
  return storage.read(key) !== null;
}

/** Notifies other tabs that annotations have changed. */
export function tellOtherTabs(storage: SafeStorage): void {
  storage.write(key, String(Date.now()));
}

/** Calls back when annotations change in another tab. */
export function listenToOtherTabs(callback: () => void, signal: AbortSignal): void {
  onStoredElsewhere(key, callback, signal);
}
