import { announcementsId, besideClass, noticesId } from "../../core/page/contract.ts";

/** What is no text, and what whoever opens the page does not have on theirs. */
const leftOut = `script, style, noscript, rt, rp, [popover], [data-retold], .marking, .${besideClass}, #${announcementsId}, #${noticesId}`;

/** The nearest element around a text that stands on lines of its own. */
function blockAround(text: Text): Element | null {
  let element = text.parentElement;
  while (element && /^(?:inline|contents)/.test(getComputedStyle(element).display))
    element = element.parentElement;
  return element;
}

/** A text with more after it; line breaks and rows of spaces are shown as one space. */
function join(text: string, more: string): string {
  const shown = more.replace(/[\t\n\r ]+/g, " ");
  return text + (/(?:^|\s)$/.test(text) ? shown.trimStart() : shown);
}

/**
 * The text of the page as a browser shows it to whoever opens it, its blocks apart by line breaks;
 * and where a range of it, which begins and ends in text, stands there.
 */
export function readRenderedText(range: Range): { text: string; from: number; to: number } {
  const accept = (node: Node) =>
    node instanceof Element && node.matches(leftOut)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT;
  const { SHOW_ELEMENT, SHOW_TEXT } = NodeFilter;
  const walker = document.createTreeWalker(document.body, SHOW_ELEMENT | SHOW_TEXT, accept);
  let [text, from, to] = ["", 0, 0];
  let block: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text)) continue;
    const its = blockAround(node);
    if (its !== block) text = text && `${text.trimEnd()}\n`;
    block = its;
    const lengthUpTo = (offset: number) => join(text, node.data.slice(0, offset)).length;
    if (node === range.startContainer) from = lengthUpTo(range.startOffset);
    if (node === range.endContainer) to = lengthUpTo(range.endOffset);
    text = join(text, node.data);
  }
  return { text, from, to };
}
