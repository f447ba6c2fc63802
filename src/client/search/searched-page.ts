import traditional from "virtual:variants";
import { excerpt } from "../../core/search/excerpt.ts";
import { parseVariants } from "../../core/search/fold.ts";
import type { Readings } from "../../core/search/pinyin.ts";
import { createTextIndex, type Hit } from "../../core/search/text-index.ts";
import { type Passage, readPassages } from "../page/passages.ts";
import type { TextStretch } from "./found-mark.ts";
import type { NamedPage } from "./searched-pages.ts";
import type { Result, Row } from "./state.ts";

/** A sentence with its hits, and the number of the first of them among those of the page. */
interface FoundSentence {
  readonly passage: Passage;
  readonly hits: Hit[];
  readonly hit: number;
}

/** A page that is searched. */
export interface SearchedPage {
  /** Whether it is the page that is shown, on which a hit can be scrolled to. */
  readonly isShown: boolean;
  /** Reads more of the page, for a few milliseconds; returns whether all of it has been read. */
  read(): boolean;
  /**
   * Starts a search, unless it is the same query in the same text. No text is searched before a
   * result is asked for.
   */
  find(query: string, readings: Readings | undefined): void;
  /** The number of hits: searches all of the text. */
  count(): number;
  /** The stretches of text that a hit consists of. */
  stretchesOf(hit: number): TextStretch[];
  /**
   * The sentences with hits: up to the limit, or only the first few, for which the text is searched
   * no further. Rows that were there before stay the same objects, so that they are not drawn
   * again.
   */
  result(isAll: boolean): Result | undefined;
  /** Raises the limit by a hundred sentences. */
  showMore(): void;
}

/**
 * How many sentences are shown at once: about as many as a phone shows. The rest follow in the next
 * frame.
 */
const firstRows = 2;
/** Time for one slice of reading, in ms; events are handled between slices. */
const sliceMs = 6;
const variants = parseVariants(traditional);
/** How many sentences more are shown when the reader asks for them. */
const moreRows = 100;

/** The hits of one query, collected as far as they are asked for. */
interface HitList {
  readonly hits: Hit[];
  readonly found: FoundSentence[];
  /**
   * Collects until more than so many sentences have been found, so that these have all their hits,
   * or to the end.
   */
  collect(sentences: number): void;
}

function createHitList(ahead: Generator<Hit>, passages: readonly Passage[]): HitList {
  const hits: Hit[] = [];
  const found: FoundSentence[] = [];
  const collect = (sentences: number) => {
    while (found.length <= sentences) {
      const { done, value } = ahead.next();
      if (done) return;
      const passage = passages[value.passage];
      const last = found[found.length - 1];
      if (last && last.passage === passage) last.hits.push(value);
      else if (passage) found.push({ passage, hits: [value], hit: hits.length });
      hits.push(value);
    }
  };
  return { hits, found, collect };
}

/** Groups rows by the part of the page that their sentences stand in. */
function groupRows(rows: readonly Row[], found: readonly FoundSentence[]): Result["parts"] {
  const parts: { title: string; rows: Row[] }[] = [];
  for (const [at, row] of rows.entries()) {
    const title = found[at]?.passage.title ?? "";
    let part = parts[parts.length - 1];
    if (part?.title !== title) {
      part = { title, rows: [] };
      parts.push(part);
    }
    part.rows.push(row);
  }
  return parts;
}

/**
 * Makes a page searchable: its sentences become one text, read in slices, and its hits rows.
 *
 * @param limit how many sentences are shown before the reader asks for more
 */
export function createSearchedPage(
  { page, title, language, address }: NamedPage,
  limit: number,
): SearchedPage {
  const isShown = page === document;
  const passages = readPassages(page);
  const index = createTextIndex(variants);
  let readTo = 0;
  let search = "";
  let list = createHitList(index.find(""), passages);
  let rowLimit = limit;
  let rows: Row[] = [];
  let result: Result | undefined;

  const toRow = ({ passage, hits, hit }: FoundSentence): Row => ({
    href: `${address}#${passage.id}`,
    language: passage.language,
    pieces: excerpt(
      passage.text,
      hits.map((each) => index.rangesOf(each)[0]),
    ),
    hit: isShown ? hit : undefined,
  });

  return {
    isShown,
    read() {
      const until = performance.now() + sliceMs;
      for (; readTo < passages.length && performance.now() < until; readTo++) {
        const passage = passages[readTo];
        if (passage) index.add(passage.text, passage.isReport);
      }
      return readTo === passages.length;
    },
    find(query, readings) {
      const key = `${readTo} ${Boolean(readings)} ${query}`;
      if (key === search) return;
      search = key;
      list = createHitList(index.find(query, readings), passages);
      rowLimit = limit;
      rows = [];
      result = undefined;
    },
    count() {
      list.collect(Number.POSITIVE_INFINITY);
      return list.hits.length;
    },
    stretchesOf(number) {
      const hit = list.hits[number];
      return (hit ? index.rangesOf(hit) : []).flatMap(({ passage, from, to }) => {
        const element = passages[passage]?.element;
        return element ? [{ element, from, to }] : [];
      });
    },
    result(isAll) {
      list.collect(isAll ? Number.POSITIVE_INFINITY : firstRows);
      const added = list.found.slice(rows.length, isAll ? rowLimit : firstRows);
      if (added.length > 0) {
        rows.push(...added.map(toRow));
        // Below the limit the rest is on its way.
        const more = rows.length < rowLimit ? 0 : list.found.length - rowLimit;
        result = { title, language, parts: groupRows(rows, list.found), more };
      }
      return result;
    },
    showMore() {
      rowLimit += moreRows;
    },
  };
}
