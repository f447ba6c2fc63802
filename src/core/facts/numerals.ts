import type { Language } from "../document/report.ts";

/** A number found in a text. */
export interface Numeral {
  /** Its characters in the text: `1万`, `98%`, `十`, `twelve`. */
  readonly written: string;
  /** Its value; percentages are in hundredths (98 for `98%`). */
  readonly value: number;
  readonly isPercent: boolean;
  /** UTF-16 offset of its first character. */
  readonly at: number;
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** Multiplies without binary rounding error: 1.13 × 10,000 is 11,300. */
function times(a: number, b: number): number {
  return Number((a * b).toPrecision(15));
}

/** Parses Chinese numerals (`三百一十五`, `二〇二三`, `十二`); NaN if the text is not a numeral. */
export function parseChineseNumeral(written: string): number {
  const chars = [...written];
  if (chars.length === 0 || chars.some((c) => !(c in digits) && !(c in units))) return Number.NaN;
  if (chars.length > 1 && chars.every((c) => c in digits)) {
    return Number(chars.map((c) => digits[c]).join(""));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of chars) {
    const unit = units[char];
    if (unit === undefined) {
      digit = digits[char] as number;
    } else if (unit >= 1e4) {
      const amount = section + (digit ?? 0);
      total = unit === 1e8 ? (total + amount || 1) * unit : total + (amount || 1) * unit;
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}

const chinese =
  /百分之([零〇一二两三四五六七八九十百]+)|(\d+(?:,\d{3})*(?:\.\d+)?)([十百千万亿]*)(?:\s?([%％﹪]))?|([零〇一二两三四五六七八九十百千万亿]+)(成(?![为立员功果绩效本年]))?/gu;

/**
 * Splits adjacent numbers in a run of numerals: 十四五 (the fourteenth five-year plan) is 十四 and 五.
 */
function splitNumerals(run: string): { part: string; at: number }[] {
  const parts = /[十百千万亿]/.test(run)
    ? run.split(/(?<=[一二两三四五六七八九])(?=[一二两三四五六七八九])/)
    : [run];
  let at = 0;
  return parts.map((part) => {
    const found = { part, at };
    at += part.length;
    return found;
  });
}

/**
 * Finds numerals in Chinese text. A lone 一 and lone units (万一, 千方百计) are words, not numbers, and
 * are left out.
 */
function findChineseNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(chinese)) {
    const [written, share, arabic, multiplier, percent, numeral, tenths] = match;
    const add = (value: number, isPercent: boolean) =>
      found.push({ written, value, isPercent, at: match.index });
    if (share !== undefined) {
      add(parseChineseNumeral(share), true);
    } else if (arabic !== undefined) {
      const value = [...(multiplier ?? "")].reduce(
        (product, c) => times(product, units[c] as number),
        Number(arabic.replaceAll(",", "")),
      );
      add(value, percent !== undefined);
    } else if (numeral !== undefined) {
      if (tenths) {
        add(parseChineseNumeral(numeral) * 10, true);
      } else {
        for (const { part, at } of splitNumerals(numeral)) {
          if (!/^[百千万亿]*一?$/.test(part)) {
            found.push({
              written: part,
              value: parseChineseNumeral(part),
              isPercent: false,
              at: match.index + at,
            });
          }
        }
      }
    }
  }
  return found;
}

const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const factors: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
};
const wordPattern = Object.keys(words).join("|");
const factorPattern = Object.keys(factors).join("|");
const english = new RegExp(
  `(?:(\\d+(?:,\\d{3})*(?:\\.\\d+)?)|\\b(${wordPattern})(?:-(${wordPattern}))?\\b)((?:[ -](?:${factorPattern})\\b)*)(\\s?[%％﹪]| per ?cent\\b)?`,
  "giu",
);

/**
 * Finds numerals in English text, in digits or words. `one`, `first` and `half` are not counted as
 * numbers.
 */
function findEnglishNumerals(text: string): Numeral[] {
  const found = [...text.matchAll(english)].map((match) => {
    const [written, arabic, tens, ones, multiplier, percent] = match;
    const base =
      arabic === undefined
        ? (words[tens?.toLowerCase() ?? ""] ?? 0) + (words[ones?.toLowerCase() ?? ""] ?? 0)
        : Number(arabic.replaceAll(",", ""));
    const value = (multiplier?.toLowerCase().match(/[a-z]+/g) ?? []).reduce(
      (product, factor) => times(product, factors[factor] as number),
      base,
    );
    return { written, value, isPercent: percent !== undefined, at: match.index };
  });
  return found.filter(({ written }) => written.toLowerCase() !== "one");
}

/** Finds every number in a text, in order. */
export function findNumerals(text: string, language: Language): Numeral[] {
  const ascii = text.replace(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );
  const found = language === "en" ? findEnglishNumerals(ascii) : findChineseNumerals(ascii);
  return found.map((numeral) => ({
    ...numeral,
    written: text.slice(numeral.at, numeral.at + numeral.written.length),
  }));
}

/** Whether two numerals have the same value; a percentage never equals a count. */
export function isSameValue(a: Numeral, b: Numeral): boolean {
  return a.value === b.value && a.isPercent === b.isPercent;
}
