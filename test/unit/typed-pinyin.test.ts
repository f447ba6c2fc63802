import { expect, test } from "vitest";
import {
  findMisreading,
  isReadAs,
  readCharacters,
} from "../../src/site/narrate/listen/character-readings.ts";
import { readTypedPinyin } from "../../src/site/narrate/listen/typed-pinyin.ts";

test.each([
  ["xíngzhèng", 2, "xíngzhèng"],
  ["xing2zheng4", 2, "xíngzhèng"],
  ["xing2 zheng4", 2, "xíng zhèng"],
  [" xing2-zheng4 ", 2, "xíng zhèng"],
  ["lv4", 1, "lǜ"],
  ["lu:4", 1, "lǜ"],
  ["nv3er2", 2, "nǚ'ér"],
  ["xi1an1", 2, "xī'ān"],
  ["xī’ān", 2, "xī'ān"],
  ["xīān", 2, "xī'ān"],
  ["fang1an4", 2, "fāng'àn"],
  ["peng2you5", 2, "péngyou"],
  ["wo3men", 2, "wǒmen"],
  // Marks that stand on another vowel than the orthography's.
  ["xìe", 1, "xiè"],
  ["Wu3gang1", undefined, "Wǔgāng"],
  ["Xí Jìnpíng", undefined, "Xí Jìnpíng"],
])("%j is written %j in the lexicon", (typed, count, pinyin) => {
  expect(readTypedPinyin(typed, count)).toEqual({ pinyin });
});

test.each([
  ["", 2, "no pinyin"],
  ["行政", 2, "no pinyin"],
  ["shing2 zheng4", 2, "no pinyin"],
  ["xing2 zheng9", 2, "no pinyin"],
  ["xíngzhèng", 3, "another number of syllables"],
  // Not bà'o, nor xi'án: an apostrophe is only left out where every tone is marked.
  ["bào", 2, "another number of syllables"],
  ["xián", 2, "another number of syllables"],
  ["xingzheng", 2, "no tone"],
])("%j for %i characters is refused: %s", (typed, count, mistake) => {
  expect(readTypedPinyin(typed, count)).toEqual({ mistake });
});

const characters = (spoken: string, reading: string) => readCharacters(spoken, reading) ?? [];

test("each Chinese character of a spoken form has its own pinyin, or none has", () => {
  expect(readCharacters("一加N。", "yī jiā")).toEqual([
    { text: "一", syllable: "yī" },
    { text: "加", syllable: "jiā" },
    { text: "N", syllable: undefined },
    { text: "。", syllable: undefined },
  ]);
  expect(readCharacters("一加N。", "yī")).toBeUndefined();
  expect(readCharacters("一加N。", "")).toBeUndefined();
});

const inBank = { written: "银行", pinyin: "yínháng" };

test.each([
  ["as the lexicon has it", "银行", "yín háng", undefined],
  ["otherwise", "银行", "yín xíng", { ...inBank, recorded: "yín xíng" }],
  ["in a longer entry, which is the one that counts", "银行政", "yín xíng zhèng", undefined],
  ["with a third tone that the next third tone changes", "组长", "zú zhǎng", undefined],
  ["with a tone of 一 that the next syllable changes", "一窗", "yì chuāng", undefined],
  ["in another tone", "组长", "zū zhǎng", "any"],
])("a recording that reads a word %s is known", (_, spoken, reading, expected) => {
  const readings = [
    inBank,
    { written: "银行政", pinyin: "yín xíngzhèng" },
    { written: "组长", pinyin: "zǔzhǎng" },
    { written: "一窗", pinyin: "yīchuāng" },
  ];
  const found = findMisreading(characters(spoken, reading), readings);
  if (expected === "any") expect(found).toBeDefined();
  else expect(found).toEqual(expected);
});

test("a reading that is recorded already needs no recording", () => {
  expect(isReadAs(characters("银行、银行", "yín háng yín háng"), inBank)).toBe(true);
  expect(isReadAs(characters("银行、银行", "yín háng yín xíng"), inBank)).toBe(false);
  expect(isReadAs(characters("别的", "bié de"), inBank)).toBe(false);
});
