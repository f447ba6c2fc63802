import {
  articleSelector,
  glossaryLinkSelector,
  glossarySelector,
  languageLinkSelector,
} from "../../core/page/contract.ts";
import { loadPage } from "../page/pages.ts";

/** A page that a search looks into, what it is called there, and where it is. */
export interface NamedPage {
  readonly page: Document;
  readonly title: string;
  readonly language: string;
  /** "" for the page that is shown. */
  readonly address: string;
}

/**
 * The address of the page that a link leads to, whatever the place in it. A worker may have answered for a page under
 * another address of its own.
 */
const wayFrom = (page: Document, selector: string) =>
  page.querySelector<HTMLAnchorElement>(selector)?.href.split("#")[0] ?? "";
const textOf = (element: Element | null) => element?.textContent?.trim() ?? "";

/**
 * Ways to the pages that belong to a report: its own in this language, the glossary, and the report in the other
 * language; the page that is shown before the others, if it is one of them. `report` is the report's address, where the
 * page that is shown is another.
 */
export function searchedPages(report: string): (() => Promise<NamedPage>)[] {
  const isReport = document.querySelector(articleSelector) !== null;
  const isGlossary = document.querySelector(glossarySelector) !== null;
  const reportPage = async () => (isReport ? document : loadPage(report));
  const ways = [
    async () => {
      const page = await reportPage();
      const title = page.querySelector(articleSelector)?.getAttribute("aria-label") ?? "";
      return { page, title, address: isReport ? "" : report };
    },
    async () => {
      const address = isGlossary ? "" : wayFrom(await reportPage(), glossaryLinkSelector);
      const page = isGlossary ? document : await loadPage(address);
      return { page, title: textOf(page.querySelector("h1")), address };
    },
    async () => {
      const own = await reportPage();
      const address = wayFrom(own, languageLinkSelector);
      return {
        page: await loadPage(address),
        title: textOf(own.querySelector(languageLinkSelector)),
        address,
      };
    },
  ];
  if (isGlossary) ways.unshift(...ways.splice(1, 1));
  return ways.map((way) => async () => {
    const named = await way();
    return { ...named, language: named.page.documentElement.lang };
  });
}
