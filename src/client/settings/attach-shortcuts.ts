import { listKey, markKey, shortcuts, toShortcutKey } from "../../core/shortcuts.ts";
import { singleKeysAreOff } from "../page/root-style.ts";
import { isComposing } from "../platform/composing.ts";

/** Fields in which keys are text. */
const typed = "input:not([type=checkbox], [type=radio], [type=range]), select, textarea";

/**
 * Attaches the keyboard shortcuts: each presses a button of the page, or runs one of `actions`. A
 * single key does nothing in a text field, or where the reader has turned single keys off (WCAG
 * 2.1.4): speech input and tremor press keys by mistake.
 */
export function attachShortcuts(
  actions: Readonly<Record<"list" | "mark", () => void>>,
  signal: AbortSignal,
): void {
  document.addEventListener(
    "keydown",
    (event) => {
      const { target, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (altKey || event.defaultPrevented || isComposing(event)) return;
      const key = toShortcutKey(event.key);
      const isHeld = ctrlKey || metaKey;
      // Browsers have other commands there, and Caps Lock does not tell them apart.
      if (isHeld && shiftKey) return;
      const isTyped = target instanceof Element && target.closest(typed);
      if (!isHeld && (isTyped || singleKeysAreOff())) return;
      const shortcut = shortcuts.find(
        (each) => each.key === key && (each.isHeld ?? false) === isHeld,
      );
      const presses = shortcut?.presses;
      const pressed = presses && document.querySelector<HTMLElement>(presses);
      const action = isHeld ? undefined : { [listKey]: actions.list, [markKey]: actions.mark }[key];
      if (!pressed && !action) return;
      event.preventDefault();
      if (pressed) pressed.click();
      else action?.();
    },
    { signal },
  );
}
