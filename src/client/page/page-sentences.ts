import { closedSelector, mainId, sectionSelector } from "../../core/page/contract.ts";
import { publishedText } from "./published.ts";

/**
 * The title of a section; the text itself for a section without one, the report's title outside of
 * sections.
 */
export function titleOf(section: string): string {
  const place = (section && document.getElementById(section)) || document.getElementById(mainId);
  const title = place?.querySelector("h1, h2") ?? place;
  return title ? publishedText(title).trim() : "";
}

/** The title of the section that an element is in, by the element's id. */
export function titleAround(id: string): string {
  return titleOf(document.getElementById(id)?.closest(sectionSelector)?.id ?? "");
}

/** The id of the first sentence that begins on the screen; undefined at the top of the page. */
export function firstOnScreen(sentences: readonly { readonly id: string }[]): string | undefined {
  if (window.scrollY < 8) return undefined;
  return sentences.find(({ id }) => {
    const element = document.getElementById(id);
    if (!element || element.closest(closedSelector)) return false;
    return element.getBoundingClientRect().top >= 0;
  })?.id;
}
