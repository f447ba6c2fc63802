import type { Language, Lexicon } from "../document/report.ts";
import { emptyLexicon } from "./lexicon.ts";

/** A stretch of a written text and what is said for it. */
export interface SpokenPiece {
  /** UTF-16 offsets in the written text: the first unit, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** What is said; empty for marks that are not. */
  readonly spoken: string;
}

const digitNames = "零一二三四五六七八九";
const unitNames = ["", "十", "百", "千"];
const groupNames = ["", "万", "亿", "万亿"];

/** Digits one by one; what is no digit falls away. */
function sayDigits(digits: string): string {
  return [...digits].map((digit) => digitNames[Number(digit)] ?? "").join("");
}

/** Four digits or fewer, without their zeros at the front: 1815 is 一千八百一十五. */
function sayGroup(digits: string): string {
  let said = "";
  let isZeroOwed = false;
  for (const [at, digit] of [...digits].entries()) {
    if (digit === "0") {
      isZeroOwed = said !== "";
    } else {
      const unit = digits.length - 1 - at;
      const name = digit === "2" && unit === 3 ? "两" : digitNames[Number(digit)];
      said += (isZeroOwed ? "零" : "") + name + unitNames[unit];
      isZeroOwed = false;
    }
  }
  return said;
}

/** A whole number of at most sixteen digits as it is counted in Chinese: 20000 is 两万, 10 is 十. */
function sayWhole(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, "");
  if (plain === "0") return "零";
  if (plain.length > 16) return sayDigits(plain);
  const groups = plain.match(/\d{1,4}(?=(?:\d{4})*$)/g) ?? [];
  let said = "";
  for (const [at, group] of groups.entries()) {
    const value = Number(group);
    if (value === 0) continue;
    const place = groups.length - 1 - at;
    const isZeroSaid = said !== "" && (group.startsWith("0") || /0000$/.test(groups[at - 1] ?? ""));
    const name = value === 2 && place > 0 ? "两" : sayGroup(group.replace(/^0+/, ""));
    said += (isZeroSaid ? "零" : "") + name + groupNames[place];
  }
  return said.replace(/^一十/, "十");
}

/** A number as written in digits, with its thousands commas and its decimal point. */
function sayNumber(written: string): string {
  const [whole = "", fraction] = written.replace(/[,，]/g, "").split(".");
  return sayWhole(whole) + (fraction === undefined ? "" : `点${sayDigits(fraction)}`);
}

/** A rule: a pattern, and what is said for a match; `before` and `after` are the text beside it. */
interface Rule {
  readonly pattern: RegExp;
  readonly say: (groups: readonly string[], before: string, after: string) => string;
}

const number = "\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const rule = (pattern: string, say: Rule["say"]): Rule => ({
  pattern: new RegExp(pattern, "uy"),
  say,
});
/** A share as it is said: the whole is 百分之百. */
const sayShare = (written: string) => `百分之${written === "100" ? "百" : sayNumber(written)}`;
const named = (groups: readonly string[], at: number) => groups[at] ?? "";

/** What stands between the ends of a range. */
const dash = "(?:—{1,2}|–|-|~|～|至)";

/** Digits of a number that is dialled: its 1 is 幺, which is not mistaken for 七. */
const sayDialled = (digits: string) => sayDigits(digits).replaceAll("一", "幺");

/** Measure words before which 2 is 两. */
const counted = /^[个次项件名家人条位户份批种场篇处起套期届轮辆间座支块元天年倍成台级层]/u;

const chineseRules: readonly Rule[] = [
  // A telephone number: 0739-5323212.
  rule(
    "(0\\d{2,3})-(\\d{7,8})(?!\\d)",
    (g) => `${sayDialled(named(g, 1))}，${sayDialled(named(g, 2))}`,
  ),
  // The number of a document: 2024-04928.
  rule(
    "(\\d{4,})-(0\\d{2,}|\\d{5,})(?![\\d-])",
    (g) => `${sayDigits(named(g, 1))}，${sayDigits(named(g, 2))}`,
  ),
  // Years and dates.
  rule(
    `(\\d{4})年?${dash}(\\d{4})(?=年)`,
    (g) => `${sayDigits(named(g, 1))}到${sayDigits(named(g, 2))}`,
  ),
  rule(
    "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)",
    (g) => `${sayDigits(named(g, 1))}年${sayWhole(named(g, 2))}月${sayWhole(named(g, 3))}日`,
  ),
  rule("(\\d{4})(?=年(?![来间多余]))", (g) => sayDigits(named(g, 1))),
  // Shares and ranges of shares.
  rule(
    `(${number})\\s?[%％﹪]?\\s?${dash}\\s?(${number})\\s?[%％﹪]`,
    (g) => `${sayShare(named(g, 1))}到${sayShare(named(g, 2))}`,
  ),
  rule(`(${number})\\s?[%％﹪]`, (g) => sayShare(named(g, 1))),
  rule(`(${number})\\s?‰`, (g) => `千分之${sayNumber(named(g, 1))}`),
  // Times of day, ratios, fractions.
  rule("([01]?\\d|2[0-3])[:：]([0-5]\\d)(?!\\d)", (g) =>
    named(g, 2) === "00"
      ? `${sayWhole(named(g, 1))}点`
      : `${sayWhole(named(g, 1))}点${named(g, 2).startsWith("0") ? "零" : ""}${sayWhole(named(g, 2))}分`,
  ),
  rule("(\\d+)[:：](\\d+)", (g) => `${sayWhole(named(g, 1))}比${sayWhole(named(g, 2))}`),
  rule(
    "(\\d{1,3})/(\\d{1,3})(?!\\d)",
    (g) => `${sayWhole(named(g, 2))}分之${sayWhole(named(g, 1))}`,
  ),
  // What stands between two numbers.
  rule(
    `(${number})${dash}(${number})`,
    (g) => `${sayNumber(named(g, 1))}到${sayNumber(named(g, 2))}`,
  ),
  rule(
    `(${number})\\s?[×*]\\s?(${number})`,
    (g) => `${sayNumber(named(g, 1))}乘${sayNumber(named(g, 2))}`,
  ),
  rule(
    `(${number})\\s?[+＋]\\s?(?=[\\dA-Za-z\\p{Script=Han}])`,
    (g) => `${sayNumber(named(g, 1))}加`,
  ),
  // Amounts: 2 is 两 before what is counted and before 千, 万, 亿; 二 in an ordinal or a date.
  rule(`(${number})`, (g, before, after) => {
    const written = named(g, 1);
    const isBare = /(?:第|[零一二三四五六七八九十百])$/u.test(before);
    if (written === "2" && !isBare && (counted.test(after) || /^[千万亿]/u.test(after))) {
      return "两";
    }
    // A run with a zero at its front, or too long to count, is a number of something: it is spelled.
    return /^0\d/.test(written) || /^\d{9,}$/.test(written)
      ? sayDigits(written)
      : sayNumber(written);
  }),
  rule("[+＋](?=[\\p{Script=Han}A-Za-z])", () => "加"),
  rule("km²|平方公里|㎢", () => "平方公里"),
  rule("m²|㎡", () => "平方米"),
  rule("℃", () => "摄氏度"),
  // Titles and quotations side by side, and a quoted numeral after an amount, are heard as one without a pause.
  rule("[》〉”’」』]+[《〈“‘「『]+", () => "、"),
  rule("[“‘「『]+", (_, before, after) =>
    /\d[余多]?\p{Script=Han}$/u.test(before) && /^[\d一二三四五六七八九十两]/u.test(after)
      ? "，"
      : "",
  ),
  // Marks that engines read out or stumble over.
  rule('[《》〈〉“”‘’「」『』"·]+', () => ""),
  rule("[（(【〔]", () => "，"),
  rule("[）)】〕](?=[，。；：、！？,.;:!?])", () => ""),
  rule("[）)】〕]", () => "，"),
  rule("(?:——|—|…+)", () => "，"),
  // Chinese is written without spaces: between words one stands for a mark, between single characters for nothing.
  rule("\\s+", (_, before, after) =>
    /\p{Script=Han}{2}$/u.test(before) && /^\p{Script=Han}{2}/u.test(after) ? "，" : "",
  ),
];

const digitWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const spell = (digits: string) =>
  [...digits].map((digit) => digitWords[Number(digit)] ?? "").join(" ");
const plain = (written: string) => written.replaceAll(",", "");

const englishRules: readonly Rule[] = [
  // Chinese words beside their translation: an English voice can only garble them.
  rule("\\s*\\((?:《.*?》|[\\p{Script=Han}、“”]+)(?=[,)])(?:, as printed)?\\)", () => ""),
  rule("(0\\d{2,3})-(\\d{7,8})(?!\\d)", (g) => `${spell(named(g, 1))}, ${spell(named(g, 2))}`),
  rule(
    "(\\d{4,})-(0\\d{2,}|\\d{5,})(?![\\d-])",
    (g) => `${spell(named(g, 1))}, ${spell(named(g, 2))}`,
  ),
  rule("(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)", (g) => {
    const month = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
    const name = month.format(new Date(Date.UTC(2000, Number(named(g, 2)) - 1)));
    return `${Number(named(g, 3))} ${name} ${named(g, 1)}`;
  }),
  rule(
    `(${number})\\s?%?\\s?[–—-]\\s?(${number})\\s?%`,
    (g) => `${plain(named(g, 1))} to ${plain(named(g, 2))} percent`,
  ),
  rule(`(${number})\\s?[%％﹪]`, (g) => `${plain(named(g, 1))} percent`),
  rule(`(${number})[–—-](?=\\d)`, (g) => `${plain(named(g, 1))} to `),
  rule("7\\s?[×*]\\s?24 hours", () => "twenty-four hours a day, seven days a week"),
  rule(`(${number})\\s?[×*]\\s?(?=\\d)`, (g) => `${plain(named(g, 1))} by `),
  rule(`(${number})\\s?[+＋]\\s?(?=\\w)`, (g) => `${plain(named(g, 1))} plus `),
  rule("(\\d{1,3}):(\\d{1,3})(?!\\d)(?!\\s?[ap]\\.?m)", (g, before) =>
    /\bratio\b/i.test(before)
      ? `${named(g, 1)} to ${named(g, 2)}`
      : `${named(g, 1)}:${named(g, 2)}`,
  ),
  rule("[¥￥]\\s?(\\d+(?:,\\d{3})*(?:\\.\\d+)?)", (g) => `${plain(named(g, 1))} yuan`),
  rule("(0\\d+)(?![\\d.])", (g) => spell(named(g, 1))),
  rule(`(${number})`, (g, before, after) => {
    const written = named(g, 1);
    // A number that is a name: in quotation marks, or long and without commas.
    const isQuoted = /[“"]$/.test(before) && /^[”"]/.test(after) && /^\d{3,}$/.test(written);
    return isQuoted || /^\d{5,}$/.test(written) ? spell(written) : plain(written);
  }),
  rule("km²", () => "square kilometres"),
  rule("m²", () => "square metres"),
  rule("No\\.\\s?(?=\\d)", () => "number "),
  rule("§\\s?", () => "section "),
  rule("&", () => "and"),
  rule("\\be\\.g\\.", () => "for example"),
  rule("\\bi\\.e\\.", () => "that is"),
  rule("[”》]\\s*[“《]", () => ", "),
  rule('[“”"《》]+', () => ""),
  rule("\\s?[—–]\\s?", () => ", "),
  rule("\\s*[（(]", () => ", "),
  rule("[）)](?=[,.;:!?])", () => ""),
  rule("[）)]", () => ","),
  rule("…", () => ","),
  rule("\\s+", () => " "),
];

const rules: Readonly<Record<string, readonly Rule[]>> &
  Readonly<Record<Language, readonly Rule[]>> = {
  "zh-CN": chineseRules,
  en: englishRules,
};

const pauseMarks: Readonly<Record<string, string>> = { "zh-CN": "，", en: "," };

const beginsWithMark = /^\s*[，、。；：！？,.;:!?](?!\d)/;
const endsWithMark = /[，、。；：！？,.;:!?]\s*$/;

/** Takes away a comma beside another mark: of what is left out, or turned into commas, two may come together. */
function dropDoubledCommas(pieces: readonly SpokenPiece[]): SpokenPiece[] {
  let after = "";
  const once = [...pieces].reverse().map((piece) => {
    const spoken = beginsWithMark.test(after)
      ? piece.spoken.replace(/[，、,]\s*$/, "")
      : piece.spoken;
    if (spoken.trim()) after = spoken;
    return { ...piece, spoken };
  });
  let before = "";
  return once.reverse().map((piece) => {
    const spoken = endsWithMark.test(before)
      ? piece.spoken.replace(/^\s*[，、,]/, "")
      : piece.spoken;
    if (spoken.trim()) before = spoken;
    return { ...piece, spoken };
  });
}

/**
 * What is said for a written text, piece by piece. The lexicon comes first, its longest form before the
 * others; then the rules; what neither knows is said as it is written. The pieces cover every UTF-16 unit of
 * the text once and in order, so that a mark can be led back from the spoken form to the page.
 */
export function toSpoken(
  text: string,
  language: string,
  { forms, pauses }: Lexicon = emptyLexicon,
): SpokenPiece[] {
  const entries = forms
    .filter(({ spoken }) => spoken[language as Language] !== undefined)
    .sort((a, b) => b.written.length - a.written.length);
  const isPause = (at: number) =>
    pauses.some(([before, after]) => text.endsWith(before, at) && text.startsWith(after, at));
  const pieces: SpokenPiece[] = [];
  let from = 0;
  const add = (to: number, spoken: string) => {
    pieces.push({ from, to, spoken: spoken + (isPause(to) ? (pauseMarks[language] ?? ",") : "") });
    from = to;
  };
  const digitBefore = () => /\d/.test(text[from - 1] ?? "");
  next: while (from < text.length) {
    for (const { written, spoken } of entries) {
      const to = from + written.length;
      const isInNumber =
        (/^\d/.test(written) && digitBefore()) ||
        (/\d$/.test(written) && /^[\d.]\d|^,\d{3}|^\d/.test(text.slice(to)));
      if (written && text.startsWith(written, from) && !isInNumber) {
        add(to, spoken[language as Language] ?? written);
        continue next;
      }
    }
    for (const { pattern, say } of rules[language] ?? []) {
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      if (!match?.[0]) continue;
      const to = from + match[0].length;
      add(to, say(match, text.slice(Math.max(0, from - 12), from), text.slice(to, to + 4)));
      continue next;
    }
    const char = String.fromCodePoint(text.codePointAt(from) ?? 0);
    const last = pieces[pieces.length - 1];
    const to = from + char.length;
    // Ordinary characters make one piece together, so that a sentence is a handful of them.
    if (
      last &&
      last.spoken === text.slice(last.from, last.to) &&
      !/[，。；：、！？,.;:!?]$/.test(last.spoken)
    ) {
      pieces.pop();
      from = last.from;
      add(to, last.spoken + char);
    } else {
      add(to, char);
    }
  }
  return dropDoubledCommas(pieces);
}
