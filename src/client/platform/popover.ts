/** Whether the browser opens popovers by itself (Chrome 114, Safari 17, Firefox 125). */
export const hasPopover = typeof HTMLElement.prototype.showPopover === "function";

/** Closes a panel that is a popover, or that stands in for one. */
export function closePanel(panel: HTMLElement): void {
  if (hasPopover) {
    if (panel.matches(":popover-open")) panel.hidePopover();
  } else {
    panel.removeAttribute("data-open");
    panel.dispatchEvent(new Event("panelclose"));
  }
}
