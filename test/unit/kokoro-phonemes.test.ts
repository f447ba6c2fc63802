import { beforeAll, describe, expect, test } from "vitest";
import { loadPackages } from "../../src/site/narrate/kokoro/installed.ts";
import { createPhonemes, type Phonemes, toIds } from "../../src/site/narrate/kokoro/phonemes.ts";
import { type Reading, UnspeakableError } from "../../src/site/narrate/synthesizer.ts";

const reading = (written: string, ...syllables: readonly string[]): Reading => ({
  written,
  syllables,
});
const readings = [
  reading("调处", "tiáo", "chǔ"),
  reading("一窗", "yì", "chuāng"),
  reading("应诉人", "yīng", "sù", "rén"),
  reading("应诉", "yìng", "sù"),
  reading("Xi", "Xī"),
  reading("Xi Jinping", "Xí", "Jìn", "píng"),
  reading("Wugang", "Wǔ", "gāng"),
  reading("St. Wu", "wǔ"),
];

let say: (text: string, given?: readonly Reading[]) => Phonemes;
beforeAll(async () => {
  const phonemesOf = await createPhonemes(loadPackages());
  const languageOf = (text: string) => (/^\p{Script=Han}/u.test(text) ? "zh-CN" : "en");
  say = (text, given = readings) => phonemesOf(text, languageOf(text), "en-GB", given);
});
const pinyinOf = (text: string, given?: readonly Reading[]) => say(text, given).pinyin;
const phonemesOf = (text: string, given?: readonly Reading[]) => say(text, given).phonemes;

describe("a listener hears in Mandarin", () => {
  test("the readings of the lexicon wherever their words are, and not the common ones", () => {
    expect(pinyinOf("矛盾调处")).toBe("máo dùn tiáo chǔ");
    expect(pinyinOf("一窗受理、应诉")).toBe("yì chuāng shòu lǐ yìng sù");
    expect(pinyinOf("矛盾调处", [reading("调处", "diào", "chù")])).toBe("máo dùn diào chù");
  });

  test("the lexicon in a report in traditional characters, too", () => {
    expect(pinyinOf("縣長單獨聽取", [reading("縣長", "xiàn", "zhǎng")])).toBe(
      "xiàn zhǎng dān dú tīng qǔ",
    );
  });

  test("of two words of the lexicon the longer one, in whatever order they are", () => {
    expect(pinyinOf("应诉人应诉")).toBe("yīng sù rén yìng sù");
    expect(pinyinOf("应诉人应诉", readings.toReversed())).toBe("yīng sù rén yìng sù");
  });

  test.each([
    ["一个", "yí gè"],
    ["一天", "yì tiān"],
    ["一年一度", "yì nián yí dù"],
    ["第一", "dì yī"],
    ["统一", "tǒng yī"],
    ["十一", "shí yī"],
    ["不是", "bú shì"],
    ["九十一项", "jiǔ shí yī xiàng"],
    ["一百零一个", "yì bǎi líng yī gè"],
    ["不能", "bù néng"],
    ["不好", "bù hǎo"],
  ])("一 and 不 in the tone that what follows asks for: %s is %s", (text, expected) => {
    expect(pinyinOf(text)).toBe(expected);
  });

  test.each([
    ["重庆", "chóng qìng"],
    ["重大", "zhòng dà"],
    ["银行", "yín háng"],
    ["行政", "xíng zhèng"],
    ["参与", "cān yù"],
    ["调解", "tiáo jiě"],
    ["调查", "diào chá"],
    ["市长", "shì zhǎng"],
    ["长期", "cháng qī"],
    // In traditional characters.
    ["單獨", "dān dú"],
    ["行政機關", "xíng zhèng jī guān"],
    ["縣長", "xiàn zhǎng"],
    ["調解", "tiáo jiě"],
    ["參與", "cān yù"],
  ])("a character with several readings as its word asks for: %s is %s", (text, expected) => {
    expect(pinyinOf(text)).toBe(expected);
  });

  test("words apart, and the syllables of a word together", () => {
    expect(phonemesOf("行政机关负责人出庭")).toBe("ɕi↗ŋꭧə↘ŋ ʨi→kwa→n fu↘ʦɤ↗ɻə↗n ꭧʰu→tʰi↗ŋ");
  });

  test("the neutral tone and ü", () => {
    expect(phonemesOf("好的")).toBe("xau↓ tɤ");
    expect(phonemesOf("旅行")).toBe("ly↓ɕi↗ŋ");
  });

  test("pauses where the report has marks, and nothing of quotation marks", () => {
    expect(phonemesOf("说“好”；做到：《规划》，行动！")).toBe(
      "ʂwo→ xau↓; ʦwo↘tau↘: kwei→xwa↘, ɕi↗ŋtʊ↘ŋ!",
    );
    expect(phonemesOf("一、二。是吗？")).toBe("i→, ɚ↘. ʂɨ↘ ma?");
  });

  test.each([
    ["党建AI", " ˌAˈI"],
    ["加N", " ˈɛn"],
    ["上APP", " ˌApˌiːpˈiː"],
  ])("the letters of an abbreviation one by one: %s", (text, expected) => {
    expect(phonemesOf(text).endsWith(expected)).toBe(true);
  });

  test("a name in Latin letters by its pinyin; it is not among that of the characters", () => {
    expect(say("武冈（Wugang）。")).toEqual({
      phonemes: "u↓ka→ŋ u↓ka→ŋ.",
      pinyin: "wǔ gāng",
      syllables: 4,
    });
  });
});

describe("a listener hears in English", () => {
  test("the report's own words in an English voice, with its pauses", () => {
    expect(phonemesOf("The law: yes; no, never.")).toBe("ðə lˈɔː: jˈɛs; nˈQ, nˈɛvə.");
  });

  test("a name by its pinyin, with the sounds that English has for it, and with an ending too", () => {
    expect(phonemesOf("Yes, Wugang, yes")).toBe("jˈɛs, wˌuːɡˈɑːŋ, jˈɛs");
    expect(phonemesOf("Wugang’s law")).toBe("wˌuːɡˈɑːŋz lˈɔː");
    expect(phonemesOf("Wugang's law")).toBe("wˌuːɡˈɑːŋz lˈɔː");
    expect(phonemesOf("Wugangs")).not.toContain("wˌuːɡˈɑːŋ");
  });

  test("the longer of two names, and a name with a mark in it", () => {
    expect(phonemesOf("Xi Jinping")).toBe("ʃˌiːʤˌɪnpˈɪŋ");
    expect(phonemesOf("Xi Jinping", readings.toReversed())).toBe("ʃˌiːʤˌɪnpˈɪŋ");
    expect(phonemesOf("Xi said")).toBe("ʃˈiː sˈɛd");
    expect(phonemesOf("St. Wu")).toBe("wˈuː");
    expect(phonemesOf("Sts Wu")).not.toBe("wˈuː");
  });

  test("a Chinese word by its pinyin", () => {
    expect(say("the word 法治 here")).toMatchObject({
      phonemes: "ðə wˈɜːd fa↓ꭧɨ↘ hˈɪə",
      pinyin: "fǎ zhì",
    });
  });

  test("an American voice otherwise than a British one", async () => {
    const phonemes = await createPhonemes(loadPackages());
    expect(phonemes("law reform", "en", "en-US", []).phonemes).toBe("lˈɔ ɹᵻfˈɔɹm");
    expect(phonemes("law reform", "en", "en-GB", []).phonemes).toBe("lˈɔː ɹɪfˈɔːm");
  });
});

describe("what can't be read is refused, and not skipped in silence:", () => {
  test.each([
    ["a rare character", "㐂事", "“㐂” has no reading"],
    ["another script", "看Путь。", "“П” has no reading"],
    ["another script in English", "The Путь.", "“П” has no reading"],
    ["a symbol", "今天☃", "“☃” has no reading"],
    ["a sign between words", "A ≥ B", "“≥” has no reading"],
    ["a character that no rule has read", "万㎡", "“㎡” has no reading"],
  ])("%s", (_, text, expected) => {
    expect(() => say(text)).toThrow(UnspeakableError);
    expect(() => say(text)).toThrow(expected);
  });

  test("a reading that is no syllable of the voice", () => {
    expect(() => say("调处", [reading("调处", "tiáo", "fǒng")])).toThrow(
      "“处” is read fǒng, and the voice has no such syllable",
    );
  });

  test("a phoneme that the model has no number for", () => {
    expect(toIds("a, ↗")).toEqual([43, 3, 16, 172]);
    expect(() => toIds("a☃")).toThrow("the voice has no phoneme ☃");
  });
});

test("how many syllables are heard is counted, by which a sound's length is judged", () => {
  expect(say("行政机关").syllables).toBe(4);
  expect(say("县约旦儿").syllables).toBe(4);
  expect(say("the government reports").syllables).toBe(6);
  expect(say("。").syllables).toBe(0);
});
