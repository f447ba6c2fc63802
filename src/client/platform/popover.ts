import { openerOf } from "../../core/page/attributes.ts";

/** Whether the browser has popovers (Chrome 114, Safari 17, Firefox 125). */
export const hasPopover = typeof HTMLElement.prototype.showPopover === "function";

/**
 * Opens or closes a panel where there are no popovers, and dispatches `toggle` as one does (HTML,
 * ToggleEvent).
 */
export function toggleStandIn(panel: HTMLElement, isOpen: boolean): void {
  panel.toggleAttribute("data-open", isOpen);
  panel.dispatchEvent(Object.assign(new Event("toggle"), { newState: isOpen ? "open" : "closed" }));
}

/** Opens a panel that no button of the page opens, and focuses it. */
export function openPanel(panel: HTMLElement): void {
  if (!hasPopover) toggleStandIn(panel, true);
  else if (!panel.matches(":popover-open")) panel.showPopover();
  panel.tabIndex = -1;
  panel.focus();
}

const focusButton = (panel: HTMLElement) =>
  document.querySelector<HTMLElement>(openerOf(panel.id))?.focus();

/**
 * Closes a panel. A focus inside it returns to its button, which for a popover the browser does.
 */
export function closePanel(panel: HTMLElement): void {
  if (hasPopover) {
    if (panel.matches(":popover-open")) panel.hidePopover();
    return;
  }
  const hadFocus = panel.contains(document.activeElement);
  toggleStandIn(panel, false);
  if (hadFocus) focusButton(panel);
}

/** Closes a `manual` panel and focuses its button. */
export function closePanelToButton(panel: HTMLElement): void {
  closePanel(panel);
  focusButton(panel);
}
