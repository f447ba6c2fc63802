import type { Figure, Language } from "../../core/document/report.ts";
import { stems } from "../../core/facts/english.ts";
import { findNumerals } from "../../core/facts/numerals.ts";
import type { Problem } from "../problem.ts";
import type { OurText } from "./our-texts.ts";

/** Words that say of no share what it is of. */
const general: Readonly<Record<Language, RegExp>> = {
  "zh-CN": /报告|没有|以上|超过|比例|所占/u,
  en: /^(?:that|this|which|what|report|say|more|than|above|over|with|from|were|each|rate|shar|percent|does|they)$/u,
};

/** What a text speaks of: in Chinese its pairs of characters, in English its longer words without inflection. */
function subjects(text: string, language: Language): string[] {
  const words =
    language === "en"
      ? stems(text).filter((word) => word.length >= 4)
      : [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair ?? "");
  return words.filter((word) => !general[language].test(word));
}

/**
 * Checks that a share is told with a word of what the ledger says that it is of. It can't tell whether all of it is said:
 * that is for who reads it.
 */
export function checkNamedShares(ours: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language, from } = ours;
  const own = new Set(subjects(text, language));
  return findNumerals(text, language).flatMap(({ value, isPercent, written }) => {
    const known = figures.filter(
      (figure) => from.includes(figure.sentence) && figure.value === value && figure.unit === "%",
    );
    const isNamed = known.some(({ counts }) =>
      subjects(counts[language], language).some((word) => own.has(word)),
    );
    if (!isPercent || known.length === 0 || isNamed) return [];
    const expected = `of what \`${written}\` is, in a word of the ledger: 「${known.map(({ counts }) => counts[language]).join("」 or 「")}」`;
    return [{ file, line, expected, found: `「${text}」` }];
  });
}
