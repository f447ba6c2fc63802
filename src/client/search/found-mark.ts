import { rangeBetween } from "../page/text-ranges.ts";

/** A stretch of an element's text. */
export interface TextStretch {
  readonly element: Element;
  readonly from: number;
  readonly to: number;
}

const name = "found";
const canHighlight =
  typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;
/**
 * The class of the elements that are marked. Where ranges are highlighted it limits the style of
 * the highlight to these elements: styled everywhere it would cost every element a style. Elsewhere
 * it marks the whole element.
 */
const markClass = canHighlight ? "lit" : "found";

/** Removes the marks. */
export function unmarkFound(): void {
  if (canHighlight) CSS.highlights.delete(name);
  for (const marked of document.querySelectorAll(`.${markClass}`)) {
    marked.classList.remove(markClass);
    if (!marked.className) marked.removeAttribute("class");
  }
}

/**
 * Marks stretches of text in place of those marked before: by the CSS Custom Highlight API, which
 * adds no elements, else by a class of their elements. Returns the first range.
 */
export function markFound(stretches: readonly TextStretch[]): Range | undefined {
  unmarkFound();
  const ranges = stretches.flatMap(
    ({ element, from, to }) => rangeBetween(element, from, element, to) ?? [],
  );
  if (canHighlight) CSS.highlights.set(name, new Highlight(...ranges));
  for (const { element } of stretches) element.classList.add(markClass);
  return ranges[0];
}
