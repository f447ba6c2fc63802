import { copyResponse } from "workbox-core";
import { getCacheKeyForURL, type PrecacheEntry } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope;

/** How long after a page was asked for the check begins, in ms: the visit's first moments belong to the page. */
const patienceMs = 3000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function isWhole(response: Response, integrity: string): Promise<boolean> {
  try {
    const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
    return integrity === `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  } catch {
    // Its body can't be read any more.
    return false;
  }
}

/** Fetches anew what is missing in the precache or no longer what was put there. What can't be had stays as it is. */
async function mend(
  cacheName: string,
  manifest: readonly (PrecacheEntry | string)[],
): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const entry of manifest) {
    const { url, integrity } = typeof entry === "string" ? { url: entry } : entry;
    const key = getCacheKeyForURL(url);
    if (!key || !integrity) continue;
    const kept = await cache.match(key);
    if (kept && (await isWhole(kept, integrity))) continue;
    try {
      const request = new Request(url, { integrity, cache: "reload", credentials: "same-origin" });
      const response = await fetch(request);
      // A page refuses an answer that came by way of another address.
      await cache.put(key, response.redirected ? await copyResponse(response) : response);
    } catch {
      // No network, or a server that has another version by now.
    }
  }
}

/**
 * Looks, once in the life of this worker, whether all that was precached is still there and whole: browsers clear
 * single files, and disks fail.
 */
export function keepWhole(cacheName: string, manifest: readonly (PrecacheEntry | string)[]): void {
  let hasLooked = false;
  self.addEventListener("fetch", (event) => {
    if (hasLooked || event.request.mode !== "navigate") return;
    hasLooked = true;
    event.waitUntil(
      wait(patienceMs)
        .then(() => mend(cacheName, manifest))
        .catch(() => {
          // Storage that can't be opened at all: pages come from the network.
        }),
    );
  });
}
