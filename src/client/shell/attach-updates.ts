import { messageSW } from "workbox-window";
import type { Move } from "../../core/moved.ts";
import { ownController, serviceWorkers, workerAddress } from "../platform/service-workers.ts";
import { createPolicy } from "../platform/trusted-types.ts";
import type { NoticesState } from "./notices.ts";

/** How old the last check for a new version may be when the page is shown again, in ms. */
const staleMs = 60 * 60 * 1000;

/**
 * How long a worker may take to describe its version, in ms: one of another version may not know
 * the message.
 */
const answerMs = 3000;

/** The address of the service worker, a constant of the build, as Trusted Types wants it. */
function workerUrl(base: string): string {
  const url = workerAddress(base);
  const policy = createPolicy("service-worker", { createScriptURL: (same) => same });
  // `register` takes a TrustedScriptURL; its type names a string only.
  return (policy?.createScriptURL(url) as unknown as string | undefined) ?? url;
}

/**
 * Whether a waiting version changes the report that the page shows, or only the app; undefined if
 * unknown.
 */
function whatChanged(version: unknown, textHash: string): "text" | "app" | undefined {
  const texts = (version as { readonly texts?: object } | undefined)?.texts;
  return texts && (Object.values(texts).includes(textHash) ? "app" : "text");
}

/** A worker's description of its version; undefined where it does not answer in time. */
function describe(worker: ServiceWorker): Promise<unknown> {
  const silence = new Promise((resolve) => setTimeout(resolve, answerMs));
  return Promise.race([messageSW(worker, { type: "DESCRIBE" }), silence]);
}

/**
 * Calls back with every worker of a registration that waits, now and from now on. workbox-window's
 * own class reports one version that it did not register itself and none after it, even if that one
 * never came to wait.
 */
function onWaiting(
  registration: ServiceWorkerRegistration,
  callback: (worker: ServiceWorker) => void,
  signal: AbortSignal,
): void {
  const followInstalling = () => {
    const worker = registration.installing;
    const report = () => {
      // The very first worker takes charge without waiting.
      if (worker?.state === "installed" && registration.active) callback(worker);
    };
    worker?.addEventListener("statechange", report, { signal });
  };
  registration.addEventListener("updatefound", followInstalling, { signal });
  followInstalling();
  if (registration.waiting) callback(registration.waiting);
}

/** Checks for what is new when the page is shown again and the last check is old. */
function checkWhenShown(lookForNews: () => void, signal: AbortSignal): void {
  let checkedAt = Date.now();
  const check = () => {
    if (document.visibilityState !== "visible" || Date.now() - checkedAt < staleMs) return;
    checkedAt = Date.now();
    lookForNews();
  };
  document.addEventListener("visibilitychange", check, { signal });
  addEventListener("pageshow", check, { signal });
}

/** What updates need of the page. */
export interface UpdateOptions {
  /** The base path, below which the worker stands. */
  readonly base: string;
  /** The hash of the report's text on this page. */
  readonly textHash: string;
  readonly notices: NoticesState;
  /** Reloads the page with the reading position kept. */
  readonly reload: () => void;
}

/**
 * Registers the service worker and decides on updates: a waiting version is told in a notice,
 * activated only when asked for in this tab, and only this tab reloads. A tab that did not ask is
 * told that the new version is there.
 */
export async function attachUpdates(options: UpdateOptions, signal: AbortSignal): Promise<void> {
  const container = serviceWorkers;
  if (!container) return;
  const { base, textHash, notices, reload } = options;
  let wasControlled = Boolean(ownController(base));
  let isAskedFor = false;
  const followController = async () => {
    if (isAskedFor) return reload();
    // The first worker takes charge of a page that had none: nothing is new.
    const isNew = wasControlled;
    const controller = ownController(base);
    wasControlled = Boolean(controller);
    // The worker that recalls the others does not answer, and brings no version.
    if (isNew && controller && (await describe(controller)))
      notices.show({ kind: "updated-elsewhere", update: reload });
    notices.dismiss("update");
  };
  container.addEventListener("controllerchange", followController, { signal });

  let noticed: ServiceWorker | undefined;
  const notify = async (registration: ServiceWorkerRegistration, worker: ServiceWorker) => {
    const version = await describe(worker);
    // Meanwhile another tab may have activated it, or a newer one may wait.
    if (registration.waiting !== worker || noticed === worker) return;
    noticed = worker;
    notices.show({
      kind: "update",
      changed: whatChanged(version, textHash),
      update() {
        isAskedFor = Boolean(registration.waiting);
        registration.waiting?.postMessage({ type: "SKIP_WAITING" });
      },
    });
  };
  const url = workerUrl(base);
  const register = async () => {
    try {
      const found = await container.register(url, { scope: base, updateViaCache: "none" });
      onWaiting(found, (worker) => void notify(found, worker), signal);
      return found;
    } catch {
      // A private window, refused storage, a broken download: the page is an ordinary one.
      return undefined;
    }
  };
  let registration = await register();
  const lookForMove = async () => {
    // Without a worker the page has come from where it is.
    const controller = ownController(base);
    const move: Move | undefined =
      controller && (await messageSW(controller, { type: "FIND_MOVE" }));
    if (move) notices.show({ kind: "moved", ...move });
  };
  void lookForMove();
  checkWhenShown(() => {
    registration?.update().catch(() => undefined);
    void lookForMove();
  }, signal);
  const registerAgain = async () => {
    // A first visit that was cut off completes on the next connection.
    if (!registration?.active && !registration?.installing) registration = await register();
  };
  addEventListener("online", registerAgain, { signal });
}
