import { betweenSentences } from "../../core/document/rich-text.ts";
import {
  closedSelector,
  copiedSelector,
  mainId,
  notCopiedSelector,
  spokenSelector,
} from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { publishedText } from "../page/published.ts";
import { pointsOf } from "../page/text-ranges.ts";

/** A paragraph, a heading, or a field with its label, as it is copied. */
interface Copied {
  readonly tag: string;
  readonly text: string;
}

const sentencesOf = (block: Element) =>
  block.matches(spokenSelector) ? [block] : [...block.querySelectorAll(spokenSelector)];

const isRewritten = (block: Element) =>
  sentencesOf(block).some((sentence) => publishedText(sentence) !== sentence.textContent);

/** The part of a range that lies in an element that it reaches into. */
function within(range: Range, element: Element): Range {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** What a range covers of a block: of sentences the published text. */
function textOf(range: Range, block: Element, between: string): string {
  if (!isRewritten(block))
    return String(within(range, block))
      .replace(/[ \t\r\n]+/g, " ")
      .trim();
  const pieces = sentencesOf(block).flatMap((sentence) => {
    const points = pointsOf(range, [sentence]);
    return points ? publishedText(sentence).slice(points.start.offset, points.end.offset) : [];
  });
  return pieces.join(between);
}

/** What a range covers, block by block; labels stand before their values. */
function copyBlocks(range: Range, blocks: readonly Element[], language: string): Copied[] {
  const copied: Copied[] = [];
  let label = "";
  for (const block of blocks) {
    const text = textOf(range, block, betweenSentences(language));
    if (!text) continue;
    const tag = block.localName;
    if (tag === "dt") label = `${text} `;
    else {
      copied.push({ tag: /^h\d$/.test(tag) ? tag : "p", text: label + text });
      label = "";
    }
  }
  return copied;
}

function toHtml(copied: readonly Copied[], language: string): string {
  const all = document.createElement("div");
  all.lang = language;
  for (const { tag, text } of copied)
    all.append(Object.assign(document.createElement(tag), { textContent: text }));
  return all.outerHTML;
}

/**
 * Whether the browser would copy less or other than was published: it leaves out closed parts, sets
 * the numeral of a heading on a line of its own, and copies what other programs have written.
 */
const needsCopying = (block: Element) =>
  block.closest(closedSelector) !== null ||
  block.querySelector(".numeral") !== null ||
  isRewritten(block);

/**
 * Copies a selection of the report whole and as it was published, as plain text and as HTML. What
 * the browser copies right is left to it.
 */
export function attachCopying(signal: AbortSignal): void {
  const copy = (event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    const selection = getSelection();
    const isInField = target instanceof Element && target.closest("input, textarea");
    if (!selection?.rangeCount || selection.isCollapsed || isInField || !clipboardData) return;
    const range = selection.getRangeAt(0);
    const main = document.getElementById(mainId);
    if (!main || !range.intersectsNode(main)) return;
    const blocks = [...document.querySelectorAll(copiedSelector)].filter(
      (block) => range.intersectsNode(block) && !block.closest(notCopiedSelector),
    );
    if (!blocks.some(needsCopying)) return;
    const language = readLanguage(document.documentElement);
    const copied = copyBlocks(range, blocks, language);
    clipboardData.setData("text/plain", copied.map(({ text }) => text).join("\n\n"));
    clipboardData.setData("text/html", toHtml(copied, language));
    event.preventDefault();
  };
  document.addEventListener("copy", copy, { signal });
}
