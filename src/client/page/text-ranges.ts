import type { Stretch } from "../../core/document/emphasis.ts";
import type { Position } from "../../core/notes/annotation.ts";
import { findPublishedText, publishedText } from "./published.ts";

/** The text nodes of an element, in order, without the readings of a `ruby`. */
function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL, (node) =>
    /^r[tp]$/i.test(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

/**
 * The text nodes of an element that make up its printed text, without those that other programs
 * have inserted. Undefined where the text is not there as printed: then no offset in it can be
 * told, and the whole element stands for any part of it.
 */
function printedNodes(element: Element): Text[] | undefined {
  const nodes = textNodes(element);
  const text = findPublishedText(element);
  if (text === undefined) return nodes;
  let at = 0;
  const own = nodes.filter(({ data }) => {
    const isOwn = text.startsWith(data, at);
    if (isOwn) at += data.length;
    return isOwn;
  });
  return at === text.length ? own : undefined;
}

/**
 * Splits an element's text nodes at the bounds of stretches of its printed text, which don't overlap
 * and are in order, and returns the nodes of each. Where it is not shown as printed, all are those
 * of the last.
 */
export function cutText(element: Element, stretches: readonly Stretch[]): Text[][] {
  const pieces: Text[][] = stretches.map(() => []);
  const nodes = printedNodes(element);
  if (!nodes) return [...pieces.slice(1), textNodes(element)].slice(0, stretches.length);
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
 * The node and the offset in it that stand for an offset in an element's printed text; a range
 * starts in the later of two text nodes.
 */
function boundary(
  element: Element,
  offset: number,
  isStart: boolean,
): { readonly node: Node; readonly offset: number } | undefined {
  const nodes = printedNodes(element);
  if (!nodes) return { node: element, offset: isStart ? 0 : element.childNodes.length };
  let left = offset;
  let last: Text | undefined;
  for (const node of nodes) {
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

/** The offset in an element's printed text of a point in the element. */
function offsetIn(element: Element, nodes: readonly Text[], node: Node, at: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, at);
  let offset = 0;
  for (const each of nodes) {
    if (each === node) offset += at;
    else if (before.isPointInRange(each, each.length)) offset += each.length;
  }
  return offset;
}

/** The stretch of an element's printed text that a range covers; empty where it covers none. */
function coveredStretch(range: Range, element: Element): Stretch {
  const starts = element.contains(range.startContainer);
  const ends = element.contains(range.endContainer);
  const nodes = printedNodes(element);
  const length = publishedText(element).length;
  if (!nodes) {
    const covered = range.cloneRange();
    if (!starts) covered.setStart(element, 0);
    if (!ends) covered.setEnd(element, element.childNodes.length);
    return { from: 0, to: String(covered) ? length : 0 };
  }
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return {
    from: starts ? offsetIn(element, nodes, startContainer, startOffset) : 0,
    to: ends ? offsetIn(element, nodes, endContainer, endOffset) : length,
  };
}

/**
 * The first and the last position of some elements' printed text that a range covers; undefined
 * where it covers none.
 */
export function pointsOf(range: Range, elements: readonly Element[]): PositionRange | undefined {
  const covered = elements.flatMap((element) => {
    if (!range.intersectsNode(element)) return [];
    const { from, to } = coveredStretch(range, element);
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
