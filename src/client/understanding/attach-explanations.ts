import { explainedSelector, mainId, occurrencesClass } from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { loadPage } from "../page/pages.ts";
import { placeBeside } from "../page/place-beside.ts";
import { isComposing } from "../platform/composing.ts";
import { hasPopover } from "../platform/popover.ts";

/**
 * How long the pointer may be elsewhere before an explanation is hidden, in ms: time to move onto
 * it.
 */
const hideDelayMs = 300;
/** The distance of an explanation from its term, in CSS px. */
const gap = 6;

/**
 * Copies an entry of the glossary's page, without its occurrences in the report, and a link to it.
 */
function copyEntry(entry: Element, address: string, title: string): Node[] {
  const parts = [...entry.children].filter((part) => !part.classList.contains(occurrencesClass));
  const link = Object.assign(document.createElement("a"), { href: address, textContent: title });
  const paragraph = document.createElement("p");
  paragraph.append(link);
  return [...parts.map((part) => document.importNode(part, true)), paragraph];
}

/** Makes the box that shows an explanation. */
function makeBox(): HTMLElement {
  const box = Object.assign(document.createElement("div"), {
    id: "explanation",
    className: "explanation",
  });
  box.setAttribute("popover", "manual");
  box.setAttribute("role", "note");
  document.getElementById(mainId)?.append(box);
  return box;
}

/** One explanation at a time, shown beside its term. */
interface Explanation {
  readonly box: HTMLElement;
  /** The term whose explanation is shown or being loaded. */
  term(): HTMLAnchorElement | undefined;
  show(term: HTMLAnchorElement): Promise<void>;
  hide(): void;
  /** Hides it after a delay, unless it is shown again or {@link keep} is called. */
  hideSoon(): void;
  keep(): void;
  /** Moves it along with its term. */
  place(): void;
}

function createExplanation(): Explanation {
  const box = makeBox();
  let shown: HTMLAnchorElement | undefined;
  let timer = 0;
  const keep = () => window.clearTimeout(timer);
  const hide = () => {
    keep();
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    if (box.matches(":popover-open")) box.hidePopover();
  };
  const place = () => {
    if (!shown) return;
    const term = shown.getBoundingClientRect();
    const size = box.getBoundingClientRect();
    const { left, top } = placeBeside(term, size, gap);
    const isVisible = term.bottom > 0 && term.top < innerHeight;
    // It can't be scrolled to, so it stays within the window as long as its term is there.
    const inWindow = Math.max(gap, Math.min(top, innerHeight - size.height));
    box.style.setProperty("left", `${left}px`);
    box.style.setProperty("top", `${isVisible ? inWindow : top}px`);
  };
  const show = async (term: HTMLAnchorElement) => {
    keep();
    if (shown === term) return;
    hide();
    shown = term;
    const page = await loadPage(term.href).catch(() => undefined);
    const entry = page?.getElementById(term.hash.slice(1));
    if (!page || !entry || shown !== term) return;
    box.lang = readLanguage(document.documentElement);
    const title = page.querySelector("h1")?.textContent ?? "";
    box.replaceChildren(...copyEntry(entry, term.href, title));
    term.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place();
  };
  const hideSoon = () => {
    keep();
    timer = window.setTimeout(hide, hideDelayMs);
  };
  return { box, term: () => shown, show, hide, hideSoon, keep, place };
}

/**
 * Shows the glossary's explanation of a term beside it: by pointer, by touch and by keyboard. Where
 * the browser has no popovers, terms stay what they are without script: links to the glossary.
 * Returns what shows one at once.
 */
export function attachExplanations(signal: AbortSignal): (term: HTMLAnchorElement) => void {
  if (!hasPopover) return () => undefined;
  const explanation = createExplanation();
  const { box, show, hide, hideSoon, keep } = explanation;
  const termAt = (target: Element) => target.closest<HTMLAnchorElement>(explainedSelector);

  const followPointer = ({ target, pointerType }: PointerEvent) => {
    if (pointerType !== "mouse" || !(target instanceof Element)) return;
    const term = termAt(target);
    if (term) void show(term);
    else if (explanation.term() && !box.contains(target)) hideSoon();
  };
  const followFocus = ({ target }: FocusEvent) => {
    if (target !== explanation.term() && target instanceof Node && !box.contains(target)) hide();
  };
  // By the key and not by the focus: a screen reader that reads line by line focuses each link that
  // it passes, and would read every explanation out in the middle of its sentence.
  const showByKey = ({ key, target }: KeyboardEvent) => {
    if (key !== "Tab" || !(target instanceof HTMLAnchorElement)) return;
    if (target.matches(explainedSelector)) void show(target);
  };
  const hideByKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !isComposing(event) && explanation.term()) hide();
  };
  const followPress = (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const term = termAt(target);
    const isTouch = (event as PointerEvent).pointerType === "touch";
    // A finger cannot hover: its first touch explains, its second follows the link.
    if (term && isTouch && explanation.term() !== term) {
      event.preventDefault();
      void show(term);
    } else if (!term && !box.contains(target)) hide();
  };

  box.addEventListener("pointerenter", keep, { signal });
  box.addEventListener("pointerleave", hideSoon, { signal });
  document.addEventListener("pointerover", followPointer, { signal });
  document.addEventListener("focusin", followFocus, { signal });
  document.addEventListener("keyup", showByKey, { signal });
  document.addEventListener("keydown", hideByKey, { signal });
  document.addEventListener("click", followPress, { signal });
  addEventListener("scroll", explanation.place, { passive: true, signal });
  signal.addEventListener("abort", () => box.remove());
  return (term) => void show(term);
}
