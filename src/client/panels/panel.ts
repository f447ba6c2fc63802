import { closePanel, hasPopover, toggleStandIn } from "../platform/popover.ts";

/** Makes an empty panel with a name. A `manual` one stays open while the reader uses the page. */
export function makePanel(id: string, name: string, kind: "auto" | "manual"): HTMLElement {
  const panel = Object.assign(document.createElement("div"), { id, className: "panel" });
  panel.setAttribute("popover", kind);
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", name);
  document.getElementById("notices")?.before(panel);
  return panel;
}

/**
 * Fills a panel the first time it opens. Where the browser has no popovers, opens and closes it as one:
 * by its button, by Escape, and by a press elsewhere.
 */
export function attachPanel(panel: HTMLElement, fill: () => Promise<void> | void): void {
  let isFilled = false;
  const fillOnce = () => {
    if (isFilled) return;
    isFilled = true;
    Promise.resolve(fill()).catch(() => {
      isFilled = false;
      closePanel(panel);
    });
  };
  const button = document.querySelector<HTMLButtonElement>(`[popovertarget="${panel.id}"]`);
  if (hasPopover) {
    // Opened by a reader who was faster than the script.
    if (panel.matches(":popover-open")) fillOnce();
    panel.addEventListener("beforetoggle", (event) => {
      if ((event as ToggleEvent).newState === "open") fillOnce();
    });
    return;
  }
  if (!button) return;
  const isOpen = () => panel.hasAttribute("data-open");
  const follow = () => button.setAttribute("aria-expanded", String(isOpen()));
  const close = () => {
    if (isOpen()) closePanel(panel);
  };
  follow();
  panel.addEventListener("toggle", follow);
  button.addEventListener("click", () => {
    if (isOpen()) return close();
    fillOnce();
    toggleStandIn(panel, true);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    close();
    button.focus();
  });
  if (panel.getAttribute("popover") === "manual") return;
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (target instanceof Node && !panel.contains(target) && !button.contains(target)) close();
  });
}
