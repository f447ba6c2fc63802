import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { lexiconFor, parseLexicon } from "../../src/content/parse/lexicon.ts";
import { toSpoken } from "../../src/core/speech/spoken.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { createPhonemes, toNumbered } from "../support/espeak-phonemes.ts";
import { reportSentences } from "../support/report-sentences.ts";

const folder = "content/reports/wugang-2023";
const file = parseLexicon("lexicon.yaml", readFileSync(`${folder}/lexicon.yaml`, "utf8")).value
  ?.value;
if (!file) throw new Error("the lexicon can't be read");
const report = readReports("content/reports").find(({ slug }) => slug === "wugang-2023");
if (!report) throw new Error("the report was not loaded");

const sentences = reportSentences(report, "zh-CN").map(({ text }) => text);
const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
const chinese = file.readings.filter(({ written }) => isChinese(written));
const english = file.readings.filter(({ written }) => !isChinese(written));

describe("eSpeak reads aloud, in the sentences of the report,", () => {
  let sound: (text: string) => string;
  beforeAll(async () => {
    sound = await createPhonemes("zh-CN");
  });
  const lexicon = lexiconFor(file, "espeak");
  const say = (text: string) =>
    toSpoken(text, "zh-CN", lexicon)
      .map(({ spoken }) => spoken)
      .join("");

  test.each(chinese.map(({ written, pinyin }) => [written, pinyin]))(
    "%s as %s",
    (written, pinyin) => {
      const holding = sentences.filter((text) => text.includes(written));
      expect(holding).not.toEqual([]);
      for (const text of holding) expect(sound(say(text))).toContain(sound(toNumbered(pinyin)));
    },
  );

  test.each(
    chinese.flatMap(({ written, pinyin, respelled }) => (respelled ? [[written, pinyin]] : [])),
  )("%s otherwise than %s, were it not respelled", (written, pinyin) => {
    const isMisread = (text: string) => !sound(text).includes(sound(toNumbered(pinyin)));
    const plain = sentences.filter((text) => text.includes(written));
    expect(plain.some((text) => isMisread(text.replace(/[^\p{Script=Han}，。、；：]/gu, "")))).toBe(
      true,
    );
  });
});

describe("eSpeak reads aloud, in the English text,", () => {
  // eSpeak's phoneme letters: S is sh, aU as in loud, A: as in father, N is ng, eI as in day, tS is
  // ch.
  const sounds: Readonly<Record<string, string>> = {
    Wugang: "wu:gA:N",
    "Xi Jinping": "Si:dZInpIN",
    "Xuexi Qiangguo": "SweISi:tSjaNgwoU",
    Weixi: "weISi:",
    Shaoyang: "SaUjA:N",
  };

  test.each(english.map(({ written, respelled }) => [written, respelled?.espeak ?? written]))(
    "%s as %s sounds",
    async (written, spelling) => {
      const sound = await createPhonemes("en");
      expect(sound(spelling)).toBe(sounds[written]);
      expect(sound(written)).not.toBe(sounds[written]);
    },
  );
});
