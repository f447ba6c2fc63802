import { addPlugins } from "workbox-precaching";

/**
 * How long a file may take to come whole while a version is installed, in ms: in it the largest, 92 kB, comes uncompressed at
 * 12 kbit/s, and as hosts should send it, compressed, at 3 kbit/s.
 */
const patienceMs = 60_000;

/**
 * Gives up a file that does not come: a request that is never answered would hold the installation up for as long as the
 * browser allows, and no later visit could begin it anew. What has come by then is kept.
 */
export function giveUpOnSilence(): void {
  addPlugins([
    {
      requestWillFetch: async ({ request, event }) => {
        // A page that is missing from what was kept is worth any wait.
        if (event?.type !== "install") return request;
        const controller = new AbortController();
        setTimeout(() => controller.abort(), patienceMs);
        return new Request(request, { signal: controller.signal });
      },
    },
  ]);
}
