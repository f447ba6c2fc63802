/** Whether the browser opens popovers by itself (Chrome 114, Safari 17, Firefox 125). */
export const hasPopover = typeof HTMLElement.prototype.showPopover === "function";

/** Opens or closes a panel that stands in for a popover, and says so as a popover does: by `toggle` (HTML, ToggleEvent). */
export function toggleStandIn(panel: HTMLElement, isOpen: boolean): void {
  panel.toggleAttribute("data-open", isOpen);
  panel.dispatchEvent(Object.assign(new Event("toggle"), { newState: isOpen ? "open" : "closed" }));
}

/** Opens a panel that no button of the page opens, with the focus in it. */
export function openPanel(panel: HTMLElement): void {
  if (!hasPopover) toggleStandIn(panel, true);
  else if (!panel.matches(":popover-open")) panel.showPopover();
  panel.tabIndex = -1;
  panel.focus();
}

/** Closes a panel that is a popover, or that stands in for one. */
export function closePanel(panel: HTMLElement): void {
  if (!hasPopover) toggleStandIn(panel, false);
  else if (panel.matches(":popover-open")) panel.hidePopover();
}

/** Closes a panel that the browser does not close by itself, with the focus back on the button that opens it. */
export function closePanelToButton(panel: HTMLElement): void {
  closePanel(panel);
  document.querySelector<HTMLElement>(`[popovertarget="${panel.id}"]`)?.focus();
}
