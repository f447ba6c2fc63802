import { registerRoute } from "workbox-routing";
import { previousVersionCache } from "./caches.ts";

declare const self: ServiceWorkerGlobalScope;

const isScript = (url: URL) => /\/assets\/[^/]+\.js$/.test(url.pathname);

/**
 * Copies the scripts of the version that is being replaced when this version installs: a page that
 * is still open may load another of its chunks, which the precache will have deleted.
 */
export function keepForOldPages(precacheName: string): void {
  self.addEventListener("install", (event) => {
    event.waitUntil(
      (async () => {
        await caches.delete(previousVersionCache);
        const [precache, previous] = await Promise.all([
          caches.open(precacheName),
          caches.open(previousVersionCache),
        ]);
        for (const request of await precache.keys()) {
          const response = isScript(new URL(request.url)) && (await precache.match(request));
          if (response) await previous.put(request.url.split("?")[0] as string, response);
        }
      })().catch(() => {
        // Without the copy, an old page falls back to its single guarded reload.
      }),
    );
  });
}

/** Serves scripts of the previous version from the copy, otherwise from the network. */
export function answersForOldPages(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && isScript(url),
    async ({ request }) => {
      const previous = await caches.open(previousVersionCache);
      return (await previous.match(request.url)) ?? fetch(request);
    },
  );
}
