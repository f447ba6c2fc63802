/** The page's service workers; undefined where the browser has none, or refuses them to this page. */
export const serviceWorkers: ServiceWorkerContainer | undefined = (() => {
  try {
    return navigator.serviceWorker;
  } catch {
    // In a sandboxed frame merely asking for them throws.
    return undefined;
  }
})();
