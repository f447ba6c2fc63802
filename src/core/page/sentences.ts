import type { SpokenSentence } from "../speech/script.ts";
import { sectionSelector } from "./contract.ts";

/**
 * The subset of the DOM's `Element` that is used here, so that the browser and Node share this
 * code.
 */
interface PageElement {
  readonly id: string;
  readonly textContent: string | null;
  closest(
    selectors: string,
  ): { readonly id: string; getAttribute(name: string): string | null } | null;
}

/**
 * Reads the sentences of a page in element order, with the language and section of each. With
 * `language`, only those in that language.
 */
export function readSentences(
  elements: Iterable<PageElement>,
  language?: string,
): SpokenSentence[] {
  return [...elements]
    .map((element) => ({
      id: element.id,
      text: element.textContent ?? "",
      language: element.closest("[lang]")?.getAttribute("lang") ?? "",
      section: element.closest(sectionSelector)?.id ?? "",
    }))
    .filter((sentence) => language === undefined || sentence.language === language);
}
