import { splitPinyin, toNumberedSyllable } from "../../../core/speech/pinyin.ts";
import type { LexiconReading } from "./lexicon-edits.ts";

/** A character of a spoken form; Chinese characters have their pinyin. */
export interface ReadCharacter {
  readonly text: string;
  readonly syllable: string | undefined;
}

const isHan = (char: string) => /\p{Script=Han}/u.test(char);

/**
 * Gives each Chinese character of a spoken form its pinyin from a record. Undefined if there is not
 * one for each, as where the engine does not tell.
 */
export function readCharacters(spoken: string, reading: string): ReadCharacter[] | undefined {
  const syllables = reading.split(/\s+/).filter(Boolean);
  let next = 0;
  const characters = [...spoken].map((text) => ({
    text,
    syllable: isHan(text) ? syllables[next++] : undefined,
  }));
  return next === syllables.length && next > 0 ? characters : undefined;
}

/** A word that a recording reads otherwise than the lexicon. */
export interface Misreading {
  readonly written: string;
  /** What the lexicon has, and what the recording says. */
  readonly pinyin: string;
  readonly recorded: string;
}

/** Whether one syllable may be recorded for another, by the rules by which tones change. */
function isSaidFor(char: string, wanted: string, recorded: string): boolean {
  const [a, b] = [toNumberedSyllable(wanted), toNumberedSyllable(recorded)];
  if (a.letters !== b.letters) return false;
  // A record may have the tones as they change in the sentence: a third before a third, 一 and 不.
  return a.tone === b.tone || (a.tone === 3 && b.tone === 2) || /[一不]/.test(char);
}

/** Finds the first word of a recorded sentence that is read otherwise than the lexicon says. */
export function findMisreading(
  characters: readonly ReadCharacter[],
  readings: readonly LexiconReading[],
): Misreading | undefined {
  // Longest first: where a longer entry has the word, that one is read.
  const longestFirst = [...readings].sort((a, b) => b.written.length - a.written.length);
  const texts = characters.map(({ text }) => text);
  for (let at = 0; at < texts.length; ) {
    const rest = texts.slice(at, at + 40).join("");
    const found = longestFirst.find(({ written }) => rest.startsWith(written));
    const length = found ? [...found.written].length : 1;
    const recorded = characters.slice(at, at + length).map(({ syllable }) => syllable ?? "");
    const wanted = found && splitPinyin(found.pinyin, length);
    if (
      found &&
      wanted?.some((syllable, n) => !isSaidFor(texts[at + n] ?? "", syllable, recorded[n] ?? ""))
    ) {
      return { ...found, recorded: recorded.join(" ") };
    }
    at += length;
  }
  return undefined;
}

/** Whether a recorded sentence reads a word everywhere exactly as given. */
export function isReadAs(characters: readonly ReadCharacter[], reading: LexiconReading): boolean {
  const { written, pinyin } = reading;
  const length = [...written].length;
  const wanted = splitPinyin(pinyin, length)?.join(" ").toLowerCase();
  const places = characters.flatMap((_, at) => {
    const part = characters.slice(at, at + length);
    return part.map(({ text }) => text).join("") === written ? [part] : [];
  });
  return (
    places.length > 0 &&
    places.every(
      (part) =>
        part
          .map(({ syllable }) => syllable)
          .join(" ")
          .toLowerCase() === wanted,
    )
  );
}
