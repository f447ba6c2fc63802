import { once } from "../../core/once.ts";
import { parseReadings, type Readings } from "../../core/search/pinyin.ts";
import { letBrowserAct } from "../platform/in-slices.ts";
import { createSearchedPage, type SearchedPage } from "./searched-page.ts";
import { searchedPages } from "./searched-pages.ts";

/** How many sentences are shown at first: of the page that is shown, and of each other. */
const shownRows = 30;
const otherRows = 10;

/** The pages that belong to a report, fetched and read when the search needs them. */
export interface SearchedReport {
  /**
   * By their number; undefined where one has not been fetched. The page that is shown is the first,
   * if it is searched.
   */
  readonly pages: readonly (SearchedPage | undefined)[];
  /** The page that is shown. */
  shown(): SearchedPage | undefined;
  /** Fetches and reads a page, once; after a failure the next call tries again. */
  load(number: number): Promise<void>;
  /** Reads the first page anew, because its text has changed. */
  reload(): Promise<void>;
  /** How Chinese characters are read; undefined before they are loaded. */
  readings(): Readings | undefined;
  loadReadings(): Promise<void>;
}

/**
 * Makes the pages of a report searchable. `address` is the report's, where the page that is shown
 * is another.
 */
export function createSearchedReport(address: string): SearchedReport {
  const sources = searchedPages(address);
  const pages: (SearchedPage | undefined)[] = sources.map(() => undefined);
  let readings: Readings | undefined;
  const read = async (number: number) => {
    const source = await sources[number]?.();
    if (!source) return;
    const page = createSearchedPage(source, source.page === document ? shownRows : otherRows);
    // What has been read so far is searched meanwhile.
    pages[number] = page;
    while (!page.read()) await letBrowserAct();
  };
  const loads = sources.map((_, number) => once(() => read(number)));
  const load = async (number: number) => loads[number]?.();
  return {
    pages,
    shown: () => (pages[0]?.isShown ? pages[0] : undefined),
    load,
    reload() {
      pages[0] = undefined;
      loads[0] = once(() => read(0));
      return load(0);
    },
    readings: () => readings,
    async loadReadings() {
      if (!readings) readings = parseReadings((await import("virtual:pinyin")).default);
    },
  };
}
