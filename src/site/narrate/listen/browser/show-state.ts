import type { PageData, RecordingState, SentenceState } from "../protocol.ts";

/** The filter's choices. */
export type Shown = "all" | "unheard" | "entries";

function showEntries(sentence: HTMLElement, state: SentenceState, words: PageData["words"]): void {
  const box = sentence.querySelector<HTMLElement>(".entries");
  const list = box?.querySelector("ul");
  if (!box || !list) return;
  box.hidden = state.entries.length === 0;
  const items = state.entries.map(({ written, said, isReviewed }) => {
    const item = sentence.ownerDocument.createElement("li");
    const reviewed = isReviewed ? words.reviewed : words.unreviewed;
    item.textContent = `${written} ${said || words.pause} · ${reviewed}`;
    return item;
  });
  list.replaceChildren(...items);
}

/** Shows what is known of a sentence: its tick, its entries, and that it is to be recorded again. */
export function showSentence(
  sentence: HTMLElement,
  state: SentenceState,
  words: PageData["words"],
): void {
  const isOutdated = state.outdated !== undefined;
  const tick = sentence.querySelector<HTMLInputElement>(".right");
  if (tick) {
    tick.checked = state.isRight;
    tick.disabled = isOutdated;
  }
  const next = sentence.querySelector<HTMLButtonElement>(".next");
  if (next) next.disabled = isOutdated;
  const note = sentence.querySelector<HTMLElement>(".outdated");
  if (note) {
    note.textContent = state.outdated ?? "";
    note.hidden = !isOutdated;
  }
  showEntries(sentence, state, words);
}

/** Whether a filter shows a sentence. */
export function isShown({ isRight, entries }: SentenceState, shown: Shown): boolean {
  if (shown === "unheard") return !isRight;
  return shown === "all" || entries.length > 0;
}

/** `3 / 69`: how many sentences are ticked, of all. */
export function countHeard({ sentences }: RecordingState): string {
  return `${sentences.filter(({ isRight }) => isRight).length} / ${sentences.length}`;
}
