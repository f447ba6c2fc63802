import type { Language } from "../../../core/document/report.ts";
import type { LexiconReading } from "./lexicon-edits.ts";
import { problems } from "./problems.ts";
import { readTypedPinyin } from "./typed-pinyin.ts";

/** Words that can be given a reading on the page of a language. */
const wordPatterns: Readonly<Record<Language, RegExp>> = {
  "zh-CN": /^\p{Script=Han}+$/u,
  en: /^\p{Script=Latin}[\p{Script=Latin}\p{M}\s’'-]*$/u,
};

/**
 * Turns what a listener typed into a reading in the notation of the lexicon. Throws a
 * `ListeningProblem` if the word is none, or not in the sentence, or the pinyin is not the word's.
 */
export function takeReading(
  language: Language,
  sentence: string,
  typed: LexiconReading,
): LexiconReading {
  const written = typed.written.normalize("NFC").trim();
  if (!wordPatterns[language].test(written)) throw problems.noWord(written);
  if (!sentence.includes(written)) throw problems.notInSentence(written);
  const count = language === "zh-CN" ? [...written].length : undefined;
  const taken = readTypedPinyin(typed.pinyin, count);
  if ("pinyin" in taken) return { written, pinyin: taken.pinyin };
  if (taken.mistake === "no pinyin") throw problems.noPinyin(typed.pinyin);
  if (taken.mistake === "no tone") throw problems.noTone(typed.pinyin);
  throw problems.otherCount(written, [...written].length, typed.pinyin);
}
