import { excerpt } from "../../core/search/excerpt.ts";
import type { Readings } from "../../core/search/pinyin.ts";
import { createTextIndex, type Hit } from "../../core/search/text-index.ts";
import { type Passage, readPassages } from "../page/passages.ts";
import type { TextStretch } from "./found-mark.ts";
import type { NamedPage } from "./searched-pages.ts";
import type { Result, Row } from "./state.ts";

/** A sentence in which something was found, and the number of its first hit. */
interface FoundIn {
  readonly passage: Passage;
  readonly hits: Hit[];
  readonly hit: number;
}

/** A page that is searched. */
export interface SearchedPage {
  /** Whether it is the page that is shown, in which a hit can be gone to. */
  readonly isShown: boolean;
  /** Reads more of the page, for a few milliseconds; returns whether all of it has been read. */
  read(): boolean;
  /** Begins to look for a query anew, unless it is the same in the same text. No text is read for it before it has to be. */
  find(query: string, readings: Readings | undefined): void;
  /** The number of hits: reads all of the text. */
  count(): number;
  /** Where a hit stands. */
  stretchesOf(hit: number): TextStretch[];
  /** What was found: so many sentences of it at most, or the first few. What is the same stays the same object. */
  result(isAll: boolean): Result | undefined;
  /** Lets the result have more sentences. */
  showMore(): void;
}

/** How many sentences are shown at once: about as many as a phone shows. The rest follow in the next frame. */
const firstRows = 2;
/** How long the page may be read before what the reader does has its turn, in ms. */
const slice = 6;

/** Makes what searches one page: its sentences as one text, read bit by bit, and what was found there as rows. */
export function createSearchedPage(
  { page, title, language, address }: NamedPage,
  rows: number,
): SearchedPage {
  const isShown = page === document;
  const passages = readPassages(page);
  const index = createTextIndex();
  let readTo = 0;
  let asked = "";
  /** What is still to be found, in the order in which it is read, and what has been. */
  let ahead = index.find("");
  let hits: Hit[] = [];
  let found: FoundIn[] = [];
  let limit = rows;
  /** What is shown of what was found, sentence by sentence and as a whole. */
  let shownRows: Row[] = [];
  let shown: Result | undefined;

  /** Looks on until so many sentences have been found with every hit in them, or to the end. */
  function lookOn(sentences: number): void {
    while (found.length <= sentences) {
      const { done, value } = ahead.next();
      if (done) return;
      const passage = passages[value.passage];
      const last = found[found.length - 1];
      if (last && last.passage === passage) last.hits.push(value);
      else if (passage) found.push({ passage, hits: [value], hit: hits.length });
      hits.push(value);
    }
  }

  function rowOf({ passage, hits, hit }: FoundIn): Row {
    return {
      href: `${address}#${passage.id}`,
      language: passage.language,
      pieces: excerpt(
        passage.text,
        hits.map((each) => index.placesOf(each)[0]),
      ),
      hit: isShown ? hit : undefined,
    };
  }

  function print(): Result {
    const parts: { title: string; rows: Row[] }[] = [];
    for (const [at, row] of shownRows.entries()) {
      const title = found[at]?.passage.title ?? "";
      let part = parts[parts.length - 1];
      if (part?.title !== title) {
        part = { title, rows: [] };
        parts.push(part);
      }
      part.rows.push(row);
    }
    // After the first few the rest comes by itself.
    const more = shownRows.length < limit ? 0 : found.length - limit;
    return { title, language, parts, more };
  }

  return {
    isShown,
    read() {
      const until = performance.now() + slice;
      for (; readTo < passages.length && performance.now() < until; readTo++) {
        const passage = passages[readTo];
        if (passage) index.add(passage.text, passage.isReport);
      }
      return readTo === passages.length;
    },
    find(query, readings) {
      const question = `${readTo} ${Boolean(readings)} ${query}`;
      if (question === asked) return;
      asked = question;
      ahead = index.find(query, readings);
      hits = [];
      found = [];
      limit = rows;
      shownRows = [];
      shown = undefined;
    },
    count() {
      lookOn(Number.POSITIVE_INFINITY);
      return hits.length;
    },
    stretchesOf(number) {
      const hit = hits[number];
      return (hit ? index.placesOf(hit) : []).flatMap(({ passage, from, to }) => {
        const element = passages[passage]?.element;
        return element ? [{ element, from, to }] : [];
      });
    },
    result(isAll) {
      lookOn(isAll ? Number.POSITIVE_INFINITY : firstRows);
      const added = found.slice(shownRows.length, isAll ? limit : firstRows);
      if (added.length > 0) {
        shownRows.push(...added.map(rowOf));
        shown = print();
      }
      return shown;
    },
    showMore() {
      limit += 100;
    },
  };
}
