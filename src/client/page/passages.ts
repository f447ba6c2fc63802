import { searchedPartSelector, searchedSelector, sentenceClass } from "../../core/page/contract.ts";
import { languageOf } from "../../core/page/language.ts";
import { publishedText } from "./published.ts";

/**
 * A passage of a page that is searched: a sentence, or another text that stands by itself, such as
 * a table cell.
 */
export interface Passage {
  readonly element: Element;
  /** The nearest id, for a link to it; "" where no element around it has one. */
  readonly id: string;
  readonly language: string;
  /** The title of the part of the page that it is in. */
  readonly title: string;
  readonly text: string;
  /** Whether it is a sentence of the report: a hit may begin in one and end in the next. */
  readonly isReport: boolean;
}

/** The passages of a page, in document order. */
export function readPassages(page: Document): Passage[] {
  const titles = new Map<Element, string>();
  const titleOf = (part: Element) => {
    const title = titles.get(part) ?? publishedText(part.querySelector("h1, h2, h3") ?? part);
    titles.set(part, title);
    return title.trim();
  };
  const shown = [...page.querySelectorAll(searchedSelector)].filter(
    (each) => !each.closest("[hidden]"),
  );
  return shown.map((element) => {
    const part = element.closest(searchedPartSelector);
    return {
      element,
      id: element.closest("[id]")?.id ?? "",
      language: languageOf(element),
      title: part ? titleOf(part) : "",
      text: publishedText(element),
      isReport: element.classList.contains(sentenceClass),
    };
  });
}
