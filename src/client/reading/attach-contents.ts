import { openerOf } from "../../core/page/attributes.ts";
import { closedSelector } from "../../core/page/contract.ts";
import { closePanel } from "../platform/popover.ts";

/**
 * Marks the section that is being read whenever the contents panel opens, and closes the panel when
 * a link is followed.
 */
export function attachContents(panel: HTMLElement, signal: AbortSignal): void {
  // The button is parsed before its panel, so Chromium's accessibility tree lacks that it expands
  // something. Setting the attribute again makes it look the panel up.
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
