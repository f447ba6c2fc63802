import { openerOf } from "../../core/page/attributes.ts";

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

const focusButton = (panel: HTMLElement) =>
  document.querySelector<HTMLElement>(openerOf(panel.id))?.focus();

/** Closes a panel that is a popover, or that stands in for one. A focus inside goes back to the button, as a popover's does. */
export function closePanel(panel: HTMLElement): void {
  if (hasPopover) {
    if (panel.matches(":popover-open")) panel.hidePopover();
    return;
  }
  const hadFocus = panel.contains(document.activeElement);
  toggleStandIn(panel, false);
  if (hadFocus) focusButton(panel);
}

/** Closes a panel that the browser does not close by itself, with the focus back on the button that opens it. */
export function closePanelToButton(panel: HTMLElement): void {
  closePanel(panel);
  focusButton(panel);
}
