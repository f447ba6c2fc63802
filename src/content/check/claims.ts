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

/** The sentences that a claim may rest on, by id. */
export type SentencesById = ReadonlyMap<string, Sentence>;

const isPageLanguage = (language: string): language is Language =>
  (languages as readonly string[]).includes(language);

/**
 * Checks what a summary says of the report: each sentence names ids that exist, and each number in it
 * occurs, as a value, in one of the sentences that it names.
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
    // How other languages write numbers is not known: theirs are the ledger's alone.
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
