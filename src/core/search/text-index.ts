import { endOfCharacter, foldForSearch, type Variants } from "./fold.ts";
import { merge } from "./merge.ts";
import { patternOf } from "./pattern.ts";
import {
  findByPinyin,
  type Pronunciation,
  pinyinLettersOf,
  pronounce,
  type Readings,
} from "./pinyin.ts";

/** A stretch of the text of one passage, in UTF-16 offsets. */
export interface PassageRange {
  /** The passage's index, in the order in which passages were added. */
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Passages joined into one string, so that a query scans one string however many passages there
 * are.
 */
interface PassageGroup {
  text: string;
  pronunciation?: Pronunciation;
  /** The start offset of each passage in `text`, and the passage's index. */
  readonly starts: number[];
  readonly passages: number[];
}

/**
 * A match: a stretch of the normalized text of a group, and the index of the passage in which it
 * begins.
 */
export interface Hit {
  readonly passage: number;
  readonly group: PassageGroup;
  /** The position of that passage within its group. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A search index over passages. */
export interface TextIndex {
  /**
   * Adds a passage. With `continues`, it continues the last passage that was added with
   * `continues`, whatever was added in between: a match may begin in one and end in the other.
   */
  add(text: string, continues: boolean): void;
  /**
   * Yields every match of a query, in passage order, lazily. With readings, Chinese is also matched
   * by its pinyin. An empty query has no matches.
   */
  find(query: string, readings?: Readings): Generator<Hit>;
  /**
   * The ranges of a hit in the original passages: one, or several if it spans passages. Computed on
   * demand.
   */
  rangesOf(hit: Hit): [PassageRange, ...PassageRange[]];
}

/** The longest query that is searched for, in UTF-16 units: longer than any sentence. */
export const longestQuery = 1000;

/** Separates passages: it occurs in no normalized text or query, so no match spans it. */
const gap = "\n";

/** Finds where a normalized text has a query, as it is written or as others write its words. */
function* findWritten(text: string, wanted: string): Generator<[from: number, to: number]> {
  const pattern = patternOf(wanted);
  let last = 0;
  const next = (at: number): readonly [from: number, to: number] | undefined => {
    if (!pattern) {
      const from = text.indexOf(wanted, at);
      return from < 0 ? undefined : [from, from + wanted.length];
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match ? [match.index, match.index + match[0].length] : undefined;
  };
  for (let found = next(0); found; found = next(found[0] + 1)) {
    const [from, to] = found;
    // The same words, without a mark before them that need not be there.
    if (to !== last) yield [from, to];
    last = to;
  }
}

/**
 * Finds a normalized query in a group of passages, in order: literally and, with readings, by
 * pinyin.
 */
function* findIn(
  group: PassageGroup,
  wanted: string,
  readings: Readings | undefined,
): Generator<Hit> {
  if (!wanted) return;
  const { text, starts, passages } = group;
  const letters = pinyinLettersOf(wanted);
  let stretches = findWritten(text, wanted);
  if (readings && letters) {
    if (group.pronunciation?.numbers.length !== text.length) {
      group.pronunciation = pronounce(text, readings);
    }
    stretches = merge(
      stretches,
      findByPinyin(text, group.pronunciation, letters),
      ([from]) => from,
    );
  }
  let at = 0;
  for (const [from, to] of stretches) {
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= from) at++;
    yield { passage: passages[at] ?? 0, group, at, from, to };
  }
}

/** Creates an empty index. `variants` has characters and what they are looked for as. */
export function createTextIndex(variants?: Variants): TextIndex {
  const running: PassageGroup = { text: "", starts: [], passages: [] };
  const separate: PassageGroup = { text: "", starts: [], passages: [] };
  const texts: string[] = [];
  const maps: (readonly number[])[] = [];

  return {
    add(text, continues) {
      const group = continues ? running : separate;
      const last = continues ? group.text.slice(-1) : "";
      const folded = foldForSearch(text, last === gap ? "" : last, variants);
      if (!last) group.text += gap;
      group.starts.push(group.text.length);
      group.passages.push(texts.length);
      texts.push(text);
      maps.push(folded.at);
      group.text += folded.text;
    },
    find(query, readings) {
      const wanted = query.length > longestQuery ? "" : foldForSearch(query, "", variants).text;
      return merge(
        findIn(running, wanted, readings),
        findIn(separate, wanted, readings),
        ({ passage }) => passage,
      );
    },
    rangesOf({ group: { starts, passages }, at, from, to }) {
      const rangeIn = (member: number): PassageRange => {
        const passage = passages[member] ?? 0;
        const start = starts[member] ?? 0;
        const map = maps[passage] ?? [];
        const last = map[Math.min(to - start, map.length) - 1] ?? 0;
        return {
          passage,
          from: map[Math.max(from - start, 0)] ?? 0,
          to: endOfCharacter(texts[passage] ?? "", last),
        };
      };
      const ranges: [PassageRange, ...PassageRange[]] = [rangeIn(at)];
      for (let next = at + 1; (starts[next] ?? to) < to; next++) {
        // A passage of nothing but white space is not part of a hit.
        if (maps[passages[next] ?? 0]?.length) ranges.push(rangeIn(next));
      }
      return ranges;
    },
  };
}
