/** Puts the focus on a piece of text, for keyboard and screen reader to go on from there; leaves nothing on it afterwards. */
export function focusBriefly(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}

/**
 * Lets keyboard and screen reader go on from an element on a page that has just loaded, without the focus staying there.
 * Orca, which may still be taking the page in, follows the focus or the empty selection, whichever comes when it looks.
 */
export function goOnFrom(element: HTMLElement): void {
  focusBriefly(element);
  element.blur();
  getSelection()?.collapse(element, 0);
}
