import { pinyin } from "pinyin-pro";
import { toPageForm } from "../core/document/display.ts";
import { allSentences, namedBodies, type Report } from "../core/document/report.ts";
import { plainText } from "../core/document/rich-text.ts";
import { foldForSearch } from "../core/search/fold.ts";
import { type Exception, printReadings } from "../core/search/pinyin.ts";
import { createReportWords } from "./words.ts";

/** Words that the library misreads, and the glossary does not have. */
const misread: readonly (readonly [string, readonly string[]])[] = [["率先", ["shuai", "xian"]]];

/** Everything Chinese that search looks into on a report's pages. */
function chineseTexts(report: Report): string[] {
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

/** A folded text and the syllable of each of its units; "" where there is none. */
interface Said {
  readonly text: string;
  readonly syllables: readonly string[];
}

const readings = new Map<string, readonly string[]>();

/** The readings that a character can have at all. */
function readingsOf(char: string): readonly string[] {
  const known = readings.get(char);
  if (known) return known;
  const found = pinyin(char, { multiple: true, type: "array", toneType: "none", v: true });
  readings.set(char, found);
  return found;
}

/** The syllables of a term as its entry in the glossary spells them together; undefined where it does not spell them all. */
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

/** The terms of a report's glossary that spell every syllable, with their syllables. */
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

/** Reads a text; where a term of the glossary stands, as the people say who wrote it. */
function say(text: string, terms: readonly (readonly [string, readonly string[]])[]): Said {
  const folded = foldForSearch(text).text;
  const syllables = pinyin(folded, { type: "all", toneType: "none", v: true }).flatMap(
    ({ origin, pinyin: syllable, isZh }) => [
      isZh ? syllable : "",
      ...Array.from({ length: origin.length - 1 }, () => ""),
    ],
  );
  for (const [term, own] of terms) {
    for (let from = folded.indexOf(term); from >= 0; from = folded.indexOf(term, from + 1)) {
      syllables.splice(from, own.length, ...own);
    }
  }
  return { text: folded, syllables };
}

/** The shortest words around a character in which every text reads it so. */
function exceptionAt({ text, syllables }: Said, at: number, all: readonly Said[]): Exception {
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
  // The same words are read in two ways: nothing around the character tells them apart.
  return { within: text.slice(at, at + 1), at: 0, syllable };
}

/**
 * The readings of the reports' characters, as `printReadings` writes them: each character's most frequent one, and the
 * words in which another is right there. Nothing is in it that the reports do not need.
 */
export function tabulatePinyin(reports: readonly Report[]): string {
  const all = reports.flatMap((report) => {
    const terms = [...misread, ...spelledTerms(report)];
    return [...new Set(chineseTexts(report))].map((text) => say(text, terms));
  });
  const counts = new Map<string, Map<string, number>>();
  for (const { text, syllables } of all) {
    for (const [at, syllable] of syllables.entries()) {
      if (!syllable) continue;
      const char = text.charAt(at);
      const own = counts.get(char) ?? new Map<string, number>();
      counts.set(char, own.set(syllable, (own.get(syllable) ?? 0) + 1));
    }
  }
  const usual = new Map(
    [...counts].map(([char, own]) => {
      const [[syllable] = [""]] = [...own].sort(([, a], [, b]) => b - a);
      return [char, syllable] as const;
    }),
  );
  const exceptions = new Map<string, Exception>();
  for (const said of all) {
    for (const [at, syllable] of said.syllables.entries()) {
      if (!syllable || usual.get(said.text.charAt(at)) === syllable) continue;
      const exception = exceptionAt(said, at, all);
      exceptions.set(exception.within + exception.at, exception);
    }
  }
  return printReadings({ usual, exceptions: [...exceptions.values()] });
}
