/**
 * Focuses an element that is not focusable, so that keyboard and screen reader continue from it,
 * until it loses the focus.
 */
export function focusBriefly(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}

/**
 * The block that begins with an element's text; the element itself where other text of the block
 * comes before.
 */
function blockAt(element: HTMLElement): HTMLElement {
  const firstText = (within: Node) =>
    document.createTreeWalker(within, NodeFilter.SHOW_TEXT).nextNode();
  const text = firstText(element);
  const block = text?.parentElement?.closest<HTMLElement>("p, h1, h2, h3, summary, dt");
  return block && firstText(block) === text ? block : element;
}

/**
 * Lets keyboard and screen reader continue from an element of a page that has just loaded, without
 * leaving the focus there. Orca, which may still be reading the page in, follows either the focus
 * or the caret, so both are set. It reads the line once if both are at the beginning of a block,
 * and may read it twice otherwise.
 */
export function continueFrom(element: HTMLElement): void {
  const begin = blockAt(element);
  focusBriefly(begin);
  begin.blur();
  getSelection()?.collapse(begin, 0);
}
