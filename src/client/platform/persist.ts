import type { SafeStorage } from "./storage.ts";

const key = "asked-to-persist";

/**
 * Asks the browser once not to evict what is kept on the device when it runs low on room (Storage
 * Standard, `persist`). To be called when the reader has just kept something: Firefox asks them.
 */
export function askToPersist(storage: SafeStorage): void {
  if (storage.read(key) !== null) return;
  storage.write(key, "");
  navigator.storage?.persist?.().catch(() => undefined);
}
