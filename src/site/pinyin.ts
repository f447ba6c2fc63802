import { pinyin } from "pinyin-pro";
import { toPageForm } from "../core/document/display.ts";
import { allSentences, namedBodies, type Report } from "../core/document/report.ts";
import { plainText } from "../core/document/rich-text.ts";
import { foldForSearch } from "../core/search/fold.ts";
import { type Exception, printReadings } from "../core/search/pinyin.ts";
import { createReportWords } from "./words.ts";

/** Words that the library gets wrong and that are not in the glossary. */
const misread: readonly (readonly [string, readonly string[]])[] = [["率先", ["shuai", "xian"]]];

/** All Chinese texts on a report's pages that search covers. */
export function chineseTexts(report: Report): string[] {
  const { summary } = createReportWords(report, "zh-CN");
  return [
    ...allSentences(report).map(({ text }) => toPageForm(text)),
    ...[...summary.sentences, ...Object.values(summary.gists).flat()].map(plainText),
    ...namedBodies(report).map(({ name }) => name["zh-CN"]),
    ...[...report.metadata, ...report.contact].flatMap(({ label, value }) => [
      label["zh-CN"],
      value["zh-CN"],
    ]),
    ...report.figures.map(({ counts }) => counts["zh-CN"]),
    ...report.notes.map(({ text }) => text["zh-CN"]),
    ...report.glossary.flatMap(({ term, plain, achieved }) => [
      term,
      plain["zh-CN"],
      achieved?.["zh-CN"] ?? "",
    ]),
  ];
}

/** A normalized text with the syllable of each of its UTF-16 units; "" for none. */
interface PronouncedText {
  readonly text: string;
  readonly syllables: readonly string[];
}

const readings = new Map<string, readonly string[]>();

/** All readings of a character. */
function readingsOf(char: string): readonly string[] {
  const known = readings.get(char);
  if (known) return known;
  const found = pinyin(char, { multiple: true, type: "array", toneType: "none", v: true });
  readings.set(char, found);
  return found;
}

/**
 * Splits a glossary entry's pinyin into the syllables of the term's characters; undefined if that
 * fails.
 */
function spellOut(term: string, spelled: string): string[] | undefined {
  const [char = "", ...rest] = term;
  if (!char) return spelled ? undefined : [];
  if (!/\p{Script=Han}/u.test(char)) return undefined;
  for (const syllable of new Set(readingsOf(char))) {
    if (!spelled.startsWith(syllable)) continue;
    const others = spellOut(rest.join(""), spelled.slice(syllable.length));
    if (others) return [syllable, ...others];
  }
  return undefined;
}

/** The glossary terms whose pinyin covers every character, with their syllables. */
function spelledTerms({ glossary }: Report): (readonly [string, readonly string[]])[] {
  return glossary.flatMap(({ term, pinyin: spelled }) => {
    const letters = spelled
      .replace(/[üǖǘǚǜ]/g, "v")
      .normalize("NFKD")
      .toLowerCase();
    const syllables = spellOut(term, letters.replace(/[^a-z]/g, ""));
    return syllables ? [[term, syllables] as const] : [];
  });
}

/** Looks up the pinyin of a text; glossary terms use the glossary's pinyin. */
function pronounce(
  text: string,
  terms: readonly (readonly [string, readonly string[]])[],
): PronouncedText {
  const folded = foldForSearch(text).text;
  const syllables = pinyin(folded, { type: "all", toneType: "none", v: true }).flatMap(
    ({ origin, pinyin: syllable, isZh }) => [
      isZh ? syllable : "",
      ...Array.from({ length: origin.length - 1 }, () => ""),
    ],
  );
  for (const [term, termSyllables] of terms) {
    for (let from = folded.indexOf(term); from >= 0; from = folded.indexOf(term, from + 1)) {
      syllables.splice(from, termSyllables.length, ...termSyllables);
    }
  }
  return { text: folded, syllables };
}

/** The shortest context of a character in which every text reads it with this syllable. */
function exceptionAt(
  { text, syllables }: PronouncedText,
  at: number,
  all: readonly PronouncedText[],
): Exception {
  const syllable = syllables[at] ?? "";
  for (let length = 2; length <= 9; length++) {
    for (let before = length - 1; before >= 0; before--) {
      const within = text.slice(at - before, at - before + length);
      if (at < before || within.length < length) continue;
      const isAlways = all.every((each) => {
        for (
          let from = each.text.indexOf(within);
          from >= 0;
          from = each.text.indexOf(within, from + 1)
        ) {
          if (each.syllables[from + before] !== syllable) return false;
        }
        return true;
      });
      if (isAlways) return { within, at: before, syllable };
    }
  }
  // The context is ambiguous: the same words are read in two ways.
  return { within: text.slice(at, at + 1), at: 0, syllable };
}

/**
 * The readings of all characters in the reports, in the format of `printReadings`: the most
 * frequent reading of each character, and the contexts in which another applies. It contains only
 * what the reports need.
 */
export function tabulatePinyin(reports: readonly Report[]): string {
  const all = reports.flatMap((report) => {
    const terms = [...misread, ...spelledTerms(report)];
    return [...new Set(chineseTexts(report))].map((text) => pronounce(text, terms));
  });
  const counts = new Map<string, Map<string, number>>();
  for (const { text, syllables } of all) {
    for (const [at, syllable] of syllables.entries()) {
      if (!syllable) continue;
      const char = text.charAt(at);
      const syllableCounts = counts.get(char) ?? new Map<string, number>();
      counts.set(char, syllableCounts.set(syllable, (syllableCounts.get(syllable) ?? 0) + 1));
    }
  }
  const usual = new Map(
    [...counts].map(([char, syllableCounts]) => {
      const [[syllable] = [""]] = [...syllableCounts].sort(([, a], [, b]) => b - a);
      return [char, syllable] as const;
    }),
  );
  const exceptions = new Map<string, Exception>();
  for (const pronounced of all) {
    for (const [at, syllable] of pronounced.syllables.entries()) {
      if (!syllable || usual.get(pronounced.text.charAt(at)) === syllable) continue;
      const exception = exceptionAt(pronounced, at, all);
      exceptions.set(exception.within + exception.at, exception);
    }
  }
  return printReadings({ usual, exceptions: [...exceptions.values()] });
}
