import { once } from "../../core/once.ts";
import { openerOf } from "../../core/page/attributes.ts";
import { noticesId } from "../../core/page/contract.ts";
import { isComposing } from "../platform/composing.ts";
import { closePanel, hasPopover, toggleStandIn } from "../platform/popover.ts";

/** Makes an empty panel with a name. A `manual` one stays open while the reader uses the page. */
export function makePanel(id: string, name: string, kind: "auto" | "manual"): HTMLElement {
  const panel = Object.assign(document.createElement("div"), { id, className: "panel" });
  panel.setAttribute("popover", kind);
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", name);
  document.getElementById(noticesId)?.before(panel);
  return panel;
}

/**
 * Returns what fills a panel the first time it is called. After a failure the panel closes, `fail`
 * is called, and the next call tries again.
 */
function fillOnce(
  panel: HTMLElement,
  fill: () => Promise<void> | void,
  fail: () => void,
): () => void {
  const filled = once(async () => fill());
  return () => {
    filled().catch(() => {
      closePanel(panel);
      fail();
    });
  };
}

/**
 * Opens and closes a panel where the browser has no popovers: by its button, by Escape, and by a
 * press elsewhere.
 */
function standInForPopover(panel: HTMLElement, open: () => void, signal: AbortSignal): void {
  const button = document.querySelector<HTMLButtonElement>(openerOf(panel.id));
  if (!button) return;
  const isOpen = () => panel.hasAttribute("data-open");
  const showState = () => button.setAttribute("aria-expanded", String(isOpen()));
  const close = () => {
    if (isOpen()) closePanel(panel);
  };
  const toggle = () => {
    if (isOpen()) return close();
    open();
    toggleStandIn(panel, true);
  };
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event) || !isOpen()) return;
    close();
    button.focus();
  };
  const closeFromOutside = ({ target }: MouseEvent) => {
    if (target instanceof Node && !panel.contains(target) && !button.contains(target)) close();
  };
  showState();
  panel.addEventListener("toggle", showState, { signal });
  button.addEventListener("click", toggle, { signal });
  document.addEventListener("keydown", closeByEscape, { signal });
  if (panel.getAttribute("popover") !== "manual")
    document.addEventListener("click", closeFromOutside, { signal });
}

/** What fills a panel, and what tells the reader that it can't be filled. */
export interface PanelContent {
  readonly fill: () => Promise<void> | void;
  readonly fail: () => void;
}

/**
 * Fills a panel the first time it opens, unless it is printed with its content; where the browser
 * has no popovers, opens and closes it as one.
 */
export function attachPanel(
  panel: HTMLElement,
  content: PanelContent | undefined,
  signal: AbortSignal,
): void {
  // Escape for an input method must not close a popover. Where the browser hands it to the page
  // only once the composition has ended, the browser itself would.
  const keepOpen = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isComposing(event)) event.preventDefault();
  };
  panel.addEventListener("keydown", keepOpen, { signal });
  const open = content ? fillOnce(panel, content.fill, content.fail) : () => undefined;
  if (!hasPopover) {
    standInForPopover(panel, open, signal);
    return;
  }
  // The reader may have opened it before the script ran.
  if (panel.matches(":popover-open")) open();
  const followToggle = (event: Event) => {
    if ((event as ToggleEvent).newState === "open") open();
  };
  panel.addEventListener("beforetoggle", followToggle, { signal });
}
