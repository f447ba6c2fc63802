// Shares text of the report: a link, a quotation or a citation, by the device's share sheet, else
// by the clipboard.

import type { Anchor, Position } from "../../core/notes/annotation.ts";
import {
  canonicalSelector,
  sentenceClass,
  structuredDataSelector,
} from "../../core/page/contract.ts";
import { printCitation, printQuotation, readWork } from "../../core/share/citation.ts";
import { printPlaceAddress, printTextDirective } from "../../core/share/text-fragment.ts";
import { readRenderedText } from "../page/rendered-text.ts";
import { rangeOf } from "../page/text-ranges.ts";
import { copyText } from "../platform/clipboard.ts";
import { shareWithDevice } from "../platform/share.ts";
import type { ShareForm, ShareResult } from "./MarkToolbar.tsx";

/** The canonical address of the page. */
export function pageAddress(): string {
  const link = document.querySelector<HTMLLinkElement>(canonicalSelector);
  return (link?.href || location.href).replace(/#.*/, "");
}

/** Today in the local time zone, ISO 8601. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Interface words that are added to what is shared. */
export interface ShareWords {
  /** A remark on the quoted words, such as that they are a translation; may be empty. */
  readonly remark: string;
  /** The origin of words that are not the report's. */
  readonly ours: (url: string) => string;
}

/** Whether a position is in the report itself, not in its summary or a heading of ours. */
const isOfReport = ({ sentence }: Position) =>
  document.getElementById(sentence)?.classList.contains(sentenceClass) ?? false;

/** The text directive of a stretch of the page; undefined where nothing tells it from others. */
function directiveOf({ start, end }: Anchor): string | undefined {
  const range = rangeOf(start, end);
  if (!range) return undefined;
  const { text, from, to } = readRenderedText(range);
  return printTextDirective(text, from, to, document.documentElement.lang);
}

/** Shares by the device's share sheet, else copies to the clipboard. */
async function shareOrCopy(text: string, data: ShareData): Promise<ShareResult> {
  if (await shareWithDevice(data)) return { outcome: "shared", text };
  return { outcome: (await copyText(text)) ? "copied" : "failed", text };
}

/** Shares a stretch of the text. A title stands for the whole of its measure or section. */
export async function shareAnchor(
  anchor: Anchor,
  form: ShareForm,
  words: ShareWords,
): Promise<ShareResult> {
  const { start, end, quote } = anchor;
  const title = start.sentence.replace(/-[th]$/, "");
  const isTitle = title !== start.sentence && start.offset === 0;
  const directive = isTitle ? undefined : directiveOf(anchor);
  const url = printPlaceAddress(pageAddress(), isTitle ? title : start.sentence, directive);
  const data = document.querySelector(structuredDataSelector)?.textContent ?? "";
  const work = readWork(data, printPlaceAddress(pageAddress(), title));
  if (form === "link" || !work) return shareOrCopy(url, { title: document.title, url });
  const text =
    isOfReport(start) && isOfReport(end)
      ? printQuotation(quote.exact, printCitation(work, form, today()), words.remark)
      : printQuotation(quote.exact, words.ours(url));
  return shareOrCopy(text, { text });
}
