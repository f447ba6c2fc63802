import type { Claim, Language, Summary, SummaryFigure } from "../../core/document/report.ts";
import { languages } from "../../core/document/report.ts";
import { figureName, namedFigures } from "../../core/document/rich-text.ts";
import { findNumerals, type Numeral } from "../../core/facts/numerals.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";

/**
 * An interpolation in a claim, and its content: the figure's name and optionally the sentence that
 * it comes from.
 */
const interpolation = /\{\{\s*([^{}]*?)\s*\}\}/gu;
const interpolationContent = /^([^,]+?),\s*figure(?:\(\s*of:\s*([\w-]+)\s*\))?$/u;
const form = "`{{token, figure}}`, the token as the ledger has it";

/**
 * Whether numerals of a language are recognized as words as well. For other languages only digits
 * are.
 */
const isKnown = (language: string): language is Language =>
  (languages as readonly string[]).includes(language);

function numeralsIn(text: string, language: string): Numeral[] {
  if (isKnown(language)) return findNumerals(text, language);
  return [...text.matchAll(/\p{Nd}+/gu)].map(({ 0: written, index }) => ({
    written,
    value: Number(written),
    isPercent: false,
    at: index,
  }));
}

const hasDigits = ({ written }: Numeral) => /\p{Nd}/u.test(written);
const belongsTo = (figure: SummaryFigure, { value, isPercent }: Numeral) =>
  figure.value === value && (figure.unit === "%") === isPercent;

/**
 * The interpolation for a figure; with the sentence id if several sentences have the same figure.
 */
function writeFigure(
  figure: SummaryFigure,
  named: Readonly<Record<string, SummaryFigure[]>>,
): string {
  const name = figureName(figure);
  const isOne = new Set(named[name]?.map(({ sentence }) => sentence)).size < 2;
  return isOne ? `{{${name}, figure}}` : `{{${name}, figure(of: ${figure.sentence})}}`;
}

/** Finds the mistakes in the figures of a claim. */
function findFaults(
  { text, from }: Claim,
  language: string,
  figures: readonly SummaryFigure[],
): Pick<Problem, "expected" | "found">[] {
  const named = namedFigures({ from }, figures);
  const all = figures.filter(({ sentence }) => from.includes(sentence));
  const forms = [...new Set(all.map((figure) => writeFigure(figure, named)))];
  const oneOf = `a figure of ${from.join(", ")}: ${forms.join("、") || "none"}`;
  const faults: Pick<Problem, "expected" | "found">[] = [];
  for (const [written, inner = ""] of text.matchAll(interpolation)) {
    const [, name, of] = interpolationContent.exec(inner) ?? [];
    const found = `\`${written}\``;
    if (name === undefined) {
      faults.push({ expected: form, found });
    } else if (
      !all.some(
        (figure) => writeFigure(figure, named) === `{{${name}, figure${of ? `(of: ${of})` : ""}}}`,
      )
    ) {
      faults.push({ expected: oneOf, found });
    }
  }
  const rest = text.replace(interpolation, (written) => " ".repeat(written.length));
  const brace = /[{}]+|\$t\(/u.exec(rest);
  if (brace) return [...faults, { expected: form, found: `\`${brace[0]}\`` }];
  for (const numeral of numeralsIn(rest, language).filter(hasDigits)) {
    const figure = all.find((each) => belongsTo(each, numeral));
    if (figure) {
      faults.push({
        expected: `\`${writeFigure(figure, named)}\``,
        found: `\`${numeral.written}\``,
      });
    }
    // For known languages the interpolated text is compared with the figures' values elsewhere.
    else if (!isKnown(language)) {
      faults.push({ expected: oneOf, found: `\`${numeral.written}\`` });
    }
  }
  return faults;
}

/** Every claim of a summary, with its path in the file. */
export function allClaims({ description, summary, gists }: Summary): {
  readonly claim: Claim;
  readonly path: readonly (string | number)[];
}[] {
  return [
    { claim: description, path: ["description"] },
    ...summary.map((claim, at) => ({ claim, path: ["summary", at] })),
    ...Object.entries(gists).flatMap(([id, gist]) =>
      gist.map((claim, at) => ({ claim, path: ["gists", id, at] })),
    ),
  ];
}

/**
 * Checks that figures in a summary are interpolated by their ledger tokens, each from a sentence
 * that supports the claim.
 */
export function checkSummaryFigures(
  file: string,
  language: string,
  summary: YamlFile<Summary>,
  figures: readonly SummaryFigure[],
): Problem[] {
  return allClaims(summary.value).flatMap(({ claim, path }) =>
    findFaults(claim, language, figures).map((fault) => ({
      file,
      line: summary.lineOf([...path, "text"]),
      ...fault,
    })),
  );
}

/**
 * Replaces numbers written as words by interpolations, too: `{{五, figure(of: p3-m2-s2; as:
 * five)}}`.
 */
export function markWrittenNumbers(
  summary: Summary,
  language: string,
  figures: readonly SummaryFigure[],
): Summary {
  const mark = ({ text, from }: Claim): Claim => {
    const candidates = figures.filter(({ sentence }) => from.includes(sentence));
    const rest = text.replace(interpolation, (written) => "\u0000".repeat(written.length));
    let marked = text;
    for (const numeral of numeralsIn(rest, language).reverse()) {
      const { written, at } = numeral;
      const figure = candidates.find((each) => belongsTo(each, numeral));
      if (figure) {
        marked = `${marked.slice(0, at)}{{${figureName(figure)}, figure(of: ${figure.sentence}; as: ${written})}}${marked.slice(at + written.length)}`;
      }
    }
    return { text: marked, from };
  };
  return {
    name: summary.name,
    description: mark(summary.description),
    summary: summary.summary.map(mark),
    gists: Object.fromEntries(
      Object.entries(summary.gists).map(([id, gist]) => [id, gist.map(mark)]),
    ),
  };
}
