import type { SpokenSentence } from "../speech/script.ts";
import { sectionSelector } from "./contract.ts";
import { languageOf } from "./language.ts";

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
 * `language`, only those in that language. `textOf` reads the text of one.
 */
export function readSentences<Found extends PageElement>(
  elements: Iterable<Found>,
  language?: string,
  textOf: (element: Found) => string = ({ textContent }) => textContent ?? "",
): SpokenSentence[] {
  return [...elements]
    .map((element) => ({
      id: element.id,
      text: textOf(element),
      language: languageOf(element),
      section: element.closest(sectionSelector)?.id ?? "",
    }))
    .filter((sentence) => language === undefined || sentence.language === language);
}
