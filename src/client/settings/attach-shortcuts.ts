import { listKey, markKey, shortcuts } from "../../core/shortcuts.ts";
import { singleKeysAreOff } from "../page/root-style.ts";

/** Where letters are what the reader types. */
const typed = "input:not([type=checkbox], [type=radio], [type=range]), select, textarea";

/**
 * Presses what a key of ours stands for, or does one of the deeds that no button of the page does. Single keys do nothing where they are typed, and
 * for a reader who has turned them off (WCAG 2.1.4): speech input and tremor press keys that nobody means.
 */
export function attachShortcuts(
  deeds: Readonly<Record<"list" | "mark", () => void>>,
  signal: AbortSignal,
): void {
  document.addEventListener(
    "keydown",
    (event) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (altKey || event.defaultPrevented) return;
      const isHeld = ctrlKey || metaKey;
      const isTyped = target instanceof Element && target.closest(typed);
      if (!isHeld && (isTyped || singleKeysAreOff())) return;
      const shortcut = shortcuts.find(
        (each) => each.key === key && (each.isHeld ?? false) === isHeld,
      );
      const presses = shortcut?.presses;
      const pressed = presses && document.querySelector<HTMLElement>(presses);
      const deed = isHeld ? undefined : { [listKey]: deeds.list, [markKey]: deeds.mark }[key];
      if (!pressed && !deed) return;
      event.preventDefault();
      if (pressed) pressed.click();
      else deed?.();
    },
    { signal },
  );
}
