import { beforeAll, describe, expect, test } from "vitest";
import { lexiconFor } from "../../src/content/parse/lexicon.ts";
import { type Language, languages } from "../../src/core/document/report.ts";
import type { SpokenSentence } from "../../src/core/speech/script.ts";
import { toSpoken } from "../../src/core/speech/spoken.ts";
import { longestClause, splitIntoClauses } from "../../src/site/narrate/clauses.ts";
import { loadPackages } from "../../src/site/narrate/kokoro/installed.ts";
import { createPhonemes, type Phonemes, toIds } from "../../src/site/narrate/kokoro/phonemes.ts";
import { mostPhonemes } from "../../src/site/narrate/kokoro/voice.ts";
import { readingsOf, readLexiconFile } from "../../src/site/narrate/lexicon.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { reportSentences } from "../support/report-sentences.ts";

let phonemesOf: Awaited<ReturnType<typeof createPhonemes>>;
beforeAll(async () => {
  phonemesOf = await createPhonemes(loadPackages());
});

describe.each([
  ["content/reports", "wugang-2023"],
  ["test/support/reports", "yunshan-2024"],
])("the neural voice reads, of the report %s/%s,", (folder, slug) => {
  const report = readReports(folder).find((each) => each.slug === slug);
  if (!report) throw new Error(`${slug} was not loaded`);
  const file = readLexiconFile(`${folder}/${slug}`);
  const [lexicon, readings] = [lexiconFor(file), readingsOf(file)];
  const say = (text: string, language: Language): Phonemes =>
    phonemesOf(text, language, "en-GB", readings);
  const spokenForm = ({ text, language }: SpokenSentence) =>
    toSpoken(text, language, lexicon)
      .map(({ spoken }) => spoken)
      .join("");

  test.each(languages)("every clause in %s: all of it, and none is too long", (language) => {
    const sentences = reportSentences(report, language);
    expect(sentences.length).toBeGreaterThan(8);
    for (const sentence of sentences) {
      const clauses = splitIntoClauses(sentence, lexicon);
      expect(clauses.map(({ text }) => text).join("")).toBe(spokenForm(sentence));
      for (const { text } of clauses) {
        expect(text.length).toBeLessThanOrEqual(longestClause[language]);
        const count = toIds(say(text, language).phonemes).length;
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(mostPhonemes);
      }
    }
  });

  const isChinese = (written: string) => /^\p{Script=Han}+$/u.test(written);
  const chinese = readings.filter(({ written }) => isChinese(written));
  const names = readings.filter(({ written }) => !isChinese(written));

  test.each(chinese.map(({ written, syllables }) => [written, syllables.join(" ")] as const))(
    "%s as %s in every sentence",
    (written, expected) => {
      const holding = reportSentences(report, "zh-CN")
        .map(spokenForm)
        .filter((text) => text.includes(written));
      expect(holding).not.toEqual([]);
      for (const text of holding) {
        // Up to the word there are as many syllables as Chinese characters.
        const at = text.slice(0, text.indexOf(written)).match(/\p{Script=Han}/gu)?.length ?? 0;
        const length = [...written].length;
        expect(
          say(text, "zh-CN")
            .pinyin.split(" ")
            .slice(at, at + length)
            .join(" "),
        ).toBe(expected);
      }
    },
  );

  test.each(names.map(({ written, syllables }) => [written, syllables.join(" ")] as const))(
    "the name %s as %s in every English sentence",
    (written, expected) => {
      const holding = reportSentences(report, "en")
        .map(spokenForm)
        .filter((text) => text.includes(written));
      expect(holding).not.toEqual([]);
      const alone = phonemesOf(written, "en", "en-GB", [
        { written, syllables: expected.split(" ") },
      ]);
      for (const text of holding) expect(say(text, "en").phonemes).toContain(alone.phonemes);
    },
  );
});
