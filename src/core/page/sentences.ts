import type { SpokenSentence } from "../speech/script.ts";

/**
 * CSS selector for the elements that are read aloud: the publisher's sentences, and our own texts
 * marked with `data-say`.
 */
export const spokenElements = "main .s, main [data-say]";

/** CSS selector for the sections that a listener can skip between. */
export const pageSections = "main > section, article > *";

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
      section: element.closest(pageSections)?.id ?? "",
    }))
    .filter((sentence) => language === undefined || sentence.language === language);
}
