// Uninstalls the service worker. It is built as `sw-recall.js`; a host that wants no worker any
// more serves it as `sw.js`. Pages then come from the network only. Settings, notes and downloaded
// recordings stay on the device.
import { deleteEarlier, precache, previousVersionCache } from "./caches.ts";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // Other sites may share the origin: only caches that are this reader's.
      await Promise.all([
        caches.delete(precache),
        caches.delete(previousVersionCache),
        deleteEarlier(),
      ]).catch(() => undefined);
      // Open pages are not reloaded; they use the network from now on.
      await self.registration.unregister();
    })(),
  );
});
