import {
  markTone,
  splitPinyin,
  syllables,
  type Tone,
  toNumberedSyllable,
} from "../../../core/speech/pinyin.ts";

/** What is wrong with what was typed. */
export type PinyinMistake = "no pinyin" | "no tone" | "another number of syllables";

/** Writes tones as marks where they are numbers (`xing2 zheng4`), and v and u: as ü. */
function markNumbers(typed: string): string {
  const letters = typed.normalize("NFC").replace(/u:/g, "ü").replace(/U:/g, "Ü");
  return letters
    .replace(/v/g, "ü")
    .replace(/V/g, "Ü")
    .replace(/(\p{L}+)([1-5])(?=(\p{L}?))/gu, (all, word: string, digit: string, next: string) => {
      if (!syllables.has(word.toLowerCase())) return all;
      const marked = markTone({ letters: word, tone: Number(digit) as Tone });
      return next ? `${marked}'` : marked;
    });
}

/** The fewest syllables that a text can be split into; undefined if it is no pinyin. */
function splitAny(pinyin: string): readonly string[] | undefined {
  for (let count = 1; count <= pinyin.length; count++) {
    const found = splitPinyin(pinyin, count);
    if (found) return found;
  }
  return undefined;
}

/** What stands before each syllable: a space, an apostrophe, a hyphen, or nothing. */
function gapsBefore(pinyin: string, parts: readonly string[]): string[] {
  let at = 0;
  return parts.map((part) => {
    const start = pinyin.indexOf(part, at);
    const gap = pinyin.slice(at, start);
    at = start + part.length;
    return gap;
  });
}

const isMarked = (syllable: string) => toNumberedSyllable(syllable).tone !== 5;

/**
 * Whether what was typed can be meant as these syllables: `xīān` as two, by its tones, but `bào` not
 * as `bà'o`.
 */
function isMeantAs(parts: readonly string[], gaps: readonly string[]): boolean {
  return parts.every((part, at) => {
    const before = parts[at - 1];
    if (before === undefined || gaps[at] || !beginsWithVowel(part)) return true;
    return isMarked(before) && isMarked(part);
  });
}

const beginsWithVowel = (syllable: string) => /^[aoeê]/.test(toNumberedSyllable(syllable).letters);

/** A syllable with its tone mark where the orthography puts it. */
function rewrite(syllable: string): string {
  const marked = markTone(toNumberedSyllable(syllable));
  const [first = ""] = syllable;
  const isCapital = first !== first.toLowerCase();
  return isCapital ? marked.charAt(0).toUpperCase() + marked.slice(1) : marked;
}

/**
 * Turns typed pinyin, with marks or numbers for the tones, into the notation of the lexicon: marks,
 * spaces as typed, an apostrophe before a, o and e. `count` is how many syllables it must have, if
 * that is known. Returns what is wrong where it is not such pinyin.
 */
export function readTypedPinyin(
  typed: string,
  count?: number,
): { readonly pinyin: string } | { readonly mistake: PinyinMistake } {
  const marked = markNumbers(typed.trim());
  const any = splitAny(marked);
  if (!any) return { mistake: "no pinyin" };
  const parts = count === undefined ? any : splitPinyin(marked, count);
  if (!parts) return { mistake: "another number of syllables" };
  const gaps = gapsBefore(marked, parts);
  if (!isMeantAs(parts, gaps)) return { mistake: "another number of syllables" };
  if (!parts.some(isMarked)) return { mistake: "no tone" };
  const written = parts.map((part, at) => {
    if (at === 0) return rewrite(part);
    if (/[\s-]/.test(gaps[at] ?? "")) return ` ${rewrite(part)}`;
    return (beginsWithVowel(part) ? "'" : "") + rewrite(part);
  });
  return { pinyin: written.join("") };
}
