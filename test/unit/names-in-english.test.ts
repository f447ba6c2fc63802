import { expect, test } from "vitest";
import { splitPinyin, syllables } from "../../src/core/speech/pinyin.ts";
import { sayNameInEnglish } from "../../src/site/narrate/kokoro/names.ts";
import { toIds } from "../../src/site/narrate/kokoro/phonemes.ts";

test.each([
  ["Wǔgāng", 2, "wˌuːɡˈɑːŋ"],
  ["Shàoyáng", 2, "ʃˌWjˈɑːŋ"],
  ["Xuéxí", 2, "ʃwˌAʃˈiː"],
  ["Qiángguó", 2, "ʧjˌɑːŋɡwˈQ"],
  ["Chóngqìng", 2, "ʧˌʊŋʧˈɪŋ"],
  ["Guìzhōu", 2, "ɡwˌAʤˈQ"],
  ["Lǚliáng", 2, "lˌuːljˈɑːŋ"],
  ["Yán'ān", 2, "jˌɛnˈɑːn"],
  ["Sìchuān", 2, "sˌɪʧwˈɑːn"],
  ["Zhūhǎi", 2, "ʤˌuːhˈI"],
])("an English voice says %s as the English do", (pinyin, count, expected) => {
  expect(sayNameInEnglish(splitPinyin(pinyin, count) ?? [], "en-GB")).toBe(expected);
});

test("an American voice has its own o, and no long vowels", () => {
  expect(sayNameInEnglish(["guì", "zhōu"], "en-US")).toBe("ɡwˌAʤˈO");
  expect(sayNameInEnglish(["wǔ", "gāng"], "en-US")).toBe("wˌuɡˈɑŋ");
});

test("every syllable that is written with a vowel has one in English, and phonemes that the model knows", () => {
  const spoken = [...syllables].filter((syllable) => /[aeiouü]/.test(syllable));
  for (const syllable of spoken) {
    for (const accent of ["en-GB", "en-US"] as const) {
      const said = sayNameInEnglish([syllable], accent);
      expect(said, syllable).toMatch(/ˈ[ɑɔɜɛɪʊʌiuAIOQW]/);
      expect(toIds(said).length).toBe([...said].length);
    }
  }
});
