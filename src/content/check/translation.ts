import { toSourceForm, withoutWhiteSpace } from "../../core/document/display.ts";
import { readEmphasis } from "../../core/document/emphasis.ts";
import { allSentences, type Figure, type Sentence } from "../../core/document/report.ts";
import { findNumerals, isSameValue } from "../../core/facts/numerals.ts";
import type { ReportText } from "../parse/report-text.ts";
import type { Problem } from "../problem.ts";

/** Blanks out the first occurrence of each of some words. */
function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, each) => rest.replace(each, () => " ".repeat(each.length)), text);
}

/** The form in which quotations are compared. */
const plainForm = (text: string) => withoutWhiteSpace(toSourceForm(text));

/** Checks that a translation has the sentences of the original and no others, in the same order. */
function checkOrder(
  file: string,
  translation: ReportText,
  translated: ReadonlyMap<string, string>,
  originals: readonly Sentence[],
): Problem[] {
  const problems: Problem[] = [];
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
  return problems;
}

/**
 * Checks the quotations and numbers of a translated sentence. `figures` are those of the sentence.
 */
function checkSentence(
  { id, text }: Sentence,
  written: string,
  figures: readonly Figure[],
): Pick<Problem, "expected" | "found">[] {
  const problems: Pick<Problem, "expected" | "found">[] = [];
  if (written.split("*").length % 2 === 0) {
    problems.push({ expected: "asterisks in pairs", found: `one alone in \`${id}\`` });
  }
  const translated = readEmphasis(written).text;
  for (const [quoted] of translated.matchAll(
    /《[^》]*》|[\p{Script=Han}“”‘’、]*\p{Script=Han}/gu,
  )) {
    if (!plainForm(text).includes(plainForm(quoted))) {
      problems.push({ expected: `Chinese words of \`${id}\``, found: `「${quoted}」` });
    }
  }
  const words = figures.flatMap(({ says }) => says ?? []);
  for (const each of words) {
    if (!translated.includes(each)) {
      problems.push({ expected: `the words \`${each}\``, found: `none in \`${id}\`` });
    }
  }
  // Not numbers of the translation: numerals in Chinese quotations, words that stand for a number
  // (`says`), and the (1) of a heading.
  const plain = without(translated, words)
    .replace(/《[^》]*》/gu, "")
    .replace(/^\(?1[.)]\s/u, "");
  const numerals = findNumerals(plain, "en");
  const known = findNumerals(text, "zh-CN");
  for (const numeral of numerals) {
    if (!known.some((each) => isSameValue(each, numeral))) {
      problems.push({
        expected: `numbers of \`${id}\`: ${known.map((each) => each.written).join("、") || "none"}`,
        found: `\`${numeral.written}\``,
      });
    }
  }
  for (const { token, value, unit, kind, says } of figures) {
    if (says || kind === "name") continue;
    if (!numerals.some((each) => each.value === value && each.isPercent === (unit === "%"))) {
      problems.push({ expected: `the number 「${token}」`, found: `none in \`${id}\`` });
    }
  }
  return problems;
}

/**
 * Checks a translation against the original: it has the same parts and sentences, with the same ids
 * in the same order; each of its numbers occurs in the original sentence; each figure of that
 * sentence that is not part of a name is in the translation; and the Chinese that it quotes occurs
 * in the sentence.
 *
 */
export function checkTranslation(
  file: string,
  translation: ReportText,
  original: ReportText,
  figures: readonly Figure[],
): Problem[] {
  const translated = new Map(allSentences(translation).map((each) => [each.id, each.text]));
  const originals = allSentences(original);
  const problems = checkOrder(file, translation, translated, originals);
  let last = 1;
  for (const sentence of originals) {
    const { id } = sentence;
    const written = translated.get(id);
    const place = { file, ...(translation.places.get(id) ?? { line: last }) };
    last = place.line;
    const found =
      written === undefined
        ? [{ expected: `a line that translates \`${id}\``, found: "none" }]
        : checkSentence(
            sentence,
            written,
            figures.filter((figure) => figure.sentence === id),
          );
    problems.push(...found.map((problem) => ({ ...place, ...problem })));
  }
  return problems;
}
