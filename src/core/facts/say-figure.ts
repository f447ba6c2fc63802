import type { Figure, Language } from "../document/report.ts";

/** What stands before a number and says how near it is. A word may only end so: 签约, 附近. */
const before =
  /(?:[不未]超过|没有超过|超过|逾|接近|将近|(?<![最附远邻就临靠贴])近|大约|(?<![签节预违履续邀相制合])约|不足|不到|不[少低多高]于|至少|至多|最多)$/u;

/** What stands after a number, or after its measure word, and says so: `4千余件`, `200人左右`. */
const afterNumber = /^(?:余|多|以上|以下|以内|左右)/u;
const afterUnit = /^(?:以上|以下|以内|左右)/u;

/** How English says it; that a number is only larger, the ledger tells. */
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
 * A figure with what the source says of its exactness: `4千余件`, `98%以上`, `近300项`; `more than 4,000`, `98% or more`,
 * `nearly 300`. `text` is its sentence in the publisher's words.
 */
export function sayFigure(figure: Figure, text: string, language: Language): string {
  const unit = figure.unit === "%" ? "" : figure.unit;
  const said = before.exec(text.slice(0, figure.from))?.[0] ?? "";
  // 近3年 are the last three years.
  const prefix = said === "近" && /^[年月日天周]|^个月/u.test(unit) ? "" : said;
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
