import { openerOf } from "../../core/page/attributes.ts";
import { closedSelector } from "../../core/page/contract.ts";
import { closePanel } from "../platform/popover.ts";

/** Marks the reader's place in the contents panel whenever it opens, and closes it when a place is chosen. */
export function attachContents(panel: HTMLElement, signal: AbortSignal): void {
  // Chromium built its accessibility tree when the button was there and the panel was not yet: asked again, it knows that the
  // button opens something, and whether that is open.
  document.querySelector(openerOf(panel.id))?.setAttribute("popovertarget", panel.id);
  const links = [...panel.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
  const mark = () => {
    const line = window.innerHeight / 3;
    let current: HTMLAnchorElement | undefined;
    for (const link of links) {
      link.removeAttribute("aria-current");
      const element = document.getElementById(link.hash.slice(1));
      const closed = element?.closest(closedSelector);
      if (element && !closed && element.getBoundingClientRect().top <= line) current = link;
    }
    current?.setAttribute("aria-current", "location");
    current?.scrollIntoView({ block: "nearest" });
  };
  panel.addEventListener("toggle", mark, { signal });
  panel.addEventListener(
    "click",
    (event) => {
      if (event.target instanceof Element && event.target.closest("a")) closePanel(panel);
    },
    { signal },
  );
}
