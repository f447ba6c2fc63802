import { cacheNames, clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { createPartialResponse } from "workbox-range-requests";
import { NavigationRoute, registerRoute, setCatchHandler } from "workbox-routing";
import { takeFolder } from "../core/document/take.ts";
import { recordingsCache, recordingsFolder } from "../core/speech/recording.ts";
import { giveUpOnSilence } from "./give-up.ts";
import { keepWhole } from "./keep-whole.ts";
import { answersForOldPages, keepForOldPages } from "./previous-version.ts";

declare const self: ServiceWorkerGlobalScope;

/** Tracking parameters, which must not cause a cache miss. */
const trackingParameters = [
  /^utm_/,
  /^fbclid$/,
  /^gclid$/,
  /^from$/,
  /^isappinstalled$/,
  /^nsukey$/,
  /^scene$/,
];

const manifest = self.__WB_MANIFEST;
keepForOldPages(cacheNames.precache);
keepWhole(cacheNames.precache, manifest);
giveUpOnSilence();
precacheAndRoute(manifest, { ignoreURLParametersMatching: trackingParameters });
cleanupOutdatedCaches();
answersForOldPages();
clientsClaim();

const { pathname } = new URL(self.registration.scope);

/**
 * Fetches from the network; for a navigation while offline, serves the report in the page's
 * language.
 */
async function fetchOrFallBack(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const isEnglish = new URL(request.url).pathname.startsWith(`${pathname}en`);
    const report = request.mode === "navigate" ? `${isEnglish ? "en/" : ""}index.html` : undefined;
    const cached = report && (await matchPrecache(report).catch(() => undefined));
    return cached || Response.error();
  }
}
// Handles other URLs in scope, except downloads: the report must not be served under the name of a
// file.
const denylist = [new RegExp(`^${pathname}${takeFolder}`)];
registerRoute(new NavigationRoute(({ request }) => fetchOrFallBack(request), { denylist }));
// The cache cannot be read, or is gone while the server has a newer version: better than the
// browser's error page.
setCatchHandler(({ request }) => fetchOrFallBack(request));

/**
 * Serves a downloaded recording from the cache, in ranges if the player asks for them; otherwise
 * from the network.
 */
registerRoute(
  ({ url }) => url.pathname.startsWith(pathname + recordingsFolder),
  async ({ request }) => {
    const cached = await (await caches.open(recordingsCache)).match(request.url);
    // While offline, answer "no content" rather than log an error in the page's console.
    if (!cached) return fetch(request).catch(() => new Response(null, { status: 204 }));
    return request.headers.has("range") ? createPartialResponse(request, cached) : cached;
  },
);

self.addEventListener("message", (event) => {
  const type: unknown = event.data?.type;
  if (type === "SKIP_WAITING") self.skipWaiting();
  if (type === "DESCRIBE") {
    event.waitUntil(
      matchPrecache("version.json")
        .then((response) => response?.json())
        .catch(() => undefined)
        .then((version) => event.ports[0]?.postMessage(version)),
    );
  }
});
