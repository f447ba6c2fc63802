// Uninstalls the service worker. It is built as `sw-recall.js`; a host that wants no worker any
// more serves it as `sw.js`. Pages then come from the network only. Settings, notes and downloaded
// recordings stay on the device.
import { precachePrefix, previousVersionCache } from "./caches.ts";

declare const self: ServiceWorkerGlobalScope;

/** Whether a cache belongs to this reader: other sites may share the origin. */
const isOwnCache = (name: string) =>
  name === previousVersionCache ||
  (name.startsWith(precachePrefix) && name.endsWith(self.registration.scope));

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys().catch(() => []);
      await Promise.all(names.filter(isOwnCache).map((name) => caches.delete(name)));
      // Open pages are not reloaded; they use the network from now on.
      await self.registration.unregister();
    })(),
  );
});
