import type { Figure, Language } from "../document/report.ts";

/**
 * Words before a number that say how exact it is, at the end of the preceding text. The lookbehinds
 * exclude words that merely end in the same character: 签约, 附近.
 */
const before =
  /(?:[不未]超过|没有超过|超过|逾|接近|将近|(?<![最附远邻就临靠贴])近|大约|(?<![签节预违履续邀相制合])约|不足|不到|不[少低多高]于|至少|至多|最多)$/u;

/** Words after a number, or after its measure word, that say how exact it is: `4千余件`, `200人左右`. */
const afterNumber = /^(?:余|多|以上|以下|以内|左右)/u;
const afterUnit = /^(?:以上|以下|以内|左右)/u;

/**
 * English phrases by Chinese pattern. "More than" is not here: it follows from the ledger's `more`.
 */
const english: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/近/u, (value) => `nearly ${value}`],
  [/约|左右/u, (value) => `about ${value}`],
  [/不足|不到/u, (value) => `less than ${value}`],
  [/[不未没].*超过|不[多高]于|至多|最多/u, (value) => `at most ${value}`],
  [/不[少低]于|至少/u, (value) => `at least ${value}`],
  [/以上/u, (value) => `${value} or more`],
  [/以下|以内/u, (value) => `${value} or less`],
];

/**
 * Formats a figure together with the source's statement of its exactness: `4千余件`, `98%以上`, `近300项`;
 * `more than 4,000`, `98% or more`, `nearly 300`. `text` is the original text of its sentence.
 */
export function sayFigure(figure: Figure, text: string, language: Language): string {
  const unit = figure.unit === "%" ? "" : figure.unit;
  const qualifier = before.exec(text.slice(0, figure.from))?.[0] ?? "";
  // 近3年 means the last three years, not nearly three.
  const prefix = qualifier === "近" && /^[年月日天周]|^个月/u.test(unit) ? "" : qualifier;
  const rest = text.slice(figure.to);
  const suffix = afterNumber.exec(rest)?.[0] ?? "";
  const last =
    unit && rest.startsWith(unit) ? (afterUnit.exec(rest.slice(unit.length))?.[0] ?? "") : "";
  if (language === "zh-CN") return prefix + figure.token + suffix + unit + last;
  const number = new Intl.NumberFormat("en").format(figure.value);
  const value = figure.unit === "%" ? `${number}%` : number;
  const [, say] = english.find(([pattern]) => pattern.test(prefix + suffix + last)) ?? [];
  return say?.(value) ?? (figure.more ? `more than ${value}` : value);
}
