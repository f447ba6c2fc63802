/** The session storage key of the language that the reader chose for the summary. */
export const summaryKey = "summary";

const type = "zhanjuan:summary";

/**
 * Dispatches the event that the summary and the gists have been replaced by those of another
 * language.
 */
export function tellSummaryChanged(): void {
  document.dispatchEvent(new CustomEvent(type));
}

/** Listens to that event. */
export function onSummaryChanged(changed: () => void, signal: AbortSignal): void {
  document.addEventListener(type, changed, { signal });
}
