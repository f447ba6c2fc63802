/** `navigator.serviceWorker`; undefined where the browser has none or blocks it. */
export const serviceWorkers: ServiceWorkerContainer | undefined = (() => {
  try {
    return navigator.serviceWorker;
  } catch {
    // In a sandboxed frame the getter throws.
    return undefined;
  }
})();
