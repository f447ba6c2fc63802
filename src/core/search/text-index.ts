import { endOfCharacter, fold } from "./fold.ts";
import { findByPinyin, lettersOf, type Pronunciation, pronounce, type Readings } from "./pinyin.ts";

/** A stretch of the text of one passage. */
export interface Place {
  /** The passage's number, from 0, in the order in which passages were added. */
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

/** What was found: a stretch of the text as it is compared, and the number of the passage that it begins in. */
export interface Hit {
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

/** A text that is searched, made of passages. */
export interface TextIndex {
  /** Adds a passage; `goesOn` says that a hit may begin before it and end in it. */
  add(text: string, goesOn: boolean): void;
  /**
   * Every place at which a query stands, passage by passage. With readings, Chinese is also found by its pinyin. A query of
   * nothing finds nothing.
   */
  find(query: string, readings?: Readings): Hit[];
  /** Where a hit stands: in one passage, or in several that go on in one another. Not made before it is asked for. */
  placesOf(hit: Hit): [Place, ...Place[]];
}

/** The longest query that is looked for, in characters: longer than any sentence. */
export const longestQuery = 1000;

/** What no folded text holds: nothing is found across it. */
const gap = "\n";

/** Makes a text that is searched as one string, so that a keystroke costs one pass however many passages there are. */
export function createTextIndex(): TextIndex {
  let whole = "";
  let pronunciation: Pronunciation | undefined;
  /** Where each passage begins in the whole. */
  const starts: number[] = [];
  const texts: string[] = [];
  const maps: (readonly number[])[] = [];

  return {
    add(text, goesOn) {
      const isJoined = goesOn && whole !== "" && !whole.endsWith(gap);
      const folded = fold(text, isJoined ? whole.charAt(whole.length - 1) : "");
      if (!isJoined) whole += gap;
      starts.push(whole.length);
      texts.push(text);
      maps.push(folded.at);
      whole += folded.text;
    },
    find(query, readings) {
      if (query.length > longestQuery) return [];
      const wanted = fold(query).text;
      if (!wanted) return [];
      const hits: Hit[] = [];
      let passage = 0;
      /** Adds a stretch of the whole, after those before it. */
      const hit = (from: number, to: number) => {
        while ((starts[passage + 1] ?? Number.POSITIVE_INFINITY) <= from) passage++;
        hits.push({ passage, from, to });
      };
      for (let from = whole.indexOf(wanted); from >= 0; from = whole.indexOf(wanted, from + 1))
        hit(from, from + wanted.length);
      const letters = lettersOf(wanted);
      if (!readings || !letters) return hits;
      if (pronunciation?.numbers.length !== whole.length)
        pronunciation = pronounce(whole, readings);
      passage = 0;
      for (const [from, to] of findByPinyin(whole, pronunciation, letters)) hit(from, to);
      return hits;
    },
    placesOf({ passage: first, from, to }) {
      const place = (passage: number): Place => {
        const start = starts[passage] ?? 0;
        const map = maps[passage] ?? [];
        const last = map[Math.min(to - start, map.length) - 1] ?? 0;
        return {
          passage,
          from: map[Math.max(from - start, 0)] ?? 0,
          to: endOfCharacter(texts[passage] ?? "", last),
        };
      };
      const places: [Place, ...Place[]] = [place(first)];
      for (let next = first + 1; (starts[next] ?? to) < to; next++)
        // What holds nothing but white space is no part of a hit.
        if (maps[next]?.length) places.push(place(next));
      return places;
    },
  };
}
