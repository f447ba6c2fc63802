/** Says in a plain sentence that there is no network where a file is asked for without one, in place of a broken download. */
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
