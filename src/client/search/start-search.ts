// Joins the parts of the search; loaded when it is first opened.
import { createRoot } from "solid-js";
import { openerOf, readSearchedReport } from "../../core/page/attributes.ts";
import { readLanguage } from "../../core/page/language.ts";
import { announce } from "../page/announce.ts";
import { onSummaryChanged } from "../page/summary-changed.ts";
import type { PanelWords } from "../panels/words.ts";
import { closePanel } from "../platform/popover.ts";
import { unmarkFound } from "./found-mark.ts";
import { createHitNavigation } from "./hit-navigation.ts";
import { currentResults, type LookUpStep, lookUp } from "./look-up.ts";
import { mountSearchPanel } from "./SearchPanel.tsx";
import { createSearchedReport, type SearchedReport } from "./searched-report.ts";
import { createSearchState, type SearchState } from "./state.ts";

/** How long the reader types nothing before the count is announced, in ms. */
const quietMs = 600;

/** Searches while the reader types. */
interface Search {
  /**
   * Looks a query up in place of the last one. Resolves when it has been looked up, or given up for
   * another.
   */
  run(query: string): Promise<void>;
  /** Looks the last query up again, because the text has changed. */
  rerun(): void;
  /** Shows the results of the last query as they are now. */
  refresh(): void;
  /** Resolves when the last query has been looked up. */
  settled(): Promise<void>;
}

function createSearch(report: SearchedReport, state: SearchState, words: PanelWords): Search {
  const isChinese = readLanguage(document.documentElement) === "zh-CN";
  let query = "";
  let current = new AbortController();
  let settled = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (
    step: Omit<LookUpStep, "isSettled" | "isPartial">,
    changes: Partial<LookUpStep>,
  ) => {
    const before = state.view();
    // With the first rows the count stays as it was until the text has been searched to its end;
    // one hit there is at least.
    const counts = step.counts ?? {
      count: before.count,
      here: before.here || (report.shown() ? 1 : 0),
    };
    const { isSettled = before.isSettled, isPartial = before.isPartial } = changes;
    const isEmpty = query.trim() === "";
    state.show({ isEmpty, isSettled, isPartial, results: step.results, ...counts });
  };

  const announceCount = () => {
    // A reader who has gone to a hit has heard which one it is.
    if (state.at() !== undefined) return;
    const { count, isPartial } = state.view();
    const found = words(count > 0 ? "search.found" : "search.none", { count });
    announce(isPartial ? `${found} ${words("search.partial")}` : found);
  };

  const lookUpAll = async () => {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    for await (const step of lookUp(query, report, isChinese, signal)) {
      if (signal.aborted) return;
      show(step, step);
      if (step.isSettled) timer = setTimeout(announceCount, quietMs);
    }
  };

  const start = () => {
    clearTimeout(timer);
    unmarkFound();
    state.goTo(undefined, false);
    settled = lookUpAll();
    return settled;
  };

  return {
    run(next) {
      query = next;
      return start();
    },
    rerun() {
      if (query) void start();
    },
    refresh: () => show(currentResults(report), {}),
    settled: () => settled,
  };
}

/** Draws the search into its panel and attaches what goes with it. */
export function startSearch(panel: HTMLElement, words: PanelWords, signal: AbortSignal): void {
  const button = document.querySelector<HTMLElement>(openerOf(panel.id));
  const state = createSearchState();
  const report = createSearchedReport(readSearchedReport(button));
  const search = createSearch(report, state, words);
  const { goTo, step, enter } = createHitNavigation(report, state, words);
  const close = () => {
    closePanel(panel);
    // The browser gives the focus back to where it was; if that was nowhere, the button gets it.
    const { activeElement } = document;
    if (activeElement === document.body || panel.contains(activeElement)) button?.focus();
  };
  const focusField = createRoot((dispose) => {
    signal.addEventListener("abort", dispose);
    return mountSearchPanel(panel, {
      words,
      state,
      search: (query) => void search.run(query),
      async enter() {
        if (state.view().count === 0) await search.settled().catch(() => undefined);
        enter();
      },
      step,
      goTo,
      showMore(number) {
        report.pages[number]?.showMore();
        search.refresh();
      },
      close,
    });
  });
  // While the reader looks at a hit, the button and its key lead back to the field.
  const returnToField = (event: Event) => {
    if (!state.isAside()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    focusField();
  };
  button?.addEventListener("click", returnToField, { capture: true, signal });
  // This page is read while the reader types.
  report.load(0).catch(() => undefined);
  const readAgain = () => {
    if (!report.shown()) return;
    unmarkFound();
    report
      .reload()
      .catch(() => undefined)
      .then(search.rerun);
  };
  onSummaryChanged(readAgain, signal);
}
