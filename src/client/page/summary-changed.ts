/** Where the language of the summary is kept that the reader chose during this visit. */
export const summaryKey = "zhanjuan:summary";

const type = "zhanjuan:summary";

/** Tells whoever reads the page that what is told of the report is in another language now. */
export function tellSummaryChanged(): void {
  document.dispatchEvent(new CustomEvent(type));
}

/** Calls back whenever that has changed. */
export function onSummaryChanged(changed: () => void, signal: AbortSignal): void {
  document.addEventListener(type, changed, { signal });
}
