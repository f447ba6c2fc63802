import { loadPage } from "./pages.ts";

/** A page that a search looks into, and what it is called there. */
export interface NamedPage {
  readonly page: Document;
  readonly title: string;
  readonly language: string;
}

const link = (page: Document, selector: string) => page.querySelector<HTMLAnchorElement>(selector);
const textOf = (element: Element | null) => element?.textContent?.trim() ?? "";

/**
 * Ways to the pages that belong to a report: its own in this language, the glossary, and the report in the other
 * language; the page that is shown before the others, if it is one of them. `address` is the report's, where the page that
 * is shown is another.
 */
export function searchedPages(address: string): (() => Promise<NamedPage>)[] {
  const isReport = document.querySelector("article") !== null;
  const isGlossary = document.querySelector(".glossary") !== null;
  const report = async () => (isReport ? document : loadPage(address));
  const named = (page: Document, title: string): NamedPage => ({
    page,
    title,
    language: page.documentElement.lang,
  });
  const ways = [
    async () => {
      const page = await report();
      return named(page, page.querySelector("article")?.getAttribute("aria-label") ?? "");
    },
    async () => {
      const way = isGlossary ? undefined : link(await report(), 'footer a[href*="glossary/"]');
      const page = way ? await loadPage(way.href) : document;
      return named(page, textOf(page.querySelector("h1")));
    },
    async () => {
      const way = link(await report(), ".language");
      return named(await loadPage(way?.href ?? ""), textOf(way));
    },
  ];
  if (isGlossary) ways.unshift(...ways.splice(1, 1));
  return ways;
}
