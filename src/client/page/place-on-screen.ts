import { closedSelector, readingSelector, sharedIdSelector } from "../../core/page/contract.ts";

/** Where the reader is: an element, and how it lies to the top of the window. */
export interface ScreenPlace {
  readonly id: string;
  /** Distance of its top from the window's, in CSS px, when it begins on the screen. */
  readonly top: number;
  /** The share of it that lies above the window's top, when it begins above. */
  readonly above: number;
}

/** Whether an element takes up room on the page. What lies in a closed part does not, and is not laid out to find out. */
export function isShown(element: Element): boolean {
  const closed = element.closest(closedSelector);
  return (!closed || closed === element) && element.getBoundingClientRect().height > 0;
}

function measure(element: Element): Omit<ScreenPlace, "id"> {
  const { top, height } = element.getBoundingClientRect();
  return { top: Math.max(0, top), above: top < 0 ? -top / height : 0 };
}

function scrollTo(element: Element, place: Omit<ScreenPlace, "id">): void {
  const { top, height } = element.getBoundingClientRect();
  const wanted = place.above > 0 ? -place.above * height : place.top;
  window.scrollBy({ top: top - wanted, behavior: "instant" });
}

/** The reader's place by an id that both languages have; undefined at the top of the page. */
export function findPlace(): ScreenPlace | undefined {
  if (window.scrollY < 8) return undefined;
  const line = window.innerHeight / 4;
  let found: Element | undefined;
  for (const element of document.querySelectorAll(sharedIdSelector)) {
    // What is told in another language than the page's has no such id on another page.
    if (!isShown(element) || element.closest("[data-retold]")) continue;
    const { top, bottom } = element.getBoundingClientRect();
    if (top > line) break;
    if (bottom > 0) found = element;
  }
  return found && { id: found.id, ...measure(found) };
}

/** The element of a place, or of the part around it where a new version of the text no longer has it. */
export function elementOf({ id }: ScreenPlace): HTMLElement | undefined {
  for (let name = id; name; name = name.slice(0, Math.max(0, name.lastIndexOf("-")))) {
    const element = document.getElementById(name);
    if (element) return element;
  }
  return undefined;
}

/** Scrolls so that a place is where it was. Does nothing for a place that the page lacks, or that is closed. */
export function showPlace(place: ScreenPlace): void {
  const element = elementOf(place);
  if (element && isShown(element)) scrollTo(element, place);
}

/**
 * What the reader most likely reads: what begins in the window's upper half, else what reaches into it; nothing that goes,
 * told by a selector.
 */
function findAnchor(going: string): Element | undefined {
  if (window.scrollY < 8) return undefined;
  const texts = [...document.querySelectorAll(readingSelector)];
  let reaching: Element | undefined;
  for (const text of texts) {
    if (!isShown(text) || (going && text.closest(going))) continue;
    const { top, bottom } = text.getBoundingClientRect();
    if (top >= window.innerHeight / 2) break;
    if (top >= 0) return text;
    if (bottom > 0) reaching = text;
  }
  return reaching;
}

/** Runs a change of layout and keeps an element where it is on the screen. */
export function holdElement(element: Element, change: () => void): void {
  const before = measure(element);
  change();
  scrollTo(element, before);
}

/**
 * Runs a change of layout and keeps the text that is being read where it is on the screen; other than what goes with the
 * change, told by a selector.
 */
export function holdPlace(change: () => void, going = ""): void {
  const anchor = findAnchor(going);
  if (anchor) holdElement(anchor, change);
  else change();
}
