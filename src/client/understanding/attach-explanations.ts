import { explainedSelector, mainId, occurrencesClass } from "../../core/page/contract.ts";
import { loadPage } from "../page/pages.ts";
import { hasPopover } from "../platform/popover.ts";

/** How long the pointer may be elsewhere before an explanation goes, in ms: time to move onto it. */
const patience = 300;

/** Copies an entry of the glossary's page: its words, without its places in the report. */
function copyEntry(entry: Element, address: string, title: string): Node[] {
  const parts = [...entry.children].filter((part) => !part.classList.contains(occurrencesClass));
  const more = Object.assign(document.createElement("a"), { href: address, textContent: title });
  const way = document.createElement("p");
  way.append(more);
  return [...parts.map((part) => document.importNode(part, true)), way];
}

/**
 * Shows what the glossary says of a term beside the term itself: by pointer, by touch and by keyboard. Where the browser
 * has no popovers, terms stay what they are without script: links to the glossary. Returns what shows one at once.
 */
export function attachExplanations(signal: AbortSignal): (term: HTMLAnchorElement) => void {
  if (!hasPopover) return () => undefined;
  const box = Object.assign(document.createElement("div"), { id: "explanation" });
  box.className = "explanation";
  box.setAttribute("popover", "manual");
  box.setAttribute("role", "note");
  document.getElementById(mainId)?.append(box);
  let shown: HTMLAnchorElement | undefined;
  let timer = 0;

  const hide = () => {
    window.clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    if (box.matches(":popover-open")) box.hidePopover();
  };
  const hideSoon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(hide, patience);
  };
  const place = (term: Element) => {
    const { left, bottom, top } = term.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const isBelow = bottom + height + 8 < innerHeight - 96;
    box.style.setProperty("left", `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`);
    box.style.setProperty("top", `${isBelow ? bottom + 6 : Math.max(8, top - height - 6)}px`);
  };
  const show = async (term: HTMLAnchorElement) => {
    window.clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    const page = await loadPage(term.href).catch(() => undefined);
    const entry = page?.getElementById(term.hash.slice(1));
    if (!page || !entry || shown !== term) return;
    box.lang = document.documentElement.lang;
    box.replaceChildren(
      ...copyEntry(entry, term.href, page.querySelector("h1")?.textContent ?? ""),
    );
    term.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place(term);
  };

  box.addEventListener("pointerenter", () => window.clearTimeout(timer), { signal });
  box.addEventListener("pointerleave", hideSoon, { signal });
  document.addEventListener(
    "pointerover",
    ({ target, pointerType }) => {
      if (pointerType !== "mouse" || !(target instanceof Element)) return;
      const term = target.closest<HTMLAnchorElement>(explainedSelector);
      if (term) void show(term);
      else if (shown && !box.contains(target)) hideSoon();
    },
    { signal },
  );
  document.addEventListener(
    "focusin",
    ({ target }) => {
      if (target !== shown && target instanceof Node && !box.contains(target)) hide();
    },
    { signal },
  );
  // By the key and not by the focus: a screen reader that reads line by line focuses each link that it passes, and would
  // read every explanation out in the middle of its sentence.
  document.addEventListener(
    "keyup",
    ({ key, target }) => {
      if (key === "Tab" && target instanceof HTMLAnchorElement && target.matches(explainedSelector))
        void show(target);
    },
    { signal },
  );
  document.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Escape" && shown) hide();
    },
    { signal },
  );
  document.addEventListener(
    "click",
    (event) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      const term = target.closest<HTMLAnchorElement>(explainedSelector);
      // A finger cannot hover: its first touch explains, its second leads to the glossary.
      if (term && (event as PointerEvent).pointerType === "touch" && shown !== term) {
        event.preventDefault();
        void show(term);
      } else if (!term && !box.contains(target)) hide();
    },
    { signal },
  );
  addEventListener("scroll", () => shown && place(shown), { passive: true, signal });
  return (term) => void show(term);
}
