/** Puts the focus on a piece of text, for keyboard and screen reader to go on from there; leaves nothing on it afterwards. */
export function focusBriefly(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}

/** The block whose text begins where an element's does; the element itself, where it begins within a block. */
function blockAt(element: HTMLElement): HTMLElement {
  const firstText = (within: Node) =>
    document.createTreeWalker(within, NodeFilter.SHOW_TEXT).nextNode();
  const text = firstText(element);
  const block = text?.parentElement?.closest<HTMLElement>("p, h1, h2, h3, summary, dt");
  return block && firstText(block) === text ? block : element;
}

/**
 * Lets keyboard and screen reader go on from an element on a page that has just loaded, without the focus staying there.
 * Orca, which may still be taking the page in, follows the focus or the empty selection, whichever comes when it looks; it
 * reads the line once where both are at the beginning of a block, and else may read it again.
 */
export function goOnFrom(element: HTMLElement): void {
  const begin = blockAt(element);
  focusBriefly(begin);
  begin.blur();
  getSelection()?.collapse(begin, 0);
}
