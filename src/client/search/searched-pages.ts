import {
  articleSelector,
  glossaryLinkSelector,
  glossarySelector,
  languageLinkSelector,
} from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { loadPage } from "../page/pages.ts";
import { readPublished } from "../page/published.ts";

/** A page that is searched, with its name in the results and its address. */
export interface NamedPage {
  readonly page: Document;
  readonly title: string;
  readonly language: string;
  /** "" for the page that is shown. */
  readonly address: string;
}

/**
 * The address of a link without its fragment. It is absolute: the service worker may have answered
 * from a page with another address.
 */
const addressOfLink = (page: Document, selector: string) =>
  page.querySelector<HTMLAnchorElement>(selector)?.href.split("#")[0] ?? "";
const textOf = (element: Element | null) => element?.textContent?.trim() ?? "";

/**
 * Loaders of the pages that belong to a report: the report in this language, the glossary, and the
 * report in the other language. The page that is shown comes first, if it is one of them. `report`
 * is the report's address, where another page is shown.
 */
export function searchedPages(report: string): (() => Promise<NamedPage>)[] {
  const isReport = document.querySelector(articleSelector) !== null;
  const isGlossary = document.querySelector(glossarySelector) !== null;
  const reportPage = async () => (isReport ? document : loadPage(report));
  const loaders = [
    async () => {
      const page = await reportPage();
      const title = page.querySelector(articleSelector)?.getAttribute("aria-label") ?? "";
      return { page, title, address: isReport ? "" : report };
    },
    async () => {
      const address = isGlossary ? "" : addressOfLink(await reportPage(), glossaryLinkSelector);
      const page = isGlossary ? document : await loadPage(address);
      return { page, title: textOf(page.querySelector("h1")), address };
    },
    async () => {
      const own = await reportPage();
      const address = addressOfLink(own, languageLinkSelector);
      return {
        page: await loadPage(address),
        title: textOf(own.querySelector(languageLinkSelector)),
        address,
      };
    },
  ];
  if (isGlossary) loaders.unshift(...loaders.splice(1, 1));
  return loaders.map((load) => async () => {
    await readPublished();
    const named = await load();
    return { ...named, language: readLanguage(named.page.documentElement) };
  });
}
