import { excerpt } from "../../core/search/excerpt.ts";
import type { Readings } from "../../core/search/pinyin.ts";
import { createTextIndex, type Hit, type Place } from "../../core/search/text-index.ts";
import type { TextStretch } from "../platform/found-mark.ts";
import { type Passage, readPassages } from "../platform/passages.ts";
import type { NamedPage } from "../platform/searched-pages.ts";
import type { Result, Row } from "../state/search.ts";

/** A sentence in which something was found, and the number of its first hit. */
interface FoundIn {
  readonly passage: Passage;
  readonly stretches: readonly Place[];
  readonly hit: number;
}

/** A page that is searched. */
export interface SearchedPage {
  /** Whether it is the page that is shown, in which a hit can be gone to. */
  readonly isShown: boolean;
  /** Reads more of the page, for a few milliseconds; returns whether all of it has been read. */
  read(): boolean;
  /** Looks for a query anew, unless it is the same in the same text. */
  find(query: string, readings: Readings | undefined): void;
  /** The number of hits, and where one of them stands. */
  count(): number;
  stretchesOf(hit: number): TextStretch[];
  /** What was found, at most so many sentences of it; the same object as long as it is the same. */
  result(): Result | undefined;
  /** Lets the result have more sentences. */
  showMore(): void;
}

/** How long the page may be read before what the reader does has its turn, in ms. */
const slice = 6;

/** Makes what searches one page: its sentences as one text, read bit by bit, and what was found there as rows. */
export function createSearchedPage(
  { page, title, language, address }: NamedPage,
  rows: number,
): SearchedPage {
  const isShown = page === document;
  const inOrder = readPassages(page);
  // The report goes on from sentence to sentence, whatever of ours stands between.
  const passages = [true, false].flatMap((own) => inOrder.filter((each) => each.isReport === own));
  const order = new Map(inOrder.map((passage, at) => [passage, at]));
  const positions = passages.map((passage) => order.get(passage) ?? 0);
  const index = createTextIndex();
  let readTo = 0;
  let asked = "";
  let hits: Hit[] = [];
  let found: FoundIn[] = [];
  let limit = rows;
  let shown: Result | undefined;

  const positionOf = ([place]: Hit) => positions[place.passage] ?? 0;

  function collect(): FoundIn[] {
    const all: FoundIn[] = [];
    let stretches: Place[] = [];
    let last: Passage | undefined;
    for (const [hit, [place]] of hits.entries()) {
      const passage = passages[place.passage];
      if (!passage) continue;
      if (passage !== last) {
        stretches = [];
        all.push({ passage, stretches, hit });
        last = passage;
      }
      stretches.push(place);
    }
    return all;
  }

  function rowOf({ passage, stretches, hit }: FoundIn): Row {
    return {
      href: `${address}#${passage.id}`,
      language: passage.language,
      pieces: excerpt(passage.text, stretches),
      hit: isShown ? hit : undefined,
    };
  }

  function print(): Result {
    const parts: { title: string; rows: Row[] }[] = [];
    for (const each of found.slice(0, limit)) {
      let part = parts[parts.length - 1];
      if (part?.title !== each.passage.title) {
        part = { title: each.passage.title, rows: [] };
        parts.push(part);
      }
      part.rows.push(rowOf(each));
    }
    return { title, language, parts, more: Math.max(0, found.length - limit) };
  }

  return {
    isShown,
    read() {
      const until = performance.now() + slice;
      for (; readTo < passages.length && performance.now() < until; readTo++)
        index.add(passages[readTo]?.text ?? "", passages[readTo]?.isReport ?? false);
      return readTo === passages.length;
    },
    find(query, readings) {
      const question = `${readTo} ${Boolean(readings)} ${query}`;
      if (question === asked) return;
      asked = question;
      hits = index.find(query, readings).sort((a, b) => positionOf(a) - positionOf(b));
      found = collect();
      limit = rows;
      shown = undefined;
    },
    count: () => hits.length,
    stretchesOf: (hit) =>
      (hits[hit] ?? []).flatMap(({ passage, from, to }) => {
        const element = passages[passage]?.element;
        return element ? [{ element, from, to }] : [];
      }),
    result() {
      if (found.length > 0) shown ??= print();
      return shown;
    },
    showMore() {
      limit += 100;
      shown = undefined;
    },
  };
}
