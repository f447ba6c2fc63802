import { registerRoute } from "workbox-routing";
import { earlierPrecache, isOwnScript, precache, previousVersionCache } from "./caches.ts";
import { storedForm } from "./stored-form.ts";

declare const self: ServiceWorkerGlobalScope;

/** Copies the scripts of a precache, if there is one, under their plain addresses. */
async function copyScripts(name: string, to: Cache): Promise<void> {
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    const { origin, pathname } = new URL(request.url);
    if (!isOwnScript(new URL(request.url))) continue;
    const response = await cache.match(request, { ignoreVary: true });
    const copy = response && (await storedForm(pathname, response));
    if (copy) await to.put(origin + pathname, copy);
  }
}

/**
 * Copies the scripts of the version that is being replaced when this version installs: a page that
 * is still open may load another of its chunks, which the precache will have deleted.
 */
export function keepForOldPages(): void {
  self.addEventListener("install", (event) => {
    event.waitUntil(
      (async () => {
        await caches.delete(previousVersionCache);
        const previous = await caches.open(previousVersionCache);
        for (const name of [earlierPrecache, precache]) await copyScripts(name, previous);
      })().catch(() => {
        // Without the copy, an old page falls back to its single guarded reload.
      }),
    );
  });
}

/** Serves scripts of the previous version from the copy, otherwise from the network. */
export function answersForOldPages(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && isOwnScript(url),
    async ({ request }) => {
      const options = { cacheName: previousVersionCache, ignoreVary: true };
      return (await caches.match(request.url, options)) ?? fetch(request);
    },
  );
}
