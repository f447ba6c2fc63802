// How Mandarin is read: which syllable each Chinese character is, and where words end.
import { pinyin } from "pinyin-pro";
import { markTone, type Tone } from "../../../core/speech/pinyin.ts";
import type { Reading } from "../synthesizer.ts";
import type { KokoroPackages } from "./installed.ts";

/** What knows Chinese words. */
export type Dictionaries = Pick<KokoroPackages, "jieba" | "simplify">;

/** A character of a text; what is no Chinese character has no syllable. */
export interface MandarinCharacter {
  readonly character: string;
  /** Pinyin with tone marks; undefined where none is known, and for what is not Chinese. */
  readonly syllable: string | undefined;
  /** Whether a word begins with it. */
  readonly beginsWord: boolean;
}

/** Whether a character is Chinese. */
export const isHan = (character: string) => /\p{Script=Han}/u.test(character);

/** Where words begin, as UTF-16 offsets. */
function wordStarts(words: readonly string[]): ReadonlySet<number> {
  let offset = 0;
  return new Set(
    words.map((word) => {
      offset += word.length;
      return offset - word.length;
    }),
  );
}

/**
 * Whether 一 is the last digit of a number (九十一项), or a number beside letters (一加N): it keeps its
 * tone there.
 */
function isOneInNumber(text: string, at: number): boolean {
  return (
    text[at] === "一" && (/[十零〇]$/.test(text.slice(0, at)) || /^一加[A-Z]/.test(text.slice(at)))
  );
}

/** The same text in simplified characters, which the dictionaries know; as it is if that fails. */
function simplifyAll(text: string, { simplify }: Dictionaries): string {
  const simplified = simplify(text);
  return simplified.length === text.length ? simplified : text;
}

/**
 * Reads a text: the readings that are given, wherever they occur, and else those of the whole text,
 * by which 一 and 不 change their tones and characters with several readings get the right one.
 */
export function readMandarin(
  text: string,
  dictionaries: Dictionaries,
  readings: readonly Reading[],
): MandarinCharacter[] {
  const simplified = simplifyAll(text, dictionaries);
  const starts = wordStarts(dictionaries.jieba.cut(simplified, true));
  const common = pinyin(simplified, { type: "all", toneType: "num", v: false });
  const characters: MandarinCharacter[] = [];
  let offset = 0;
  for (const [at, character] of [...text].entries()) {
    const read = common[at];
    const isOne = isOneInNumber(text, offset);
    const syllable = read?.isZh && (isOne ? "yi1" : read.pinyin);
    characters.push({
      character,
      syllable: isHan(character) && syllable ? markNumbered(syllable) : undefined,
      beginsWord: starts.has(offset),
    });
    offset += character.length;
  }
  // Longer words last: they know more of what is around.
  for (const { written, syllables } of [...readings].sort(byLength)) {
    overrideReading(characters, [...written], syllables);
  }
  return characters;
}

const byLength = (a: Reading, b: Reading) => a.written.length - b.written.length;

function markNumbered(syllable: string): string {
  const [, letters = "", tone = "0"] = /^(\D+)(\d)$/.exec(syllable) ?? [];
  return markTone({ letters, tone: (Number(tone) || 5) as Tone });
}

function overrideReading(
  characters: MandarinCharacter[],
  written: readonly string[],
  syllables: readonly string[],
): void {
  const isHere = (at: number) =>
    written.every((character, n) => characters[at + n]?.character === character);
  for (let at = 0; at + written.length <= characters.length; at++) {
    if (!isHere(at)) continue;
    for (const [n, syllable] of syllables.entries()) {
      const found = characters[at + n];
      if (found && isHan(found.character)) characters[at + n] = { ...found, syllable };
    }
  }
}
