import { getCacheKeyForURL, type PrecacheEntry } from "workbox-precaching";
import { storedForm } from "./stored-form.ts";

declare const self: ServiceWorkerGlobalScope;

/** The delay of the check after a navigation, in ms, so that it does not compete with the page. */
const delayMs = 3000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function isWhole(response: Response, integrity: string): Promise<boolean> {
  try {
    if (response.status !== 200) return false;
    const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
    return integrity === `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  } catch {
    // The body cannot be read.
    return false;
  }
}

/**
 * Re-downloads precached files that are missing or corrupted. Files that cannot be fetched are left
 * as they are.
 */
async function repair(
  cacheName: string,
  manifest: readonly (PrecacheEntry | string)[],
): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const entry of manifest) {
    const { url, integrity } = typeof entry === "string" ? { url: entry } : entry;
    const key = getCacheKeyForURL(url);
    if (!key || !integrity) continue;
    const cached = await cache.match(key, { ignoreVary: true });
    if (cached && (await isWhole(cached, integrity))) continue;
    try {
      const request = new Request(url, { integrity, cache: "reload", credentials: "same-origin" });
      const stored = await storedForm(url, await fetch(request));
      if (stored) await cache.put(key, stored);
    } catch {
      // Offline, or the server already has another version.
    }
  }
}

/**
 * Verifies the precache once in the worker's lifetime: browsers evict single files, and disks fail.
 */
export function keepWhole(cacheName: string, manifest: readonly (PrecacheEntry | string)[]): void {
  let hasChecked = false;
  self.addEventListener("fetch", (event) => {
    if (hasChecked || event.request.mode !== "navigate") return;
    hasChecked = true;
    event.waitUntil(
      wait(delayMs)
        .then(() => repair(cacheName, manifest))
        .catch(() => {
          // The cache cannot be opened: pages come from the network.
        }),
    );
  });
}
