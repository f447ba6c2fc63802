import { listKey, shortcuts } from "../../core/shortcuts.ts";
import { singleKeysAreOff } from "../platform/root-style.ts";

/** Where letters are what the reader types. */
const typed = "input:not([type=checkbox], [type=radio], [type=range]), select, textarea";

/**
 * Presses what a key of ours stands for, and lets `list` show them all. Single keys do nothing where they are typed, and
 * for a reader who has turned them off (WCAG 2.1.4): speech input and tremor press keys that nobody means.
 */
export function attachShortcuts(list: () => void): void {
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (altKey || event.defaultPrevented) return;
    const isHeld = ctrlKey || metaKey;
    const isTyped = target instanceof Element && target.closest(typed);
    if (!isHeld && (isTyped || singleKeysAreOff())) return;
    const shortcut = shortcuts.find(
      (each) => each.key === key && (each.isHeld ?? false) === isHeld,
    );
    const pressed = shortcut && document.querySelector<HTMLElement>(shortcut.presses);
    if (pressed) {
      event.preventDefault();
      pressed.click();
    } else if (!isHeld && key === listKey) {
      event.preventDefault();
      list();
    }
  });
}
