import { closedSelector, readingSelector, sharedIdSelector } from "../../core/page/contract.ts";

/** The reading position: an element, and where it lies relative to the top of the window. */
export interface ReadingPosition {
  readonly id: string;
  /** Distance of its top from the window's, in CSS px; 0 when it begins above. */
  readonly top: number;
  /** The share of its height above the window's top, 0 to 1. */
  readonly above: number;
}

/** The position of a reader who is at the top, where it must be told from none. */
export const topOfPage: ReadingPosition = { id: "", top: 0, above: 0 };

/**
 * Whether an element takes up room on the page. One in a closed disclosure does not; measuring it
 * would force its layout.
 */
export function isShown(element: Element): boolean {
  const closed = element.closest(closedSelector);
  return (!closed || closed === element) && element.getBoundingClientRect().height > 0;
}

function measure(element: Element): Omit<ReadingPosition, "id"> {
  const { top, height } = element.getBoundingClientRect();
  return { top: Math.max(0, top), above: top < 0 ? -top / height : 0 };
}

function scrollTo(element: Element, place: Omit<ReadingPosition, "id">): void {
  const { top, height } = element.getBoundingClientRect();
  const wanted = place.above > 0 ? -place.above * height : place.top;
  window.scrollBy({ top: top - wanted, behavior: "instant" });
}

/**
 * The reading position, by an id that both languages' pages have; undefined at the top of the page.
 */
export function findReadingPosition(): ReadingPosition | undefined {
  if (window.scrollY < 8) return undefined;
  const line = window.innerHeight / 4;
  let found: Element | undefined;
  for (const element of document.querySelectorAll(sharedIdSelector)) {
    // A summary in another language has ids of its own.
    if (!isShown(element) || element.closest("[data-retold]")) continue;
    const { top, bottom } = element.getBoundingClientRect();
    if (top > line) break;
    if (bottom > 0) found = element;
  }
  return found && { id: found.id, ...measure(found) };
}

/**
 * The element of a position, or of the part around it where a new version of the text no longer has
 * it.
 */
export function elementOf({ id }: ReadingPosition): HTMLElement | undefined {
  for (let name = id; name; name = name.slice(0, Math.max(0, name.lastIndexOf("-")))) {
    const element = document.getElementById(name);
    if (element) return element;
  }
  return undefined;
}

/**
 * Scrolls to a position. Does nothing where the page lacks its element, or it is in a closed
 * disclosure.
 */
export function restoreReadingPosition(place: ReadingPosition): void {
  const element = elementOf(place);
  if (element && isShown(element)) scrollTo(element, place);
}

/**
 * The text that is most likely being read: the first that begins in the window's upper half, else
 * what reaches into it. Elements that match `excluded` are about to be replaced and don't count.
 */
function findReadText(excluded: string): Element | undefined {
  if (window.scrollY < 8) return undefined;
  const texts = [...document.querySelectorAll(readingSelector)];
  let reaching: Element | undefined;
  for (const text of texts) {
    if (!isShown(text) || (excluded && text.closest(excluded))) continue;
    const { top, bottom } = text.getBoundingClientRect();
    if (top >= window.innerHeight / 2) break;
    if (top >= 0) return text;
    if (bottom > 0) reaching = text;
  }
  return reaching;
}

/** Runs a change of the layout and scrolls so that an element stays where it is on the screen. */
export function keepElementInPlace(element: Element, change: () => void): void {
  const before = measure(element);
  change();
  scrollTo(element, before);
}

/**
 * Runs a change of the layout and scrolls so that the text that is being read stays where it is on
 * the screen. `excluded` matches what the change replaces.
 */
export function keepReadingPosition(change: () => void, excluded = ""): void {
  const text = findReadText(excluded);
  if (text) keepElementInPlace(text, change);
  else change();
}
