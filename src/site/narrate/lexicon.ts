import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LexiconFile, parseLexicon } from "../../content/parse/lexicon.ts";
import { ContentError } from "../../content/problem.ts";
import { splitPinyin } from "../../core/speech/pinyin.ts";
import type { Reading } from "./synthesizer.ts";

/** Reads a report's lexicon. Throws a {@link ContentError} that names its mistakes. */
export function readLexiconFile(report: string): LexiconFile {
  const file = join(report, "lexicon.yaml");
  const { value, problems } = parseLexicon(file, readFileSync(file, "utf8"));
  if (!value) throw new ContentError(problems);
  return value.value;
}

/** The syllables of a name in Latin letters: at least as many as it has tone marks. */
function splitName(pinyin: string): readonly string[] {
  const marks = pinyin.normalize("NFD").match(/[\u0300\u0301\u0304\u030C]/g)?.length ?? 1;
  const counts = [0, 1, 2, 3].map((more) => marks + more);
  return counts.map((count) => splitPinyin(pinyin, count)).find((found) => found) ?? [];
}

/** How the words of a lexicon are read, syllable by syllable. */
export function readingsOf({ readings }: LexiconFile): Reading[] {
  return readings.map(({ written, pinyin }) => {
    const isHan = /^\p{Script=Han}+$/u.test(written);
    const syllables = isHan ? splitPinyin(pinyin, [...written].length) : splitName(pinyin);
    return { written, syllables: syllables ?? [] };
  });
}
