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

/** What a shortcut does: its key below `panels.shortcuts.does` in the interface words. */
export type ShortcutAction =
  | "contents"
  | "text"
  | "listen"
  | "play"
  | "search"
  | "bookmark"
  | "expand"
  | "parallel"
  | "language";

/** What an input method for Chinese makes of the key `/`. */
const ideographicComma = "、";

/**
 * A value of `KeyboardEvent.key` as the shortcuts know it: whatever Caps Lock and an input method
 * for Chinese, which types full-width marks, make of the key.
 */
export function toShortcutKey(key: string): string {
  return key === ideographicComma ? "/" : key.normalize("NFKC").toLowerCase();
}

/** A keyboard shortcut that clicks an element of the page. */
export interface Shortcut {
  /** A value of `KeyboardEvent.key`, in lower case. */
  readonly key: string;
  /**
   * Whether Ctrl (Command on a Mac) must be held. Such shortcuts cannot be turned off, since they
   * are not pressed by accident.
   */
  readonly isHeld?: boolean;
  readonly does: ShortcutAction;
  /** The CSS selector of the element to click. */
  readonly presses: string;
}

/** Every shortcut, in the order in which they are listed. */
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

/** Opens the actions for the selection or, if nothing is selected, for the current sentence. */
export const markKey = "m";

/** Opens the list of shortcuts. */
export const listKey = "?";
