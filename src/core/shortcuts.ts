/** A keyboard shortcut that clicks an element of the page. */
export interface Shortcut {
  /** A value of `KeyboardEvent.key`. */
  readonly key: string;
  /**
   * Whether Ctrl (Command on a Mac) must be held. Such shortcuts cannot be turned off, since they
   * are not pressed by accident.
   */
  readonly isHeld?: boolean;
  /** Its key below `panels.shortcuts.does` in the interface words. */
  readonly does: string;
  /** The CSS selector of the element to click. */
  readonly presses: string;
}

const opens = (panel: string) => `[popovertarget="${panel}"]`;

/** Every shortcut, in the order in which they are listed. */
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

/** Opens the actions for the selection or, if nothing is selected, for the current sentence. */
export const markKey = "m";

/** Opens the list of shortcuts. */
export const listKey = "?";
