import type { Figure, Language } from "../../core/document/report.ts";
import { findNumerals, isSameValue, type Numeral } from "../../core/facts/numerals.ts";
import type { Problem } from "../problem.ts";
import type { OurText } from "./our-texts.ts";

type Wording = Readonly<Record<Language, RegExp>>;

/** Wordings that say that the report does not give the base of a share. */
const withoutBase: Wording = {
  "zh-CN":
    /(?:没有?|未)(?:再|曾|具体)?(?:说|讲|写|交代|给出|列出|提|公布|介绍|解释)[^。；]*(?:哪|什么|基数|分母|总数|总共|怎[么样]|如何|按|占|多少\p{Script=Han})/u,
  en: /(?:\b(?:do|does|did) not|n[’']t|\bwithout|\bnever) (?:say|tell|state|explain|give|name|specif|mention)[^.;]*\b(?:(?:of|from|among|for) (?:what|which|how)|out of|how many|how (?:it|this|that|they) \w+|total|base)\b/iu,
};

/** Wordings that say that something is aimed at and not yet reached. */
const aiming: Wording = {
  "zh-CN": /力争|争取|目标|计划|打算|拟|将|要|努力|预期|安排/u,
  en: /\b(?:aim\w*|striv\w*|goals?|targets?|plan\w*|will|intend\w*|hop(?:es?|ing)|seek\w*|(?:is|are|was|were) to|to be)\b/iu,
};

/** Wordings before or after a number that say that it is a lower bound. */
const atLeast: Readonly<Record<Language, { readonly before: RegExp; readonly after: RegExp }>> = {
  "zh-CN": {
    before: /(?:超过?|逾|[多高大]于|不止|至少|不[少低]于)了?$/u,
    after: /^[余多]|^\p{Script=Han}{0,3}以上/u,
  },
  en: {
    before:
      /\b(?:more than|over|above|beyond|exceed\w*|at least|upwards of|no (?:fewer|less) than)\s(?:[\w’'-]+\s)?$/iu,
    after: /^(?:\s[\w’'-]+){0,3}\s(?:or|and) (?:more|above|over|higher)\b/iu,
  },
};

/** The numbers in a text, each with the figures that it may refer to. */
function readFigures({ text, language, from }: OurText, figures: readonly Figure[]) {
  return findNumerals(text, language).map((numeral) => ({
    numeral,
    known: figures.filter(
      ({ sentence, value, unit }) =>
        from.includes(sentence) && value === numeral.value && (unit === "%") === numeral.isPercent,
    ),
  }));
}

/**
 * The first number in a text that can only refer to figures of one sort. A number that may also
 * refer to another sort is skipped.
 */
function findOnly(
  ourText: OurText,
  figures: readonly Figure[],
  isOne: (figure: Figure) => boolean,
) {
  return readFigures(ourText, figures).find(({ known }) => known.length > 0 && known.every(isOne))
    ?.numeral;
}

/** Checks that a text with a share whose base the report does not give says so. */
export function checkBases(ourText: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language } = ourText;
  const share = findOnly(ourText, figures, ({ base }) => base === false);
  if (!share || withoutBase[language].test(text)) return [];
  const expected = `that the report does not say of what, or of how many, \`${share.written}\` is (\`base: false\` in the ledger)`;
  return [{ file, line, expected, found: `「${text}」` }];
}

/** Checks that an aim is described as an aim. */
export function checkAims(ourText: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language } = ourText;
  const aim = findOnly(ourText, figures, ({ kind }) => kind === "aim");
  if (!aim || aiming[language].test(text)) return [];
  const expected = `that \`${aim.written}\` is an aim (\`kind: aim\` in the ledger)`;
  return [{ file, line, expected, found: `「${text}」` }];
}

/** Checks that a number is described as a lower bound if and only if the report does so. */
export function checkBounds(ourText: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language } = ourText;
  const { before, after } = atLeast[language];
  const isBound = ({ at, written }: Numeral) =>
    before.test(text.slice(0, at)) || after.test(text.slice(at + written.length));
  const read = readFigures(ourText, figures).filter(({ known }) => known.length > 0);
  return read.flatMap(({ numeral, known }, nth) => {
    // If a number is repeated, one of its mentions has to give the bound.
    const same = read.filter((each) => isSameValue(each.numeral, numeral));
    const isDescribed = same.some((each) => isBound(each.numeral));
    if (known.some(({ more }) => more === isDescribed) || same[0] !== read[nth]) return [];
    const just = isDescribed ? "just" : "more than";
    const expected = `${just} \`${numeral.written}\`, as ${known[0]?.sentence} says 「${known[0]?.token}」`;
    return [{ file, line, expected, found: `「${text}」` }];
  });
}
