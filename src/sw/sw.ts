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

const manifest = self.__WB_MANIFEST;
keepForOldPages(cacheNames.precache);
keepWhole(cacheNames.precache, manifest);
giveUpOnSilence();
precacheAndRoute(manifest, { ignoreURLParametersMatching: ignored });
cleanupOutdatedCaches();
answersForOldPages();
clientsClaim();

const { pathname } = new URL(self.registration.scope);

/** The network's answer; for a page, where there is no network, the report in its language. */
async function answerAnyway(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const isEnglish = new URL(request.url).pathname.startsWith(`${pathname}en`);
    const report = request.mode === "navigate" ? `${isEnglish ? "en/" : ""}index.html` : undefined;
    const kept = report && (await matchPrecache(report).catch(() => undefined));
    return kept || Response.error();
  }
}
// Any other address below the scope; but what is downloaded comes from the network or not at all: the report under a
// file's name would be a broken file.
const denylist = [new RegExp(`^${pathname}${takeFolder}`)];
registerRoute(new NavigationRoute(({ request }) => answerAnyway(request), { denylist }));
// What is kept can't be read, or is gone while the server has a newer version: no reason for the browser's error page.
setCatchHandler(({ request }) => answerAnyway(request));

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
  if (type === "DESCRIBE") {
    event.waitUntil(
      matchPrecache("version.json")
        .then((response) => response?.json())
        .catch(() => undefined)
        .then((version) => event.ports[0]?.postMessage(version)),
    );
  }
});
