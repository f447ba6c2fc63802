import type { Figure, Language } from "../../core/document/report.ts";
import { stems } from "../../core/facts/english.ts";
import { findNumerals } from "../../core/facts/numerals.ts";
import type { Problem } from "../problem.ts";
import type { OurText } from "./our-texts.ts";

/** Words too general to say what a share is a share of. */
const general: Readonly<Record<Language, RegExp>> = {
  "zh-CN": /报告|没有|以上|超过|比例|所占/u,
  en: /^(?:that|this|which|what|report|say|more|than|above|over|with|from|were|each|rate|shar|percent|does|they)$/u,
};

/**
 * The content words of a text: in Chinese every pair of characters, in English the stems of longer
 * words.
 */
function subjects(text: string, language: Language): string[] {
  const words =
    language === "en"
      ? stems(text).filter((word) => word.length >= 4)
      : [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair ?? "");
  return words.filter((word) => !general[language].test(word));
}

/**
 * Checks that a text mentions what a share is a share of, by at least one content word of the
 * ledger entry. Whether it is fully explained is left to the human reviewer.
 */
export function checkNamedShares(ourText: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language, from } = ourText;
  const textSubjects = new Set(subjects(text, language));
  return findNumerals(text, language).flatMap(({ value, isPercent, written }) => {
    const known = figures.filter(
      (figure) => from.includes(figure.sentence) && figure.value === value && figure.unit === "%",
    );
    const isNamed = known.some(({ counts }) =>
      subjects(counts[language], language).some((word) => textSubjects.has(word)),
    );
    if (!isPercent || known.length === 0 || isNamed) return [];
    const expected = `of what \`${written}\` is, in a word of the ledger: 「${known.map(({ counts }) => counts[language]).join("」 or 「")}」`;
    return [{ file, line, expected, found: `「${text}」` }];
  });
}
