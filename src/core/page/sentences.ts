import type { SpokenSentence } from "../speech/script.ts";
import { sectionSelector } from "./contract.ts";

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
      section: element.closest(sectionSelector)?.id ?? "",
    }))
    .filter((sentence) => language === undefined || sentence.language === language);
}
