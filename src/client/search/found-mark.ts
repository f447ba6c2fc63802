/** A stretch of an element's text. */
export interface TextStretch {
  readonly element: Element;
  readonly from: number;
  readonly to: number;
}

const name = "found";
const canHighlight =
  typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;
/** What marks elements: around highlighted ranges, for a highlight styled everywhere costs every element a style; else by itself. */
const markClass = canHighlight ? "lit" : "found";

/** The range of a stretch; what is no longer there is left out. */
function rangeOf({ element, from, to }: TextStretch): Range {
  const range = new Range();
  range.selectNodeContents(element);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    if (from >= before && from < before + node.length) range.setStart(node, from - before);
    if (to > before && to <= before + node.length) range.setEnd(node, to - before);
    before += node.length;
  }
  return range;
}

/** Takes the mark away. */
export function unmarkFound(): void {
  if (canHighlight) CSS.highlights.delete(name);
  for (const marked of document.querySelectorAll(`.${markClass}`)) {
    marked.classList.remove(markClass);
    if (!marked.className) marked.removeAttribute("class");
  }
}

/**
 * Marks what was found, and nothing else: exactly, and with nothing added to the text, where the browser can highlight a
 * range; else the elements that it stands in. Returns the first range.
 */
export function markFound(stretches: readonly TextStretch[]): Range | undefined {
  unmarkFound();
  const ranges = stretches.map(rangeOf);
  if (canHighlight) CSS.highlights.set(name, new Highlight(...ranges));
  for (const { element } of stretches) element.classList.add(markClass);
  return ranges[0];
}
