// Puts together what is shared of a place in the report and hands it over: to the device's own sheet, else to the clipboard.

import type { Anchor, Position } from "../../core/notes/annotation.ts";
import {
  canonicalSelector,
  sentenceClass,
  structuredDataSelector,
} from "../../core/page/contract.ts";
import { printCitation, printQuotation, readWork } from "../../core/share/citation.ts";
import { printPlaceAddress, printTextDirective } from "../../core/share/text-fragment.ts";
import { copyText } from "../platform/clipboard.ts";
import { shareWithDevice } from "../platform/share.ts";
import type { ShareForm, ShareResult } from "./MarkToolbar.tsx";

/** The page's address as it should be told to others. */
export function pageAddress(): string {
  const link = document.querySelector<HTMLLinkElement>(canonicalSelector);
  return (link?.href || location.href).replace(/#.*/, "");
}

/** The day here and now, ISO 8601. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Words that go with what is shared. */
export interface ShareWords {
  /** What is said of the quoted words themselves, such as that they are a translation; may be empty. */
  readonly remark: string;
  /** Says of words that are not the report's where they come from. */
  readonly ours: (url: string) => string;
}

/** Whether a sentence is the report's, and not of its summary or of the reader's own headings. */
const isOfReport = ({ sentence }: Position) =>
  document.getElementById(sentence)?.classList.contains(sentenceClass) ?? false;

/** Hands text over: to the device's sheet for sharing, else to the clipboard. */
async function hand(text: string, data: ShareData): Promise<ShareResult> {
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
  const directive = isTitle
    ? undefined
    : printTextDirective(quote.exact, start.sentence !== end.sentence);
  const url = printPlaceAddress(pageAddress(), isTitle ? title : start.sentence, directive);
  const data = document.querySelector(structuredDataSelector)?.textContent ?? "";
  const work = readWork(data, printPlaceAddress(pageAddress(), title));
  if (form === "link" || !work) return hand(url, { title: document.title, url });
  const text =
    isOfReport(start) && isOfReport(end)
      ? printQuotation(quote.exact, printCitation(work, form, today()), words.remark)
      : printQuotation(quote.exact, words.ours(url));
  return hand(text, { text });
}
