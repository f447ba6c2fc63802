import { languages } from "../../core/document/report.ts";
import { findNumerals, isSameValue, type Numeral } from "../../core/facts/numerals.ts";
import type { Ledger } from "../parse/figures.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";
import type { OurText } from "./our-texts.ts";

/** 两 and "two" can mean "both" (两者), so they are not checked. */
const both = /^(?:两|two)$/i;

/**
 * Checks that each number in a text occurs in one of the sentences that support it, or in `others`.
 */
export function checkOwnNumbers(
  { text, language, from, file, line }: OurText,
  sentences: SentencesById,
  others: readonly Pick<Numeral, "value" | "isPercent">[] = [],
): Problem[] {
  const known = from.flatMap((id) => findNumerals(sentences.get(id)?.text ?? "", "zh-CN"));
  return findNumerals(text, language).flatMap((numeral) => {
    if (both.test(numeral.written)) return [];
    if ([...known, ...others].some((each) => isSameValue(each as Numeral, numeral))) return [];
    return {
      file,
      line,
      found: `\`${numeral.written}\``,
      expected: `numbers of ${[...new Set(from)].join(", ")}: ${known.map((each) => each.written).join("、") || "none"}`,
    };
  });
}

/**
 * Checks the numbers in the ledger's notes. A note may also state the number of its figures and
 * their sum.
 */
export function checkNoteNumbers(
  file: string,
  { value, lineOf }: YamlFile<Ledger>,
  sentences: SentencesById,
): Problem[] {
  const { notes, ...bySentence } = value;
  return notes.flatMap((note, at) => {
    const figures = note.about.flatMap(
      ({ in: id, token }) => bySentence[id]?.find((each) => each.token === token) ?? [],
    );
    const others = [
      { value: figures.length, isPercent: false },
      {
        value: figures.reduce((sum, figure) => sum + figure.value, 0),
        isPercent: figures.every(({ unit }) => unit === "%"),
      },
    ];
    const from = note.about.map((each) => each.in);
    return languages.flatMap((language) => {
      const line = lineOf(["notes", at, language]);
      return checkOwnNumbers(
        { text: note[language], language, from, file, line },
        sentences,
        others,
      );
    });
  });
}
