import type { SpokenSentence } from "../speech/script.ts";

/** What of a page is read aloud, as CSS selectors: the publisher's sentences, and what of our own is marked for it. */
export const spokenElements = "main .s, main [data-say]";

/** The sections of a page, between which a listener skips. */
export const pageSections = "main > section, article > *";

/** What is asked of an element: a part of the DOM's `Element`, so that browser and build read pages alike. */
interface PageElement {
  readonly id: string;
  readonly textContent: string | null;
  closest(
    selectors: string,
  ): { readonly id: string; getAttribute(name: string): string | null } | null;
}

/**
 * The sentences of a page, in the order of their elements, each with its language and its section; with `language` those in
 * that one alone.
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
