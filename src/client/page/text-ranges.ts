import type { Stretch } from "../../core/document/emphasis.ts";
import type { Position } from "../../core/notes/annotation.ts";

/** The text nodes of an element, in order. */
function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/**
 * Splits an element's text nodes at the bounds of stretches that don't overlap, in order, and
 * returns the nodes of each.
 */
export function cutText(element: Element, stretches: readonly Stretch[]): Text[][] {
  const pieces: Text[][] = stretches.map(() => []);
  const nodes = textNodes(element);
  let begin = 0;
  let at = 0;
  while (nodes.length > 0 && at < stretches.length) {
    const { from, to } = stretches[at] as Stretch;
    if (from >= to) {
      at++;
      continue;
    }
    const node = nodes.shift() as Text;
    const end = begin + node.length;
    if (from > begin && from < end) nodes.unshift(node.splitText(from - begin));
    else if (from < end && to > begin) {
      if (to < end) nodes.unshift(node.splitText(to - begin));
      pieces[at]?.push(node);
    }
    begin += node.length;
    if (begin >= to) at++;
  }
  return pieces;
}

/**
 * The text node and the offset in it that stand for an offset in an element's text; a range starts
 * in the later of two nodes.
 */
function boundary(
  element: Element,
  offset: number,
  isStart: boolean,
): { readonly node: Text; readonly offset: number } | undefined {
  let left = offset;
  let last: Text | undefined;
  for (const node of textNodes(element)) {
    if (isStart ? left < node.length : left <= node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last && { node: last, offset: last.length };
}

/** Two positions in the text, the first not after the second. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The range from an offset in an element's text to one in another's; undefined where one has no
 * text.
 */
export function rangeBetween(
  first: Element | null,
  from: number,
  last: Element | null,
  to: number,
): Range | undefined {
  const start = first && boundary(first, from, true);
  const end = last && boundary(last, to, false);
  if (!start || !end) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The range on the page from one position to another; undefined if the page lacks them. */
export function rangeOf(start: Position, end: Position): Range | undefined {
  return rangeBetween(
    document.getElementById(start.sentence),
    start.offset,
    document.getElementById(end.sentence),
    end.offset,
  );
}

/**
 * The first and the last position of some elements' text that a range covers; undefined where it
 * covers none.
 */
export function pointsOf(range: Range, elements: readonly Element[]): PositionRange | undefined {
  const covered = elements.flatMap((element) => {
    if (!range.intersectsNode(element)) return [];
    const length = element.textContent?.length ?? 0;
    const before = document.createRange();
    before.selectNodeContents(element);
    const offset = (node: Node, at: number, otherwise: number) => {
      if (!element.contains(node)) return otherwise;
      before.setEnd(node, at);
      return before.toString().length;
    };
    const from = offset(range.startContainer, range.startOffset, 0);
    const to = offset(range.endContainer, range.endOffset, length);
    return from < to ? [{ sentence: element.id, from, to }] : [];
  });
  const [first, last] = [covered[0], covered[covered.length - 1]];
  if (!first || !last) return undefined;
  return {
    start: { sentence: first.sentence, offset: first.from },
    end: { sentence: last.sentence, offset: last.to },
  };
}

/**
 * Runs a change that moves text nodes, and restores the reader's selection, which such a change
 * would alter.
 */
export function keepSelection(elements: readonly Element[], change: () => void): void {
  const selection = getSelection();
  const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const points = range && pointsOf(range, elements);
  change();
  const same = points && rangeOf(points.start, points.end);
  if (!selection || !same) return;
  selection.removeAllRanges();
  selection.addRange(same);
}
