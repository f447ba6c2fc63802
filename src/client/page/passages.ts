import { searchedPartSelector, searchedSelector, sentenceClass } from "../../core/page/contract.ts";

/** A passage of a page that is searched: a sentence, or what else stands by itself. */
export interface Passage {
  readonly element: Element;
  /** The id by which a link leads to it; "" where nothing around it has one. */
  readonly id: string;
  readonly language: string;
  /** The title of the part that it stands in. */
  readonly title: string;
  readonly text: string;
  /** Whether it is the report's own, which goes on from sentence to sentence. */
  readonly isReport: boolean;
}

/** The passages of a page, in its order. */
export function readPassages(page: Document): Passage[] {
  const titles = new Map<Element, string>();
  const titleOf = (part: Element) => {
    const title = titles.get(part) ?? (part.querySelector("h1, h2, h3") ?? part).textContent ?? "";
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
      language: element.closest<HTMLElement>("[lang]")?.lang ?? "",
      title: part ? titleOf(part) : "",
      text: element.textContent ?? "",
      isReport: element.classList.contains(sentenceClass),
    };
  });
}
