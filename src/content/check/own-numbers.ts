import { languages } from "../../core/document/report.ts";
import { findNumerals, isSameValue, type Numeral } from "../../core/facts/numerals.ts";
import type { Ledger } from "../parse/figures.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";
import type { OurText } from "./our-texts.ts";

/** `both` as often as a number: 两者, the two. */
const both = /^(?:两|two)$/i;

/** Checks that each number of a text of ours is in a sentence that it rests on, or is one of `others`. */
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

/** Checks the numbers of the ledger's notes: a note may also say how many figures it is about, and what they make together. */
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
