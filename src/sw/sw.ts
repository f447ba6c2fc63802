import { cacheNames, clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { createPartialResponse } from "workbox-range-requests";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { recordingsCache, recordingsFolder } from "../core/speech/recording.ts";
import { answersForOldPages, keepForOldPages } from "./previous-version.ts";

declare const self: ServiceWorkerGlobalScope;

/** Query parameters that say where a reader came from and change nothing: they must not miss the cache. */
const ignored = [
  /^utm_/,
  /^fbclid$/,
  /^gclid$/,
  /^from$/,
  /^isappinstalled$/,
  /^nsukey$/,
  /^scene$/,
];

keepForOldPages(cacheNames.precache);
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: ignored });
cleanupOutdatedCaches();
answersForOldPages();
clientsClaim();

/** Any other address below the scope: the network's answer, or without one the report in its language. */
function registerNavigations(allowlist: RegExp[], fallback: string): void {
  const answer = async ({ request }: { request: Request }) => {
    try {
      return await fetch(request);
    } catch {
      // No network: the report is what there is.
      return (await matchPrecache(fallback)) ?? Response.error();
    }
  };
  registerRoute(new NavigationRoute(answer, { allowlist }));
}
const { pathname } = new URL(self.registration.scope);
registerNavigations([new RegExp(`^${pathname}en(/|$)`)], "en/index.html");
registerNavigations([/./], "index.html");

/** A recording that the reader keeps, whole or in the stretches that a player asks for; else the network's. */
registerRoute(
  ({ url }) => url.pathname.startsWith(pathname + recordingsFolder),
  async ({ request }) => {
    const kept = await (await caches.open(recordingsCache)).match(request.url);
    // Without a network there is just no recording: no content, rather than an error on the page's console.
    if (!kept) return fetch(request).catch(() => new Response(null, { status: 204 }));
    return request.headers.has("range") ? createPartialResponse(request, kept) : kept;
  },
);

self.addEventListener("message", (event) => {
  const type: unknown = event.data?.type;
  if (type === "SKIP_WAITING") self.skipWaiting();
  if (type === "DESCRIBE")
    event.waitUntil(
      matchPrecache("version.json")
        .then((response) => response?.json())
        .catch(() => undefined)
        .then((version) => event.ports[0]?.postMessage(version)),
    );
});
