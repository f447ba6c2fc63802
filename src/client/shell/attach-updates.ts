import { messageSW } from "workbox-window";
import { serviceWorkers } from "../platform/service-workers.ts";
import type { NoticesState } from "./notices.ts";

/** How old the last look for a new version may be when the page is shown again, in ms. */
const staleMs = 60 * 60 * 1000;

/** How long a worker may take to say what version it brings, in ms: one of another time may not know the question. */
const answerMs = 3000;

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The worker's address, made trusted: it is a constant of the build. */
function workerUrl(base: string): string {
  const url = `${base}sw.js`;
  const types = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  return (
    types
      ?.createPolicy("service-worker", { createScriptURL: (same) => same })
      .createScriptURL(url) ?? url
  );
}

/** Whether a waiting version changes the report that the page shows, or only the app; undefined if unknown. */
function whatChanged(version: unknown, textHash: string): "text" | "app" | undefined {
  const texts = (version as { readonly texts?: object } | undefined)?.texts;
  return texts && (Object.values(texts).includes(textHash) ? "app" : "text");
}

/** What a worker says of its version; undefined where it says nothing. */
function describe(worker: ServiceWorker): Promise<unknown> {
  const silence = new Promise((resolve) => setTimeout(resolve, answerMs));
  return Promise.race([messageSW(worker, { type: "DESCRIBE" }), silence]);
}

/**
 * Registers the service worker, and owns the policy of updates: a waiting version
 * is told, taken only when asked for in this tab, and only this tab reloads. A tab that did not ask learns
 * that the new version is there. `reload` reloads with the reader's place kept.
 */
export async function attachUpdates(options: {
  readonly base: string;
  /** The hash of the report's text on this page. */
  readonly textHash: string;
  readonly notices: NoticesState;
  readonly reload: () => void;
}): Promise<void> {
  const container = serviceWorkers;
  if (!container) return;
  const { base, textHash, notices, reload } = options;

  let wasControlled = Boolean(container.controller);
  let isAsked = false;
  container.addEventListener("controllerchange", async () => {
    if (isAsked) return reload();
    // The first worker takes charge of a page that had none: nothing is new.
    const isNews = wasControlled;
    wasControlled = true;
    // A worker that recalls the others says nothing, and brings nothing to update to.
    if (isNews && container.controller && (await describe(container.controller)))
      notices.show({ kind: "updated-elsewhere", update: reload });
    notices.dismiss("update");
  });

  let told: ServiceWorker | undefined;
  const tell = async (registration: ServiceWorkerRegistration, worker: ServiceWorker) => {
    const version = await describe(worker);
    // Meanwhile another tab may have taken it, or a newer one may wait.
    if (registration.waiting !== worker || told === worker) return;
    told = worker;
    notices.show({
      kind: "update",
      changed: whatChanged(version, textHash),
      update() {
        isAsked = Boolean(registration.waiting);
        registration.waiting?.postMessage({ type: "SKIP_WAITING" });
      },
    });
  };
  // The library's own class hears of one version that it did not register itself, and of none after it, even if that one
  // never came to wait.
  const watch = (registration: ServiceWorkerRegistration) => {
    const follow = () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        // The first worker of all takes charge without waiting.
        if (worker.state === "installed" && registration.active) void tell(registration, worker);
      });
    };
    registration.addEventListener("updatefound", follow);
    follow();
    if (registration.waiting) void tell(registration, registration.waiting);
    return registration;
  };
  // No registration (a private window, a refused storage, a broken download; some block it by an empty answer) leaves an
  // ordinary page.
  const url = workerUrl(base);
  const register = () =>
    container
      .register(url, { scope: base, updateViaCache: "none" })
      .then(watch)
      .catch(() => undefined);
  let registration = await register();
  let lookedAt = Date.now();
  const look = async () => {
    if (document.visibilityState !== "visible" || Date.now() - lookedAt < staleMs) return;
    lookedAt = Date.now();
    await registration?.update().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  addEventListener("online", async () => {
    // A first visit that was cut off completes on the next connection.
    if (!registration?.active && !registration?.installing) registration = await register();
  });
}
