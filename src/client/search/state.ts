import { type Accessor, batch, createSignal } from "solid-js";
import type { ExcerptPiece } from "../../core/search/excerpt.ts";

/** A sentence with hits. */
export interface Row {
  /** Its address, or a fragment of this page. */
  readonly href: string;
  readonly language: string;
  readonly pieces: readonly ExcerptPiece[];
  /** The number of its first hit among those of this page; undefined on another page. */
  readonly hit: number | undefined;
}

/** The hits of one page, or the first of them. */
export interface Result {
  readonly title: string;
  readonly language: string;
  /** Rows by the part of the page that they are in. */
  readonly parts: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  /** How many more rows there are. */
  readonly more: number;
}

/** What is shown of a search. */
export interface SearchView {
  /** The query is empty. */
  readonly isEmpty: boolean;
  /** By the page's number; undefined for a page without hits. */
  readonly results: readonly (Result | undefined)[];
  /** The number of hits on all pages. */
  readonly count: number;
  /** The number of hits on this page. */
  readonly here: number;
  /** Whether every page has been searched that could be fetched. */
  readonly isSettled: boolean;
  /** Whether a page could not be fetched. */
  readonly isPartial: boolean;
}

/** The search as a panel shows it. */
export interface SearchState {
  readonly view: Accessor<SearchView>;
  /** The hit of this page that the reader has gone to. */
  readonly at: Accessor<number | undefined>;
  /** Whether the reader looks at that hit, and the panel makes room for the page. */
  readonly isAside: Accessor<boolean>;
  show(view: SearchView): void;
  goTo(at: number | undefined, isAside: boolean): void;
}

/** The state of a search, initially with an empty query. */
export function createSearchState(): SearchState {
  const [view, show] = createSignal<SearchView>({
    isEmpty: true,
    results: [],
    count: 0,
    here: 0,
    isSettled: false,
    isPartial: false,
  });
  const [at, setAt] = createSignal<number>();
  const [isAside, setAside] = createSignal(false);
  return {
    view,
    at,
    isAside,
    show,
    goTo: (hit, aside) =>
      batch(() => {
        setAt(hit);
        setAside(aside);
      }),
  };
}
