/** Whether the browser opens popovers by itself (Chrome 114, Safari 17, Firefox 125). */
export const hasPopover = typeof HTMLElement.prototype.showPopover === "function";

/** Opens a panel that no button of the page opens, with the focus in it. */
export function openPanel(panel: HTMLElement): void {
  if (!hasPopover) panel.toggleAttribute("data-open", true);
  else if (!panel.matches(":popover-open")) panel.showPopover();
  panel.tabIndex = -1;
  panel.focus();
}

/** Closes a panel that is a popover, or that stands in for one. */
export function closePanel(panel: HTMLElement): void {
  if (hasPopover) {
    if (panel.matches(":popover-open")) panel.hidePopover();
  } else {
    panel.removeAttribute("data-open");
    panel.dispatchEvent(new Event("panelclose"));
  }
}

/** Closes a panel that the browser does not close by itself, with the focus back on the button that opens it. */
export function closePanelToButton(panel: HTMLElement): void {
  closePanel(panel);
  document.querySelector<HTMLElement>(`[popovertarget="${panel.id}"]`)?.focus();
}
