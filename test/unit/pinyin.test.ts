import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLexicon } from "../../src/content/parse/lexicon.ts";
import {
  markTone,
  splitPinyin,
  syllables,
  type Tone,
  toNumberedSyllable,
} from "../../src/core/speech/pinyin.ts";

test("Mandarin has 426 syllables", () => {
  expect(syllables.size).toBe(426);
  for (const known of ["xing", "lü", "er", "zhuang", "ng"]) expect(syllables).toContain(known);
  for (const none of ["", "xng", "lv", "fung", "r"]) expect(syllables).not.toContain(none);
});

test.each([
  ["yízhànshì", ["yí", "zhàn", "shì"]],
  ["xī'ān", ["xī", "ān"]],
  ["xī’ān", ["xī", "ān"]],
  ["xīān", ["xī", "ān"]],
  ["xiān", ["xiān"]],
  ["lǜ", ["lǜ"]],
  ["tiáochénglǜ", ["tiáo", "chéng", "lǜ"]],
  ["yì cūn yì fǎlǜ gùwèn", ["yì", "cūn", "yì", "fǎ", "lǜ", "gù", "wèn"]],
  // Without an apostrophe the g begins a syllable; píng'ān has one.
  ["fāngàn", ["fān", "gàn"]],
  ["fāng'àn", ["fāng", "àn"]],
  ["dàngàn", ["dàn", "gàn"]],
  ["dàng'àn", ["dàng", "àn"]],
  ["dōngān", ["dōng", "ān"]],
  ["nǚ'ér", ["nǚ", "ér"]],
  ["péngyou", ["péng", "you"]],
  ["Xuéxí Qiángguó", ["Xué", "xí", "Qiáng", "guó"]],
  ["  èr-hú ", ["èr", "hú"]],
  ["ńg", ["ńg"]],
  ["xi\u0304\u2019a\u0304n", ["xī", "ān"]],
])("%s is read syllable by syllable", (pinyin, expected) => {
  expect(splitPinyin(pinyin, expected.length)).toEqual(expected);
});

test.each([
  ["", 0],
  ["", 1],
  ["xíngzhèng", 1],
  ["xíngzhèng", 3],
  ["hello", 2],
  ["xíng2", 1],
  ["行", 1],
  ["xíng,zhèng", 2],
  ["mang", 2],
  ["lv", 1],
])("%j is not taken for %i syllables", (pinyin, count) => {
  expect(splitPinyin(pinyin, count)).toBeUndefined();
});

test.each([
  ["lǜ", "lü", 4],
  ["lüè", "lüe", 4],
  ["guì", "gui", 4],
  ["liú", "liu", 2],
  ["shǒu", "shou", 3],
  ["xiōng", "xiong", 1],
  ["guó", "guo", 2],
  ["jiào", "jiao", 4],
  ["de", "de", 5],
  ["ế", "ê", 2],
  ["ǹg", "ng", 4],
] as const)("%s is %s and %i, and back", (written, letters, tone) => {
  expect(toNumberedSyllable(written)).toEqual({ letters, tone });
  expect(markTone({ letters, tone })).toBe(written);
});

const syllable = fc.record({
  letters: fc.constantFrom(...syllables),
  tone: fc.constantFrom<Tone>(1, 2, 3, 4, 5),
});

test("marking and numbering are inverse, for every syllable in every tone", () => {
  fc.assert(
    fc.property(syllable, (each) => {
      expect(toNumberedSyllable(markTone(each))).toEqual(each);
    }),
  );
});

test("syllables that are joined by the orthography's rules are found again", () => {
  const isInterjection = (letters: string) => !/[aeiouüê]/.test(letters);
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 1, maxLength: 20 }), (each) => {
      const joined = each.map((one, at) => {
        const before = each[at - 1]?.letters;
        const needsMark =
          before !== undefined &&
          (/^[aoeê]/.test(one.letters) || isInterjection(one.letters) || isInterjection(before));
        return (needsMark ? "'" : "") + markTone(one);
      });
      expect(splitPinyin(joined.join(""), each.length)).toEqual(each.map(markTone));
    }),
  );
});

test("the pinyin of every Chinese word in the report's lexicon has a syllable for each character", () => {
  const file = "content/reports/wugang-2023/lexicon.yaml";
  const { value } = parseLexicon(file, readFileSync(file, "utf8"));
  const words = (value?.value.readings ?? []).filter(({ written }) =>
    /\p{Script=Han}/u.test(written),
  );
  expect(words.length).toBeGreaterThan(30);
  expect(words.filter(({ written, pinyin }) => !splitPinyin(pinyin, [...written].length))).toEqual(
    [],
  );
});
