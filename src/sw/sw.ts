import { clientsClaim, setCacheNameDetails } from "workbox-core";
import { addPlugins, getCacheKeyForURL, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { createPartialResponse } from "workbox-range-requests";
import { NavigationRoute, registerRoute, setCatchHandler } from "workbox-routing";
import { takeFolder } from "../core/document/take.ts";
import { leadOnParameter } from "../core/moved.ts";
import { isRecordingFile, recordingsCaches, recordingsFolder } from "../core/speech/recording.ts";
import { base, deleteEarlier, precache } from "./caches.ts";
import { findMove } from "./find-move.ts";
import { giveUpOnSilence } from "./give-up.ts";
import { keepWhole } from "./keep-whole.ts";
import { answersForOldPages, keepForOldPages } from "./previous-version.ts";
import { storedForm } from "./stored-form.ts";

declare const self: ServiceWorkerGlobalScope;

setCacheNameDetails({ prefix: "", precache, suffix: "" });

const manifest = self.__WB_MANIFEST;
keepForOldPages();
keepWhole(precache, manifest);
giveUpOnSilence();
addPlugins([
  {
    cacheWillUpdate: async ({ request, response }) =>
      storedForm(new URL(request.url).pathname, response),
  },
]);
registerRoute(
  ({ request, url }) => request.mode === "navigate" && url.searchParams.has(leadOnParameter),
  ({ request }) => fetchOrFallBack(request),
);
// A page is where its path says, whatever an address has behind it: where it was shared, a counter.
precacheAndRoute(manifest, { ignoreURLParametersMatching: [/^/] });
answersForOldPages();
clientsClaim();
// Not by Workbox, which takes the caches of every site whose address begins like this one for ours.
self.addEventListener("activate", (event) =>
  event.waitUntil(deleteEarlier().catch(() => undefined)),
);

/** The report in the language of an address. */
const reportFor = (path: string) =>
  path === `${base}en` || path.startsWith(`${base}en/`) ? "en/index.html" : "index.html";

/** Fetches from the network; for a navigation while offline, serves the report. */
async function fetchOrFallBack(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const report = request.mode === "navigate" && reportFor(new URL(request.url).pathname);
    const cached = report && (await matchPrecache(report).catch(() => undefined));
    return cached || Response.error();
  }
}

/** Answers a navigation to an address that is none of a page. */
async function answerNavigation({ request, url }: { request: Request; url: URL }) {
  const page = new URL(url);
  page.pathname += "/";
  page.search = "";
  // The browser takes it along.
  page.hash = "";
  // As a server does it: a page's address ends with a slash.
  if (!getCacheKeyForURL(`${page.href}index.html`)) return fetchOrFallBack(request);
  page.search = url.search;
  return Response.redirect(page.href);
}
// Handles other URLs in scope, except downloads: the report must not be served under the name of a
// file.
const denylist = [new RegExp(`^${base}${takeFolder}`)];
registerRoute(new NavigationRoute(answerNavigation, { denylist }));
// The cache cannot be read, or is gone while the server has a newer version: better than the
// browser's error page.
setCatchHandler(({ request }) => fetchOrFallBack(request));

/** A file of a recording that the reader has downloaded. */
async function matchRecording(address: string): Promise<Response | undefined> {
  for (const cacheName of recordingsCaches(base)) {
    const kept = await caches.match(address, { cacheName, ignoreVary: true });
    if (kept && isRecordingFile(kept.status, kept.headers.get("Content-Type"))) return kept;
  }
  return undefined;
}

/**
 * Serves a downloaded recording from the cache, in ranges if the player asks for them; otherwise
 * from the network.
 */
registerRoute(
  ({ url }) => url.pathname.startsWith(base + recordingsFolder),
  async ({ request }) => {
    const kept = await matchRecording(request.url);
    // While offline, answer "no content" rather than log an error in the page's console.
    if (!kept) return fetch(request).catch(() => new Response(null, { status: 204 }));
    return request.headers.has("range") ? createPartialResponse(request, kept) : kept;
  },
);

self.addEventListener("message", (event) => {
  const type: unknown = event.data?.type;
  const answer = (found: unknown) => event.ports[0]?.postMessage(found);
  if (type === "SKIP_WAITING") self.skipWaiting();
  if (type === "FIND_MOVE") event.waitUntil(findMove(location.href).then(answer));
  if (type === "DESCRIBE") {
    event.waitUntil(
      matchPrecache("version.json")
        .then((response) => response?.json())
        .catch(() => undefined)
        .then(answer),
    );
  }
});
