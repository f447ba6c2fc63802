// The worker that takes all others back: built as `sw-recall.js`, and put in place of `sw.js` by a host that wants no
// worker any more. Pages then come from the network alone. Settings, notes and kept recordings stay on the device.
import { precachePrefix, previousVersionCache } from "./caches.ts";

declare const self: ServiceWorkerGlobalScope;

/** Whether a cache of this origin, where other sites may stand too, holds pages or scripts of this one. */
const isOurs = (name: string) =>
  name === previousVersionCache ||
  (name.startsWith(precachePrefix) && name.endsWith(self.registration.scope));

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys().catch(() => []);
      await Promise.all(names.filter(isOurs).map((name) => caches.delete(name)));
      // No page is reloaded: each goes on, and asks the network from now on.
      await self.registration.unregister();
    })(),
  );
});
