/** Puts the focus on a piece of text, for keyboard and screen reader to go on from there; leaves nothing on it afterwards. */
export function focusBriefly(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}
