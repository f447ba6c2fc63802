import { registerRoute } from "workbox-routing";
import { previousVersionCache } from "./caches.ts";

declare const self: ServiceWorkerGlobalScope;

const isScript = (url: URL) => /\/assets\/[^/]+\.js$/.test(url.pathname);

/**
 * While this version installs, puts aside the scripts of the version it will replace: a page that is still
 * open may ask for a part of it that it has not loaded yet, and the precache will have dropped it.
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
        // Without the copy an old page falls back to its one guarded reload.
      }),
    );
  });
}

/** Answers an old page's request for a script of its version: from what was put aside, else the network. */
export function answersForOldPages(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && isScript(url),
    async ({ request }) => {
      const previous = await caches.open(previousVersionCache);
      return (await previous.match(request.url)) ?? fetch(request);
    },
  );
}
