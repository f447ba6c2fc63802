import { painted } from "../platform/after-paint.ts";
import type { SearchedPage } from "./searched-page.ts";
import type { SearchedReport } from "./searched-report.ts";
import type { SearchView } from "./state.ts";

/** What is known of a query so far. */
export interface LookUpStep extends Pick<SearchView, "results" | "isSettled"> {
  /** Whether a page could not be fetched; undefined while that is not known. */
  readonly isPartial: boolean | undefined;
  /**
   * The numbers of hits on all pages and on the one that is shown; undefined where the text has not
   * been searched to its end.
   */
  readonly counts: { readonly count: number; readonly here: number } | undefined;
}

/** Collects the results of some pages for the query last passed to their `find`. */
function resultsOf(
  searched: readonly (SearchedPage | undefined)[],
  report: SearchedReport,
  isAll: boolean,
): Pick<LookUpStep, "results" | "counts"> {
  const results = searched.map((page) => page?.result(isAll));
  // Where nothing was found, the text has been searched to its end.
  const isCounted = isAll || !results.some(Boolean);
  const count = () => searched.reduce((sum, page) => sum + (page?.count() ?? 0), 0);
  return {
    results,
    counts: isCounted ? { count: count(), here: report.shown()?.count() ?? 0 } : undefined,
  };
}

/** The results of the last query as they are now. */
export function currentResults(report: SearchedReport): Pick<LookUpStep, "results" | "counts"> {
  return resultsOf(report.pages, report, true);
}

/**
 * Looks a query up in the pages of a report. The first rows of the page that is shown come at once,
 * for they must be on the screen with the next frame; the rest of it after that frame, and the
 * other pages as they are fetched. On a Chinese page letters are also searched as pinyin; on an
 * English one only where there is no such word.
 *
 * @param signal aborts when another query is typed
 */
export async function* lookUp(
  query: string,
  report: SearchedReport,
  isChinese: boolean,
  signal: AbortSignal,
): AsyncGenerator<LookUpStep> {
  const first = report.pages[0];
  const hasFirst = () => Boolean(first?.result(false));
  const find = (searched: readonly (SearchedPage | undefined)[], byPinyin: boolean) => {
    for (const page of searched) page?.find(query, byPinyin ? report.readings() : undefined);
  };
  find([first], isChinese);
  yield { ...resultsOf([first], report, false), isSettled: false, isPartial: undefined };
  if (query.trim() === "") return;
  const byPinyin = isChinese || !hasFirst();
  await painted();
  // Nothing of an older query may be searched once another has been typed.
  if (signal.aborted) return;
  const search = () => {
    find(report.pages, byPinyin);
    return currentResults(report);
  };
  yield { ...search(), isSettled: false, isPartial: undefined };
  let isPartial = false;
  const miss = () => {
    isPartial = true;
  };
  for (const number of report.pages.keys()) {
    await report.load(number).catch(miss);
    if (signal.aborted) return;
    yield { ...search(), isSettled: false, isPartial: isPartial || undefined };
  }
  if (byPinyin && /[a-z]{2}/i.test(query)) await report.loadReadings().catch(miss);
  if (signal.aborted) return;
  yield { ...search(), isSettled: true, isPartial };
}
