import type { LexiconFile } from "../../../content/parse/lexicon.ts";
import { type Language, languages } from "../../../core/document/report.ts";
import { toSpoken } from "../../../core/speech/spoken.ts";

/** The lists of `lexicon.yaml`. */
export type EntryKind = "forms" | "pauses" | "readings";

/** An entry of a lexicon, whichever list it stands in. */
export interface Entry {
  readonly kind: EntryKind;
  /** Its index in the list. */
  readonly at: number;
  /** As the text has it; a pause as `表彰｜全国`. */
  readonly written: string;
  readonly isReviewed: boolean;
  /** The languages whose text it is spoken in, if it occurs there. */
  readonly languages: readonly Language[];
  /** What is said in a language, or the pinyin; empty for a pause. */
  saidIn(language: Language): string;
  /** Whether a text in one of its languages has it. */
  isIn(text: string, language: Language): boolean;
}

const isChinese = (words: string) => /\p{Script=Han}/u.test(words);
/** Words belong to the text in their own script. */
const byScript = (words: string): readonly Language[] => [isChinese(words) ? "zh-CN" : "en"];

/** The entries of a lexicon: forms, then pauses, then readings. */
export function entriesOf({ forms, pauses, readings }: LexiconFile): readonly Entry[] {
  return [
    ...forms.map((form, at): Entry => {
      const { written, spoken, reviewed } = form;
      // Asked of the rules of speech: 721 is not in 1721, nor where a longer form holds it.
      const isIn = (text: string, language: Language) =>
        toSpoken(text, language, { forms, pauses: [] }).some(
          (piece) => text.slice(piece.from, piece.to) === written,
        );
      return {
        ...{ kind: "forms", at, written, isReviewed: reviewed, isIn },
        languages: languages.filter((language) => spoken[language] !== undefined),
        saidIn: (language) => spoken[language] ?? "",
      };
    }),
    ...pauses.map(
      ({ between, reviewed }, at): Entry => ({
        ...{ kind: "pauses", at, written: between.join("｜"), isReviewed: reviewed },
        languages: byScript(between[0]),
        saidIn: () => "",
        isIn: (text) => text.includes(between.join("")),
      }),
    ),
    ...readings.map(
      ({ written, pinyin, reviewed }, at): Entry => ({
        ...{ kind: "readings", at, written, isReviewed: reviewed },
        languages: byScript(written),
        saidIn: () => pinyin,
        isIn: (text) => text.includes(written),
      }),
    ),
  ];
}

/** The entries that a sentence of a language has. */
export function entriesIn(entries: readonly Entry[], text: string, language: Language): Entry[] {
  return entries.filter(
    (entry) => entry.languages.includes(language) && entry.isIn(text, language),
  );
}
