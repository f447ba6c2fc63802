// Makes the parts of the search and joins them; loaded when the search is first opened.

import { createRoot } from "solid-js";
import { openerOf, readSearchedReport } from "../../core/page/contract.ts";
import { parseReadings, type Readings } from "../../core/search/pinyin.ts";
import { announce } from "../page/announce.ts";
import { focusBriefly } from "../page/brief-focus.ts";
import { bringIntoView } from "../page/keep-in-view.ts";
import { openAround } from "../page/reveal.ts";
import { onSummaryChanged } from "../page/summary-changed.ts";
import type { PanelWords } from "../panels/words.ts";
import { painted } from "../platform/after-paint.ts";
import { closePanel } from "../platform/popover.ts";
import { markFound, unmarkFound } from "./found-mark.ts";
import { mountSearchPanel } from "./SearchPanel.tsx";
import { createSearchedPage, type SearchedPage } from "./searched-page.ts";
import { searchedPages } from "./searched-pages.ts";
import { createSearchState } from "./state.ts";

/** How many sentences are shown at first: of the page that is shown, and of each other. */
const shownRows = 30;
const otherRows = 10;
/** How long the reader types nothing before the count is said, in ms. */
const quiet = 600;

/** Lets the reader type on. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Draws the search into its panel and attaches what goes with it. */
export function startSearch(panel: HTMLElement, words: PanelWords): void {
  const button = document.querySelector<HTMLElement>(openerOf(panel.id));
  const isChinese = document.documentElement.lang === "zh-CN";
  const state = createSearchState();
  const ways = searchedPages(readSearchedReport(button));
  /** Those that have been fetched, in their order: the one that is shown, if it is searched, first. */
  const pages: (SearchedPage | undefined)[] = ways.map(() => undefined);
  let readings: Readings | undefined;
  let query = "";
  let asksPinyin = false;
  /** Goes up with each change of the query: what was begun for another is given up. */
  let run = 0;
  /** The last run in which everything had been looked into that could be. */
  let settledRun: number | undefined;
  let isPartial = false;
  let fetching: Promise<void> | undefined;
  let settled = Promise.resolve();
  let saying: ReturnType<typeof setTimeout> | undefined;

  const shown = () => (pages[0]?.isShown ? pages[0] : undefined);

  /**
   * Looks for the query in some of the pages, and shows the first of what is there, or all. With the first, their number stays
   * as it was until the rest has been looked through; here there is one at least.
   */
  function update(searched: readonly (SearchedPage | undefined)[], isAll: boolean): void {
    for (const page of searched) page?.find(query, asksPinyin ? readings : undefined);
    const results = searched.map((page) => page?.result(isAll));
    const isCounted = isAll || !results.some(Boolean);
    const { count, here } = state.view();
    state.show({
      isEmpty: query.trim() === "",
      isSettled: settledRun === run,
      isPartial,
      results,
      count: isCounted ? searched.reduce((sum, page) => sum + (page?.count() ?? 0), 0) : count,
      here: isCounted ? (shown()?.count() ?? 0) : here || (shown() ? 1 : 0),
    });
  }

  /** Fetches and reads a page, in slices, and looks there for what was typed meanwhile. */
  async function addPage(number: number): Promise<void> {
    const way = ways[number];
    if (!way || pages[number]) return;
    const named = await way();
    const searched = createSearchedPage(named, named.page === document ? shownRows : otherRows);
    pages[number] = searched;
    while (!searched.read()) await pause();
    update(pages, true);
  }

  /** Fetches what is not there yet; what can't be fetched now is tried again with the next query. */
  async function fetchAll(): Promise<void> {
    // The page that is read while the reader types.
    await first;
    isPartial = false;
    const miss = () => {
      isPartial = true;
    };
    for (const number of ways.keys()) await addPage(number).catch(miss);
    if (!readings && asksPinyin && /[a-z]{2}/i.test(query))
      await import("virtual:pinyin").then(({ default: table }) => {
        readings = parseReadings(table);
      }, miss);
  }

  function say(): void {
    // Who has gone to a place has heard where it is.
    if (state.at() !== undefined) return;
    const { count } = state.view();
    const found = words(count > 0 ? "search.found" : "search.none", { count });
    announce(isPartial ? `${found} ${words("search.partial")}` : found);
  }

  async function lookEverywhere(): Promise<void> {
    const own = run;
    // What there is shows before the rest is looked for.
    await painted();
    if (own !== run) return;
    fetching ??= fetchAll().finally(() => {
      fetching = undefined;
    });
    update(pages, true);
    await fetching;
    if (own !== run) return;
    settledRun = run;
    update(pages, true);
    clearTimeout(saying);
    saying = setTimeout(say, quiet);
  }

  /** Shows the first of what there is on this page at once, and then all. */
  function search(typed: string): void {
    query = typed;
    run++;
    clearTimeout(saying);
    unmarkFound();
    state.goTo(undefined, false);
    asksPinyin = isChinese;
    update(pages.slice(0, 1), false);
    // On an English page letters are words first, and pinyin where there are none such.
    asksPinyin ||= !pages[0]?.result(false);
    settled = query.trim() ? lookEverywhere() : Promise.resolve();
  }

  /** Goes to a hit of this page: opens what is closed, marks it and scrolls there. */
  function goTo(hit: number): Element | undefined {
    const stretches = shown()?.stretchesOf(hit) ?? [];
    state.goTo(hit, true);
    for (const { element } of stretches) openAround(element);
    const range = markFound(stretches);
    if (range) bringIntoView(range, true);
    return stretches[0]?.element;
  }

  function step(by: number): void {
    const here = shown()?.count() ?? 0;
    const from = state.at() ?? (by > 0 ? -1 : here);
    const at = (from + by + here) % here;
    const place = goTo(at)?.textContent ?? "";
    announce(`${words("search.at", { at: at + 1, count: here })} ${place}`);
  }

  /** Goes to the first place there is. */
  async function enter(): Promise<void> {
    if (state.view().count === 0) await settled;
    const { here, results } = state.view();
    const first = results.find(Boolean)?.parts[0]?.rows[0];
    if (here > 0) focusBriefly(goTo(state.at() ?? 0));
    else if (first) location.assign(first.href);
  }

  function close(): void {
    closePanel(panel);
    // The browser gives the focus back to where it was; if that was nowhere, the button is the place.
    if (document.activeElement === document.body || panel.contains(document.activeElement))
      button?.focus();
  }

  const begin = createRoot(() =>
    mountSearchPanel(panel, {
      words,
      state,
      search,
      enter,
      step,
      goTo: (hit) => focusBriefly(goTo(hit)),
      showMore(number) {
        pages[number]?.showMore();
        update(pages, true);
      },
      close,
    }),
  );
  // The button, or its key, leads back from the place to the searchbox.
  button?.addEventListener(
    "click",
    (event) => {
      if (!state.isAside()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      begin();
    },
    { capture: true },
  );
  // This page is read while the reader types.
  let first = addPage(0).catch(() => undefined);
  onSummaryChanged(() => {
    if (!shown()) return;
    pages[0] = undefined;
    unmarkFound();
    first = addPage(0).catch(() => undefined);
    if (query) void first.then(() => search(query));
  });
}
