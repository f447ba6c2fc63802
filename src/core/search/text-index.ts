import { endOfCharacter, foldForSearch } from "./fold.ts";
import { merge } from "./merge.ts";
import { findByPinyin, lettersOf, type Pronunciation, pronounce, type Readings } from "./pinyin.ts";

/** A stretch of the text of one passage. */
export interface PassageRange {
  /** The passage's number, from 0, in the order in which passages were added. */
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

/** Passages as one string, so that a keystroke costs one pass however many there are. */
interface Whole {
  text: string;
  pronunciation?: Pronunciation;
  /** Where each passage begins in it, and that passage's number. */
  readonly starts: number[];
  readonly passages: number[];
}

/** What was found: a stretch of a text as it is compared, and the number of the passage that it begins in. */
export interface Hit {
  readonly passage: number;
  readonly whole: Whole;
  /** How many passages of that text come before it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A text that is searched, made of passages. */
export interface TextIndex {
  /**
   * Adds a passage; `goesOn` says that it goes on from the last one that did, whatever stands between: a hit may begin in the
   * one and end in the other.
   */
  add(text: string, goesOn: boolean): void;
  /**
   * Every place at which a query stands, passage by passage. The text is read no further than hits are asked for. With
   * readings, Chinese is also found by its pinyin. A query of nothing finds nothing.
   */
  find(query: string, readings?: Readings): Generator<Hit>;
  /** Where a hit stands: in one passage, or in several that go on in one another. Not made before it is asked for. */
  placesOf(hit: Hit): [PassageRange, ...PassageRange[]];
}

/** The longest query that is looked for, in characters: longer than any sentence. */
export const longestQuery = 1000;

/** What no folded text holds: nothing is found across it. */
const gap = "\n";

/** Where a folded query is written in a text. */
function* findWritten(text: string, wanted: string): Generator<[from: number, to: number]> {
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    yield [from, from + wanted.length];
  }
}

/** Where a folded query is written in a whole, or with readings pronounced, in its order; nothing is nowhere. */
function* findIn(whole: Whole, wanted: string, readings: Readings | undefined): Generator<Hit> {
  if (!wanted) return;
  const { text, starts, passages } = whole;
  const letters = lettersOf(wanted);
  let stretches = findWritten(text, wanted);
  if (readings && letters) {
    if (whole.pronunciation?.numbers.length !== text.length) {
      whole.pronunciation = pronounce(text, readings);
    }
    stretches = merge(
      stretches,
      findByPinyin(text, whole.pronunciation, letters),
      ([from]) => from,
    );
  }
  let at = 0;
  for (const [from, to] of stretches) {
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= from) at++;
    yield { passage: passages[at] ?? 0, whole, at, from, to };
  }
}

/** Makes a text that is searched, empty at first. */
export function createTextIndex(): TextIndex {
  const goingOn: Whole = { text: "", starts: [], passages: [] };
  const alone: Whole = { text: "", starts: [], passages: [] };
  const texts: string[] = [];
  const maps: (readonly number[])[] = [];

  return {
    add(text, goesOn) {
      const whole = goesOn ? goingOn : alone;
      const last = goesOn ? whole.text.slice(-1) : "";
      const folded = foldForSearch(text, last === gap ? "" : last);
      if (!last) whole.text += gap;
      whole.starts.push(whole.text.length);
      whole.passages.push(texts.length);
      texts.push(text);
      maps.push(folded.at);
      whole.text += folded.text;
    },
    find(query, readings) {
      const wanted = query.length > longestQuery ? "" : foldForSearch(query).text;
      return merge(
        findIn(goingOn, wanted, readings),
        findIn(alone, wanted, readings),
        ({ passage }) => passage,
      );
    },
    placesOf({ whole: { starts, passages }, at, from, to }) {
      const place = (number: number): PassageRange => {
        const passage = passages[number] ?? 0;
        const start = starts[number] ?? 0;
        const map = maps[passage] ?? [];
        const last = map[Math.min(to - start, map.length) - 1] ?? 0;
        return {
          passage,
          from: map[Math.max(from - start, 0)] ?? 0,
          to: endOfCharacter(texts[passage] ?? "", last),
        };
      };
      const places: [PassageRange, ...PassageRange[]] = [place(at)];
      for (let next = at + 1; (starts[next] ?? to) < to; next++) {
        // What holds nothing but white space is no part of a hit.
        if (maps[passages[next] ?? 0]?.length) places.push(place(next));
      }
      return places;
    },
  };
}
