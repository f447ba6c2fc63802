import { addPlugins } from "workbox-precaching";

/** How long a file may take to come whole while a version is installed, in ms: the largest takes 10 s at 16 kbit/s. */
const patienceMs = 30_000;

/**
 * Gives up a file that does not come: a request that is never answered would hold the installation up for as long as the
 * browser allows, and no later visit could begin it anew. What has come by then is kept.
 */
export function giveUpOnSilence(): void {
  addPlugins([
    {
      requestWillFetch: async ({ request }) => {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), patienceMs);
        return new Request(request, { signal: controller.signal });
      },
    },
  ]);
}
