/** How the characters of some texts are read: without tones, `ü` written `v` as keyboards have it. */
export interface Readings {
  /** The usual syllable of each character. */
  readonly usual: ReadonlyMap<string, string>;
  /** Where a character is read otherwise: in what folded words, at which of their characters, and how. */
  readonly exceptions: readonly Exception[];
}

/** A reading that a character has within some words only: 行 is `xing` in 行政, `hang` in 银行. */
export interface Exception {
  readonly within: string;
  readonly at: number;
  readonly syllable: string;
}

/** Writes readings as a short text: a line a syllable with its characters, then a line an exception. */
export function printReadings({ usual, exceptions }: Readings): string {
  const lines = new Map<string, string>();
  for (const [char, syllable] of usual) lines.set(syllable, (lines.get(syllable) ?? "") + char);
  return [
    ...[...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, chars]) => syllable + chars),
    ...exceptions.map(({ within, at, syllable }) => `${syllable}${at}${within}`),
  ].join("\n");
}

/** The way back from {@link printReadings}. */
export function parseReadings(text: string): Readings {
  const usual = new Map<string, string>();
  const exceptions: Exception[] = [];
  for (const [, syllable = "", at, rest = ""] of text.matchAll(/^([a-z]+)(\d?)(.*)$/gm)) {
    if (at) exceptions.push({ within: rest, at: Number(at), syllable });
    else for (const char of rest) usual.set(char, syllable);
  }
  return { usual, exceptions };
}

/** How a folded text is read. */
export interface Pronunciation {
  /** The syllables that there are, by number; "" first, for what is no character with a reading. */
  readonly syllables: readonly string[];
  /** The number of the syllable of each UTF-16 unit. */
  readonly numbers: Uint16Array;
  /** The first letter of each, a space for none: what is passed over quickly where a query can't begin. */
  readonly initials: string;
}

/** Reads a folded text. */
export function pronounce(folded: string, { usual, exceptions }: Readings): Pronunciation {
  const syllables = [""];
  const known = new Map<string, number>();
  const numberOf = (syllable: string) => {
    const number = known.get(syllable) ?? syllables.push(syllable) - 1;
    known.set(syllable, number);
    return number;
  };
  /** By UTF-16 unit: a long text is read faster by it than by a map of characters. */
  const table = new Uint16Array(0x10000);
  for (const [char, syllable] of usual) {
    if (char.length === 1) table[char.charCodeAt(0)] = numberOf(syllable);
  }
  const numbers = new Uint16Array(folded.length);
  for (let at = 0; at < numbers.length; at++) numbers[at] = table[folded.charCodeAt(at)] ?? 0;
  for (const { within, at, syllable } of exceptions) {
    for (let from = folded.indexOf(within); from >= 0; from = folded.indexOf(within, from + 1)) {
      numbers[from + at] = numberOf(syllable);
    }
  }
  let initials = "";
  for (const number of numbers) initials += syllables[number]?.[0] ?? " ";
  return { syllables, numbers, initials };
}

/** More letters than anyone types of a name or a phrase. */
const mostLetters = 60;

/** The letters of a folded query that may be a pronunciation; "" where it can't be one: one letter is none. */
export function lettersOf(query: string): string {
  const letters = query.replace(/[ '-]/g, "");
  return /^[a-z]{2,}$/.test(letters) && letters.length <= mostLetters ? letters : "";
}

/**
 * Where a folded text is pronounced as letters have it, in its order: in whole syllables, by initials, or by both
 * (`xingzhengfy`); the last syllable need not be complete. Quotation marks within are passed over. Reads no further than it
 * is asked.
 */
export function* findByPinyin(
  folded: string,
  { syllables, numbers, initials }: Pronunciation,
  letters: string,
): Generator<[from: number, to: number]> {
  /** How many letters from `at` are the beginning of a syllable. */
  const agree = (syllable: string, at: number) => {
    let count = 0;
    while (count < syllable.length && at + count < letters.length) {
      const own = syllable.charAt(count);
      const wanted = letters.charAt(at + count);
      if (own !== wanted && !(own === "v" && wanted === "u")) break;
      count++;
    }
    return count;
  };
  /** The same from each letter on and for each syllable, by number: asked again and again. */
  const agreement = Array.from(letters, (_, at) =>
    Uint8Array.from(syllables, (syllable) => agree(syllable, at)),
  );

  /** Where the letters from `at` end, said from a position; 0 where they are not said there. */
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
    // zh, ch and sh are initials too.
    const double = count > 1 && syllable[1] === "h" ? endOf(position + 1, at + 2) : 0;
    return double || endOf(position + 1, at + 1);
  };

  const first = letters.charAt(0);
  for (let from = initials.indexOf(first); from >= 0; from = initials.indexOf(first, from + 1)) {
    const to = endOf(from, 0);
    if (to) yield [from, to];
  }
}
