import type { Language } from "../report/report.ts";
import type { SpokenSentence } from "./script.ts";

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

/** The sentences of a page in one language, in the order of their elements, each with its section. */
export function readSentences(
  elements: Iterable<PageElement>,
  language: Language,
): SpokenSentence[] {
  return [...elements]
    .filter((element) => element.closest("[lang]")?.getAttribute("lang") === language)
    .map((element) => ({
      id: element.id,
      text: element.textContent ?? "",
      language,
      section: element.closest(pageSections)?.id ?? "",
    }));
}
