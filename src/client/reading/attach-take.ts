/**
 * Tells the reader that there is no network when they ask for a file without one, in place of a
 * failed download.
 */
export function attachTake(list: HTMLElement, signal: AbortSignal): void {
  const status = list.querySelector("[role=status]");
  list.addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element && event.target.closest("a[download]")) || !status)
        return;
      status.textContent = navigator.onLine ? "" : (list.dataset.offline ?? "");
      if (!navigator.onLine) event.preventDefault();
    },
    { signal },
  );
}
