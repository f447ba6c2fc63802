import { openerOf } from "./page/attributes.ts";
import {
  contentsPanelId,
  expandButtonSelector,
  languageLinkSelector,
  listenPanelId,
  notesPanelId,
  parallelSelector,
  searchPanelId,
  textPanelId,
} from "./page/contract.ts";

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

/** Every key of the reader's own, in the order in which they are listed. */
export const shortcuts: readonly Shortcut[] = [
  { key: "c", does: "contents", presses: openerOf(contentsPanelId) },
  { key: "t", does: "text", presses: openerOf(textPanelId) },
  { key: "l", does: "listen", presses: openerOf(listenPanelId) },
  { key: "p", does: "play", presses: `#${listenPanelId} .primary` },
  { key: "/", does: "search", presses: openerOf(searchPanelId) },
  { key: "k", isHeld: true, does: "search", presses: openerOf(searchPanelId) },
  { key: "b", does: "bookmark", presses: openerOf(notesPanelId) },
  { key: "e", does: "expand", presses: expandButtonSelector },
  { key: "s", does: "parallel", presses: parallelSelector },
  { key: "g", does: "language", presses: languageLinkSelector },
];

/** The key that leads to what can be done with the selection, or where nothing is selected, with the sentence being read. */
export const markKey = "m";

/** The key that lists them all. */
export const listKey = "?";
