import type { SafeStorage } from "../platform/storage.ts";

const key = "open";

/**
 * The ids of the disclosures that are open in this tab; none where the stored value can't be
 * parsed.
 */
export function readOpenDisclosures(storage: Pick<SafeStorage, "read">): Set<string> {
  try {
    const ids: unknown = JSON.parse(storage.read(key) ?? "[]");
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
  } catch {
    // Not JSON: another program wrote it.
    return new Set();
  }
}

/** Stores which disclosures are open, for the other language's page and for a reload. */
export function storeOpenDisclosures(storage: SafeStorage, ids: readonly string[]): void {
  storage.write(key, JSON.stringify(ids));
}
