import { type Accessor, batch, createSignal } from "solid-js";
import type { ExcerptPiece } from "../../core/search/excerpt.ts";

/** A sentence in which something was found. */
export interface Row {
  /** Where it stands: an address, or a fragment of this page. */
  readonly href: string;
  readonly language: string;
  readonly pieces: readonly ExcerptPiece[];
  /** The number of its first hit among those of this page; undefined on another page. */
  readonly hit: number | undefined;
}

/** What was found on one page, or the first of it. */
export interface Result {
  readonly title: string;
  readonly language: string;
  /** Rows by the part of the page that they stand in. */
  readonly parts: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  /** How many rows are not among them. */
  readonly more: number;
}

/** What is shown of a search. */
export interface SearchView {
  /** Nothing is looked for. */
  readonly isEmpty: boolean;
  /** By the page's number; undefined where nothing was found. */
  readonly results: readonly (Result | undefined)[];
  /** The number of hits on all pages. */
  readonly count: number;
  /** The number of hits on this page. */
  readonly here: number;
  /** Whether every page has been looked into that can be. */
  readonly isSettled: boolean;
  /** Whether something could not be looked into. */
  readonly isPartial: boolean;
}

/** The search as a panel shows it. */
export interface SearchState {
  readonly view: Accessor<SearchView>;
  /** The hit of this page at which the reader is. */
  readonly at: Accessor<number | undefined>;
  /** Whether the reader looks at the place, and the results make room for it. */
  readonly isAside: Accessor<boolean>;
  show(view: SearchView): void;
  goTo(at: number | undefined, isAside: boolean): void;
}

/** Makes the state of a search in which nothing is looked for yet. */
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
