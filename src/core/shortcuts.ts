/** A key that presses something of the page. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has it. */
  readonly key: string;
  /** Whether Ctrl, or Command on a Mac, is held with it. Such a key cannot be turned off: nobody presses it by chance. */
  readonly isHeld?: boolean;
  /** The word for what it does, below `panels.shortcuts.does`. */
  readonly does: string;
  /** What it presses, as a CSS selector. */
  readonly presses: string;
}

const opens = (panel: string) => `[popovertarget="${panel}"]`;

/** Every key of the reader's own, in the order in which they are listed. */
export const shortcuts: readonly Shortcut[] = [
  { key: "c", does: "contents", presses: opens("contents-panel") },
  { key: "t", does: "text", presses: opens("text-panel") },
  { key: "l", does: "listen", presses: opens("listen-panel") },
  { key: "p", does: "play", presses: "#listen-panel .primary" },
  { key: "/", does: "search", presses: opens("search-panel") },
  { key: "k", isHeld: true, does: "search", presses: opens("search-panel") },
  { key: "b", does: "bookmark", presses: opens("notes-panel") },
  { key: "e", does: "expand", presses: "[data-expand]" },
  { key: "s", does: "parallel", presses: ".parallel" },
  { key: "g", does: "language", presses: ".language" },
];

/** The key that leads to what can be done with the selection, or where nothing is selected, with the sentence being read. */
export const markKey = "m";

/** The key that lists them all. */
export const listKey = "?";
