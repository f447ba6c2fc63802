import { readingMinutes } from "../../core/document/pace.ts";
import type { Language } from "../../core/document/report.ts";
import { textSentenceSelector } from "../../core/page/contract.ts";
import { publishedText } from "../page/published.ts";
import { isShown } from "../page/reading-position.ts";

/**
 * How far a reader is in the report: the share of its text before the reading position, and the
 * minutes after it.
 */
export interface ReadingProgress {
  /** 0 to 100. */
  readonly percent: number;
  readonly minutes: number;
}

/**
 * The progress at the window's upper third. The text of a closed disclosure counts as read once a
 * later sentence is.
 */
export function measureProgress(language: Language): ReadingProgress {
  const sentences = [...document.querySelectorAll(textSentenceSelector)];
  const line = window.innerHeight / 3;
  let behind = 0;
  for (const [at, sentence] of sentences.entries()) {
    if (isShown(sentence) && sentence.getBoundingClientRect().bottom <= line) behind = at + 1;
  }
  const minutesOf = (part: readonly Element[]) =>
    readingMinutes(part.map(publishedText).join(" "), language);
  const whole = minutesOf(sentences);
  const ahead = minutesOf(sentences.slice(behind));
  return {
    percent: whole > 0 ? Math.round((1 - ahead / whole) * 100) : 0,
    minutes: Math.ceil(ahead),
  };
}
