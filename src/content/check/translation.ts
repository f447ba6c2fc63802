import { toSourceForm, withoutWhiteSpace } from "../../core/document/display.ts";
import { readEmphasis } from "../../core/document/emphasis.ts";
import { allSentences, type Figure } from "../../core/document/report.ts";
import { findNumerals, isSameValue } from "../../core/facts/numerals.ts";
import type { ReportText } from "../parse/report-text.ts";
import type { Problem } from "../problem.ts";

/** Takes words out of a text, once each. */
function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, each) => rest.replace(each, () => " ".repeat(each.length)), text);
}

/** A text in the form in which quotations are compared. */
const plainForm = (text: string) => withoutWhiteSpace(toSourceForm(text));

/**
 * Checks a translation against the text: it has the same parts and sentences by the same ids in the same order; each
 * number in it is, as a value, in the sentence of the same id, and each figure of that sentence that is no part of a name
 * is in the translation; Chinese that it quotes is the sentence's own.
 */
export function checkTranslation(
  file: string,
  translation: ReportText,
  original: ReportText,
  figures: readonly Figure[],
): Problem[] {
  const problems: Problem[] = [];
  const translated = new Map(allSentences(translation).map((each) => [each.id, each.text]));
  const originals = allSentences(original);
  const ids = new Set(originals.map(({ id }) => id));
  for (const id of translated.keys()) {
    if (!ids.has(id)) {
      problems.push({
        file,
        ...(translation.places.get(id) ?? { line: 1 }),
        expected: "the sentences of the report, a line each",
        found: `\`${id}\`, which it does not have`,
      });
    }
  }
  const order = [...translated.keys()].filter((id) => ids.has(id));
  const wanted = originals.map(({ id }) => id).filter((id) => translated.has(id));
  const moved = order.findIndex((id, at) => id !== wanted[at]);
  if (moved >= 0) {
    problems.push({
      file,
      ...(translation.places.get(order[moved] ?? "") ?? { line: 1 }),
      expected: `\`${wanted[moved]}\`, in the order of the report`,
      found: `\`${order[moved]}\``,
    });
  }
  let last = 1;
  for (const { id, text } of originals) {
    const written = translated.get(id);
    const place = { file, ...(translation.places.get(id) ?? { line: last }) };
    last = place.line;
    if (written === undefined) {
      problems.push({ ...place, expected: `a line that translates \`${id}\``, found: "none" });
      continue;
    }
    if (written.split("*").length % 2 === 0) {
      problems.push({ ...place, expected: "asterisks in pairs", found: `one alone in \`${id}\`` });
    }
    const said = readEmphasis(written).text;
    for (const [quoted] of said.matchAll(/《[^》]*》|[\p{Script=Han}“”‘’、]*\p{Script=Han}/gu)) {
      if (!plainForm(text).includes(plainForm(quoted))) {
        problems.push({ ...place, expected: `Chinese words of \`${id}\``, found: `「${quoted}」` });
      }
    }
    // What is quoted from the Chinese, and what says a number without a numeral, is no number of the translation's.
    const own = figures.filter(({ sentence }) => sentence === id);
    const words = own.flatMap(({ says }) => says ?? []);
    for (const each of words) {
      if (!said.includes(each)) {
        problems.push({ ...place, expected: `the words \`${each}\``, found: `none in \`${id}\`` });
      }
    }
    // Nor is the (1) of a heading: a lone 一 is none either.
    const plain = without(said, words)
      .replace(/《[^》]*》/gu, "")
      .replace(/^\(?1[.)]\s/u, "");
    const numerals = findNumerals(plain, "en");
    const known = findNumerals(text, "zh-CN");
    for (const numeral of numerals) {
      if (!known.some((each) => isSameValue(each, numeral))) {
        problems.push({
          ...place,
          expected: `numbers of \`${id}\`: ${known.map((each) => each.written).join("、") || "none"}`,
          found: `\`${numeral.written}\``,
        });
      }
    }
    for (const { token, value, unit, kind, says } of own) {
      if (says || kind === "name") continue;
      if (!numerals.some((each) => each.value === value && each.isPercent === (unit === "%"))) {
        problems.push({
          ...place,
          expected: `the number 「${token}」`,
          found: `none in \`${id}\``,
        });
      }
    }
  }
  return problems;
}
