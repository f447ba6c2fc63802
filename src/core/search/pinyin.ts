/** The pinyin of characters, without tones, with `ü` written `v` as on keyboards. */
export interface Readings {
  /** The default syllable of each character. */
  readonly usual: ReadonlyMap<string, string>;
  /** Characters that have another reading in certain words. */
  readonly exceptions: readonly Exception[];
}

/**
 * A reading that a character has in certain words only: 行 is `xing` in 行政, `hang` in 银行. `at` is
 * the character's offset in the normalized text `within`.
 */
export interface Exception {
  readonly within: string;
  readonly at: number;
  readonly syllable: string;
}

/**
 * Serializes readings compactly: one line for each syllable with its characters, then one for each
 * exception.
 */
export function printReadings({ usual, exceptions }: Readings): string {
  const lines = new Map<string, string>();
  for (const [char, syllable] of usual) lines.set(syllable, (lines.get(syllable) ?? "") + char);
  return [
    ...[...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, chars]) => syllable + chars),
    ...exceptions.map(({ within, at, syllable }) => `${syllable}${at}${within}`),
  ].join("\n");
}

/** The inverse of {@link printReadings}. */
export function parseReadings(text: string): Readings {
  const usual = new Map<string, string>();
  const exceptions: Exception[] = [];
  for (const [, syllable = "", at, rest = ""] of text.matchAll(/^([a-z]+)(\d?)(.*)$/gm)) {
    if (at) exceptions.push({ within: rest, at: Number(at), syllable });
    else for (const char of rest) usual.set(char, syllable);
  }
  return { usual, exceptions };
}

/** The pinyin of a normalized text. */
export interface Pronunciation {
  /** The distinct syllables; index 0 is "", for characters without a reading. */
  readonly syllables: readonly string[];
  /** The syllable's index for each UTF-16 unit of the text. */
  readonly numbers: Uint16Array;
  /**
   * The first letter for each UTF-16 unit, a space for none: `indexOf` on it skips quickly to where
   * a match can begin.
   */
  readonly initials: string;
}

/** Looks up the pinyin of a normalized text. */
export function pronounce(folded: string, { usual, exceptions }: Readings): Pronunciation {
  const syllables = [""];
  const known = new Map<string, number>();
  const indexOfSyllable = (syllable: string) => {
    const number = known.get(syllable) ?? syllables.push(syllable) - 1;
    known.set(syllable, number);
    return number;
  };
  /** Indexed by UTF-16 unit, which is faster for long texts than a map of characters. */
  const table = new Uint16Array(0x10000);
  for (const [char, syllable] of usual) {
    if (char.length === 1) table[char.charCodeAt(0)] = indexOfSyllable(syllable);
  }
  const numbers = new Uint16Array(folded.length);
  for (let at = 0; at < numbers.length; at++) numbers[at] = table[folded.charCodeAt(at)] ?? 0;
  for (const { within, at, syllable } of exceptions) {
    for (let from = folded.indexOf(within); from >= 0; from = folded.indexOf(within, from + 1)) {
      numbers[from + at] = indexOfSyllable(syllable);
    }
  }
  let initials = "";
  for (const number of numbers) initials += syllables[number]?.[0] ?? " ";
  return { syllables, numbers, initials };
}

/** Longer queries are not treated as pinyin. */
const mostLetters = 60;

/**
 * The letters of a normalized query that may be pinyin; "" if it cannot be. A single letter is not
 * treated as pinyin.
 */
export function pinyinLettersOf(query: string): string {
  const letters = query.replace(/[ '-]/g, "");
  return /^[a-z]{2,}$/.test(letters) && letters.length <= mostLetters ? letters : "";
}

/**
 * Finds the stretches of a normalized text whose pinyin matches `letters`, in order: by whole
 * syllables, by initials, or by a mixture (`xingzhengfy`). The last syllable may be incomplete.
 * Quotation marks inside a match are skipped. Lazy.
 */
export function* findByPinyin(
  folded: string,
  { syllables, numbers, initials }: Pronunciation,
  letters: string,
): Generator<[from: number, to: number]> {
  /** How many letters from `at` match the beginning of a syllable. */
  const agree = (syllable: string, at: number) => {
    let count = 0;
    while (count < syllable.length && at + count < letters.length) {
      const letter = syllable.charAt(count);
      const wanted = letters.charAt(at + count);
      if (letter !== wanted && !(letter === "v" && wanted === "u")) break;
      count++;
    }
    return count;
  };
  /**
   * `agree` for every offset in the query and every syllable index, precomputed because it is
   * needed repeatedly.
   */
  const agreement = Array.from(letters, (_, at) =>
    Uint8Array.from(syllables, (syllable) => agree(syllable, at)),
  );

  /**
   * The end offset of a match of the letters from `at`, beginning at `position`; 0 if there is
   * none.
   */
  const endOf = (position: number, at: number): number => {
    if (at === letters.length) return position;
    const number = numbers[position] ?? 0;
    if (number === 0) return at > 0 && folded[position] === '"' ? endOf(position + 1, at) : 0;
    const count = agreement[at]?.[number] ?? 0;
    if (count === 0) return 0;
    if (at + count === letters.length) return position + 1;
    const syllable = syllables[number] ?? "";
    const whole = count === syllable.length ? endOf(position + 1, at + count) : 0;
    if (whole || syllable.length === 1) return whole;
    // zh, ch and sh can be typed as initials, too.
    const double = count > 1 && syllable[1] === "h" ? endOf(position + 1, at + 2) : 0;
    return double || endOf(position + 1, at + 1);
  };

  const first = letters.charAt(0);
  for (let from = initials.indexOf(first); from >= 0; from = initials.indexOf(first, from + 1)) {
    const to = endOf(from, 0);
    if (to) yield [from, to];
  }
}
