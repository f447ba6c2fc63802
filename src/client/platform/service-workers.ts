/** `navigator.serviceWorker`; undefined where the browser has none or blocks it. */
export const serviceWorkers: ServiceWorkerContainer | undefined = (() => {
  try {
    return navigator.serviceWorker;
  } catch {
    // In a sandboxed frame the getter throws.
    return undefined;
  }
})();

/** The address of the service worker of a base path. */
export const workerAddress = (base: string): string => `${base}sw.js`;

/** This reader's worker, if it is in charge of the page: another site's scope may contain it. */
export function ownController(base: string): ServiceWorker | undefined {
  const controller = serviceWorkers?.controller;
  const own = new URL(workerAddress(base), location.href).href;
  return controller?.scriptURL === own ? controller : undefined;
}
