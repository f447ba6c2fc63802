import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readingsOf, readLexiconFile } from "../../src/site/narrate/lexicon.ts";
import { lexiconOf } from "../support/small-report.ts";

/** Reads a lexicon of readings as the narration does. */
function readings(...pairs: readonly (readonly [string, string])[]) {
  const folder = mkdtempSync(join(tmpdir(), "lexicon-"));
  writeFileSync(join(folder, "lexicon.yaml"), lexiconOf(...pairs));
  return readingsOf(readLexiconFile(folder)).map(({ syllables }) => syllables.join(" "));
}

test("an engine gets the reading of a word syllable by syllable", () => {
  expect(readings(["一村一法律顾问", "yì cūn yì fǎlǜ gùwèn"], ["西安", "xī’ān"])).toEqual([
    "yì cūn yì fǎ lǜ gù wèn",
    "xī ān",
  ]);
});

test("and of a name in Latin letters, a syllable without a tone among them", () => {
  expect(
    readings(
      ["Wugang", "Wǔgāng"],
      ["Xuexi Qiangguo", "Xuéxí Qiángguó"],
      ["Xi’an", "Xī'ān"],
      ["Laozi", "Lǎozi"],
    ),
  ).toEqual(["Wǔ gāng", "Xué xí Qiáng guó", "Xī ān", "Lǎo zi"]);
});

test("a mistake in the lexicon is told with its place before anything is spoken", () => {
  expect(() => readings(["应诉", "yìng"])).toThrow(/lexicon\.yaml:4: expected readings\.0\.pinyin/);
});
