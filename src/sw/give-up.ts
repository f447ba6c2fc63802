import { addPlugins } from "workbox-precaching";

/**
 * The download timeout for each file during installation, in ms. Enough for the largest file, 92
 * kB, at 12 kbit/s uncompressed or at 3 kbit/s compressed.
 */
const timeoutMs = 60_000;

/**
 * Aborts downloads that get no answer during installation. A request that never completes would
 * block the installation as long as the browser allows, and no later visit could restart it. Files
 * that have arrived stay in the cache.
 */
export function giveUpOnSilence(): void {
  addPlugins([
    {
      requestWillFetch: async ({ request, event }) => {
        // A page that is missing from the precache may take as long as it needs.
        if (event?.type !== "install") return request;
        const controller = new AbortController();
        setTimeout(() => controller.abort(), timeoutMs);
        return new Request(request, { signal: controller.signal });
      },
    },
  ]);
}
