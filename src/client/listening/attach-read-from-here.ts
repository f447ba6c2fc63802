import { spokenSelector } from "../../core/page/contract.ts";

/**
 * While the player is open, a press on a sentence plays from there. Links, buttons and selections
 * work as always.
 */
export function attachReadFromHere(
  panel: HTMLElement,
  play: (id: string) => void,
  signal: AbortSignal,
): void {
  const isOpen = () => panel.getClientRects().length > 0;
  document.addEventListener(
    "click",
    ({ target }) => {
      if (!(target instanceof Element) || !isOpen() || target.closest("a, button, summary")) return;
      const sentence = target.closest(spokenSelector);
      if (sentence && getSelection()?.isCollapsed !== false) play(sentence.id);
    },
    { signal },
  );
}
