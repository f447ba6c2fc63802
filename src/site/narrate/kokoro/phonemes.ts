// What is said, as the phonemes that the model knows: Mandarin by pinyin, English by eSpeak NG.
import { readFileSync } from "node:fs";
import type { Language } from "../../../core/document/report.ts";
import { toNumberedSyllable } from "../../../core/speech/pinyin.ts";
import { type Reading, UnspeakableError } from "../synthesizer.ts";
import { type Accent, createEnglish, spellAbbreviations } from "./english.ts";
import { type Dictionaries, isHan, type MandarinCharacter, readMandarin } from "./mandarin.ts";
import { sayNameInEnglish } from "./names.ts";

function readTable<Value>(name: string): Readonly<Record<string, Value>> {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}

/** Numbers of the phonemes in the model (Kokoro-82M v1.0, Apache-2.0). */
const ids = readTable<number>("./phoneme-ids.json");
/** Syllables without tone; `0` is where the tone goes (misaki 0.9.4, Apache-2.0). */
const syllables = readTable<string>("./pinyin-to-phonemes.json");

/** The phonemes of the tones: first to fourth, and none for the neutral one. */
const tones = ["", "→", "↗", "↓", "↘", ""];

/** Chinese marks as the model reads them. */
const marks: Readonly<Record<string, string>> = {
  "，": ", ",
  "、": ", ",
  "。": ". ",
  "；": "; ",
  "：": ": ",
  "？": "? ",
  "！": "! ",
};
const europeanMark = /([,.;:!?]+)(?=\s|$)/;

/** A text as phonemes, and how it is read. */
export interface Phonemes {
  readonly phonemes: string;
  /** The pinyin of each Chinese character, with spaces between. */
  readonly pinyin: string;
  readonly syllables: number;
}

/** The vowels of a syllable. */
const nucleus = /[aeiouyAIOQWYɑɐɒæɔəɚɛɜɤɨɪʊʌᵊᵻ]+/gu;

function countSyllables(phonemes: string): number {
  return phonemes.match(nucleus)?.length ?? 0;
}

function sayCharacter({
  character,
  syllable,
}: Pick<MandarinCharacter, "character" | "syllable">): string {
  const { letters, tone } = toNumberedSyllable(syllable ?? "");
  const form = syllables[letters];
  if (form === undefined) {
    throw new UnspeakableError(
      syllable
        ? `“${character}” is read ${syllable}, and the voice has no such syllable`
        : `“${character}” has no reading`,
    );
  }
  return form.replace("0", tones[tone] ?? "");
}

/** The numbers of phonemes. Throws an {@link UnspeakableError} for one that the model lacks. */
export function toIds(phonemes: string): number[] {
  return [...phonemes].map((phoneme) => {
    const id = ids[phoneme];
    if (id === undefined) throw new UnspeakableError(`the voice has no phoneme ${phoneme}`);
    return id;
  });
}

/** Whether a character stands for no sound, such as a quotation mark. */
const isSilent = (character: string) => /[\p{P}\p{Z}\p{Cf}]/u.test(character);

/** Refuses what would be skipped in silence, or read out by name. */
function refuseForeign(text: string): void {
  const foreign = /[^\p{Script=Latin}\p{M}\d\p{P}\p{Z}\p{Cf}]/u.exec(text)?.[0];
  if (foreign) throw new UnspeakableError(`“${foreign}” has no reading`);
}

/** A text as a part of a pattern that matches nothing else. */
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Gives the phonemes of a name by its syllables in pinyin. */
type SayName = (syllables: readonly string[]) => string;

const sayNameInMandarin: SayName = (syllables) =>
  syllables.map((syllable) => sayCharacter({ character: "", syllable })).join("");

/** Creates a function that gives the phonemes of what is not Chinese; of names by their pinyin. */
async function createLatin() {
  const sayEnglish = await createEnglish();
  const sayWords = (words: string, accent: Accent): string => {
    refuseForeign(words);
    if ([...words].every(isSilent)) return "";
    const said = sayEnglish(words, accent);
    if (!said) throw new UnspeakableError(`“${words}” has no reading`);
    return said;
  };
  const sayMarked = (words: string, accent: Accent): string =>
    words
      .split(europeanMark)
      .map((part, at) => (at % 2 ? `${part[0]} ` : ` ${sayWords(part.trim(), accent)}`))
      .join("");
  return (text: string, accent: Accent, readings: readonly Reading[], sayIt: SayName): string => {
    const names = readings
      .filter(({ written }) => /^\p{Script=Latin}/u.test(written))
      .sort((a, b) => b.written.length - a.written.length);
    const either = names.map(({ written }) => escapePattern(written)).join("|") || "(?!)";
    const pattern = new RegExp(`(?<!\\p{L})(${either})(?!\\p{L})([’']s)?`, "u");
    // A name, the ending that follows it, and the words up to the next name.
    const [first = "", ...rest] = text.split(pattern);
    const parts = [sayMarked(first, accent)];
    for (let at = 0; at < rest.length; at += 3) {
      const name = names.find(({ written }) => written === rest[at]);
      parts.push((name ? sayIt(name.syllables) : "") + (rest[at + 1] ? "z" : ""));
      parts.push(sayMarked(rest[at + 2] ?? "", accent));
    }
    return parts.join(" ");
  };
}

/**
 * Creates a function that gives the phonemes of a text in a language, with words of the other in it;
 * `accent` is how English words are said.
 */
export async function createPhonemes(dictionaries: Dictionaries) {
  const sayLatin = await createLatin();
  return (
    text: string,
    language: Language,
    accent: Accent,
    readings: readonly Reading[],
  ): Phonemes => {
    const isChinese = language === "zh-CN";
    const sayIt: SayName = isChinese
      ? sayNameInMandarin
      : (syllables) => sayNameInEnglish(syllables, accent);
    const characters = /\p{Script=Han}/u.test(text)
      ? readMandarin(text, dictionaries, readings)
      : [...text].map((character) => ({ character, syllable: undefined, beginsWord: false }));
    let said = "";
    let other = "";
    const addOther = () => {
      const words = isChinese ? spellAbbreviations(other) : other;
      if (words.trim()) said += ` ${sayLatin(words, accent, readings, sayIt)} `;
      other = "";
    };
    for (const read of characters) {
      const mark = marks[read.character];
      if (!isHan(read.character) && !mark) {
        other += read.character;
        continue;
      }
      addOther();
      said += mark ?? (read.beginsWord ? " " : "") + sayCharacter(read);
    }
    addOther();
    const phonemes = said
      .replace(/\s+/g, " ")
      .replace(/ (?=[,.;:!?])/g, "")
      .trim();
    return {
      phonemes,
      pinyin: characters.flatMap(({ syllable }) => syllable ?? []).join(" "),
      syllables: countSyllables(phonemes),
    };
  };
}
