import {
  type Claim,
  type Language,
  languages,
  type Sentence,
  type Summary,
} from "../../core/document/report.ts";
import { findNumerals, isSameValue } from "../../core/facts/numerals.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/** The sentences of the report, by id. */
export type SentencesById = ReadonlyMap<string, Sentence>;

const isPageLanguage = (language: string): language is Language =>
  (languages as readonly string[]).includes(language);

/**
 * Checks the claims of a summary: each names existing sentence ids, and each number in it equals a
 * number in one of those sentences.
 */
export function checkClaims(
  file: string,
  language: string,
  summary: YamlFile<Summary>,
  sentences: SentencesById,
): Problem[] {
  const { description, summary: claims, gists } = summary.value;
  const check = (claim: Claim, path: (string | number)[]): Problem[] => {
    const problems: Problem[] = [];
    const named = claim.from.flatMap((id, at) => {
      const sentence = sentences.get(id);
      if (!sentence) {
        problems.push({
          file,
          line: summary.lineOf([...path, "from", at]),
          expected: "the id of a sentence of the report",
          found: `\`${id}\``,
        });
      }
      return sentence ?? [];
    });
    const known = named.flatMap((sentence) => findNumerals(sentence.text, "zh-CN"));
    // Numerals are only parsed in the page languages. In others, the figures come from the ledger
    // alone.
    if (!isPageLanguage(language)) return problems;
    for (const numeral of findNumerals(claim.text, language)) {
      if (known.some((each) => isSameValue(each, numeral))) continue;
      problems.push({
        file,
        line: summary.lineOf([...path, "text"]),
        expected: `numbers of ${claim.from.join(", ")}: ${known.map((each) => each.written).join("、") || "none"}`,
        found: `\`${numeral.written}\``,
      });
    }
    return problems;
  };
  return [
    ...check(description, ["description"]),
    ...claims.flatMap((claim, at) => check(claim, ["summary", at])),
    ...Object.entries(gists).flatMap(([id, gist]) =>
      gist.flatMap((claim, at) => check(claim, ["gists", id, at])),
    ),
  ];
}
