import type { Figure, Language } from "../../core/document/report.ts";
import { findNumerals, isSameValue, type Numeral } from "../../core/facts/numerals.ts";
import type { Problem } from "../problem.ts";
import type { OurText } from "./our-texts.ts";

type Wording = Readonly<Record<Language, RegExp>>;

/** That the report does not say of what a share is, or out of how many. */
const withoutBase: Wording = {
  "zh-CN":
    /(?:没有?|未)(?:再|曾|具体)?(?:说|讲|写|交代|给出|列出|提|公布|介绍|解释)[^。；]*(?:哪|什么|基数|分母|总数|总共|怎[么样]|如何|按|占|多少\p{Script=Han})/u,
  en: /(?:\b(?:do|does|did) not|n[’']t|\bwithout|\bnever) (?:say|tell|state|explain|give|name|specif|mention)[^.;]*\b(?:(?:of|from|among|for) (?:what|which|how)|out of|how many|how (?:it|this|that|they) \w+|total|base)\b/iu,
};

/** That something is wanted and not yet reached. */
const aiming: Wording = {
  "zh-CN": /力争|争取|目标|计划|打算|拟|将|要|努力|预期|安排/u,
  en: /\b(?:aim\w*|striv\w*|goals?|targets?|plan\w*|will|intend\w*|hop(?:es?|ing)|seek\w*|(?:is|are|was|were) to|to be)\b/iu,
};

/** What stands before or after a number that is only the least. */
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

/** The numbers of a text, each with the figures of the report that it can be. */
function readFigures({ text, language, from }: OurText, figures: readonly Figure[]) {
  return findNumerals(text, language).map((numeral) => ({
    numeral,
    known: figures.filter(
      ({ sentence, value, unit }) =>
        from.includes(sentence) && value === numeral.value && (unit === "%") === numeral.isPercent,
    ),
  }));
}

/** The first number of a text that can only be figures of one sort; where one of them is of another, nothing is known. */
function findOnly(ours: OurText, figures: readonly Figure[], isOne: (figure: Figure) => boolean) {
  return readFigures(ours, figures).find(({ known }) => known.length > 0 && known.every(isOne))
    ?.numeral;
}

/** Checks that a share whose base the report does not give is told with that it does not. */
export function checkBases(ours: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language } = ours;
  const share = findOnly(ours, figures, ({ base }) => base === false);
  if (!share || withoutBase[language].test(text)) return [];
  const expected = `that the report does not say of what, or of how many, \`${share.written}\` is (\`base: false\` in the ledger)`;
  return [{ file, line, expected, found: `「${text}」` }];
}

/** Checks that an aim is called one. */
export function checkAims(ours: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language } = ours;
  const aim = findOnly(ours, figures, ({ kind }) => kind === "aim");
  if (!aim || aiming[language].test(text)) return [];
  const expected = `that \`${aim.written}\` is an aim (\`kind: aim\` in the ledger)`;
  return [{ file, line, expected, found: `「${text}」` }];
}

/** Checks that a number is told as the least where the report does so, and nowhere else. */
export function checkBounds(ours: OurText, figures: readonly Figure[]): Problem[] {
  const { file, line, text, language } = ours;
  const { before, after } = atLeast[language];
  const isLeast = ({ at, written }: Numeral) =>
    before.test(text.slice(0, at)) || after.test(text.slice(at + written.length));
  const read = readFigures(ours, figures).filter(({ known }) => known.length > 0);
  return read.flatMap(({ numeral, known }, nth) => {
    // A number that is named again is told as the least once.
    const same = read.filter((each) => isSameValue(each.numeral, numeral));
    const isTold = same.some((each) => isLeast(each.numeral));
    if (known.some(({ more }) => more === isTold) || same[0] !== read[nth]) return [];
    const just = isTold ? "just" : "more than";
    const expected = `${just} \`${numeral.written}\`, as ${known[0]?.sentence} says 「${known[0]?.token}」`;
    return [{ file, line, expected, found: `「${text}」` }];
  });
}
