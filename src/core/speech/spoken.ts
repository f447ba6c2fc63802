import type { Language, Lexicon } from "../document/report.ts";
import { emptyLexicon } from "./lexicon.ts";

/** A stretch of a written text and its spoken form. */
export interface SpokenPiece {
  /** UTF-16 offsets in the written text; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** The spoken form; empty for marks that are not pronounced. */
  readonly spoken: string;
}

const digitNames = "零一二三四五六七八九";
const unitNames = ["", "十", "百", "千"];
const groupNames = ["", "万", "亿", "万亿"];

/** Reads digits one by one; other characters are dropped. */
function sayDigits(digits: string): string {
  return [...digits].map((digit) => digitNames[Number(digit)] ?? "").join("");
}

/** Reads up to four digits without leading zeros: 1815 is 一千八百一十五. */
function sayGroup(digits: string): string {
  let spokenForm = "";
  let isZeroPending = false;
  for (const [at, digit] of [...digits].entries()) {
    if (digit === "0") {
      isZeroPending = spokenForm !== "";
    } else {
      const unit = digits.length - 1 - at;
      const name = digit === "2" && unit === 3 ? "两" : digitNames[Number(digit)];
      spokenForm += (isZeroPending ? "零" : "") + name + unitNames[unit];
      isZeroPending = false;
    }
  }
  return spokenForm;
}

/** Reads an integer of up to sixteen digits as a number: 20000 is 两万, 10 is 十. */
function sayWhole(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, "");
  if (plain === "0") return "零";
  if (plain.length > 16) return sayDigits(plain);
  const groups = plain.match(/\d{1,4}(?=(?:\d{4})*$)/g) ?? [];
  let spokenForm = "";
  for (const [at, group] of groups.entries()) {
    const value = Number(group);
    if (value === 0) continue;
    const place = groups.length - 1 - at;
    const hasZero =
      spokenForm !== "" && (group.startsWith("0") || /0000$/.test(groups[at - 1] ?? ""));
    const name = value === 2 && place > 0 ? "两" : sayGroup(group.replace(/^0+/, ""));
    spokenForm += (hasZero ? "零" : "") + name + groupNames[place];
  }
  return spokenForm.replace(/^一十/, "十");
}

/** Reads a number written in digits, with thousands separators and a decimal point. */
function sayNumber(written: string): string {
  const [whole = "", fraction] = written.replace(/[,，]/g, "").split(".");
  return sayWhole(whole) + (fraction === undefined ? "" : `点${sayDigits(fraction)}`);
}

/**
 * A pronunciation rule: a sticky pattern and the function that gives the spoken form of a match;
 * `before` and `after` are the text around the match.
 */
interface Rule {
  readonly pattern: RegExp;
  readonly say: (groups: readonly string[], before: string, after: string) => string;
}

const number = "\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const rule = (pattern: string, say: Rule["say"]): Rule => ({
  pattern: new RegExp(pattern, "uy"),
  say,
});
/** Reads a percentage: 100% is 百分之百. */
const sayShare = (written: string) => `百分之${written === "100" ? "百" : sayNumber(written)}`;
const named = (groups: readonly string[], at: number) => groups[at] ?? "";

/** The separators of a range. */
const dash = "(?:—{1,2}|–|-|~|～|至)";

/** Reads the digits of a telephone number, with 幺 for 1 so that it is not mistaken for 七. */
const sayDialled = (digits: string) => sayDigits(digits).replaceAll("一", "幺");

/** Measure words before which 2 is read 两. */
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
  // Amounts. 2 is 两 before a measure word and before 千, 万, 亿; it is 二 in ordinals and dates.
  rule(`(${number})`, (g, before, after) => {
    const written = named(g, 1);
    const isBare = /(?:第|[零一二三四五六七八九十百])$/u.test(before);
    if (written === "2" && !isBare && (counted.test(after) || /^[千万亿]/u.test(after))) {
      return "两";
    }
    // Numbers with a leading zero, or too long to be amounts, are identifiers: read digit by digit.
    return /^0\d/.test(written) || /^\d{9,}$/.test(written)
      ? sayDigits(written)
      : sayNumber(written);
  }),
  rule("[+＋](?=[\\p{Script=Han}A-Za-z])", () => "加"),
  rule("km²|平方公里|㎢", () => "平方公里"),
  rule("m²|㎡", () => "平方米"),
  rule("℃", () => "摄氏度"),
  // Adjacent titles or quotations, and a quoted numeral after an amount, would run together without
  // a pause.
  rule("[》〉”’」』]+[《〈“‘「『]+", () => "、"),
  rule("[“‘「『]+", (_, before, after) =>
    /\d[余多]?\p{Script=Han}$/u.test(before) && /^[\d一二三四五六七八九十两]/u.test(after)
      ? "，"
      : "",
  ),
  // Marks that engines read aloud or mispronounce.
  rule('[《》〈〉“”‘’「」『』"·]+', () => ""),
  rule("[（(【〔]", () => "，"),
  rule("[）)】〕](?=[，。；：、！？,.;:!?])", () => ""),
  rule("[）)】〕]", () => "，"),
  rule("(?:——|—|…+)", () => "，"),
  // Chinese is written without spaces. Between words a space stands for punctuation; between single
  // characters it means nothing.
  rule("\\s+", (_, before, after) =>
    /\p{Script=Han}{2}$/u.test(before) && /^\p{Script=Han}{2}/u.test(after) ? "，" : "",
  ),
];

const digitWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const spell = (digits: string) =>
  [...digits].map((digit) => digitWords[Number(digit)] ?? "").join(" ");
const plain = (written: string) => written.replaceAll(",", "");

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The value of a Roman numeral up to 39. */
function readRoman(numeral: string): number {
  const values = [...numeral].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

const englishRules: readonly Rule[] = [
  // The number of a heading, which is no letter, and in "I. Guided by" no pronoun.
  rule("([IVX]+)\\.(?=\\s)", (g, before) => {
    const value = readRoman(named(g, 1));
    return before ? `${named(g, 1)}.` : `${digitWords[value] ?? value}.`;
  }),
  // Chinese words in parentheses after their translation: an English voice can only garble them.
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
    // A number in quotation marks, or a long one without commas, is a name.
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
  rule("\\s?[+＋]\\s?(?=\\w)", () => " plus "),
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

/** Removes commas next to other punctuation: removed and replaced marks can leave two in a row. */
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
 * Converts a written text to its spoken form, piece by piece. Entries of the lexicon apply first,
 * longest first; then the rules; other text is spoken as written. The pieces cover every UTF-16
 * unit of the text once and in order, so that offsets in the spoken form can be mapped back to the
 * page.
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
    // Consecutive ordinary characters form one piece, so that a sentence has few pieces.
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
