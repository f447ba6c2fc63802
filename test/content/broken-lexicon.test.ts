import { describe, expect, test } from "vitest";
import { lineIn, problemsAfter, replacing, reportAfter } from "../support/broken-copy.ts";

const file = "lexicon.yaml";

/** The problems after words of the lexicon were replaced. */
const told = (words: string, others: string) => problemsAfter({ [file]: replacing(words, others) });

describe("an editor is told of an entry of the lexicon", () => {
  test("that the report does not write", () => {
    expect(told('"721"', '"722"')).toEqual([
      { file, line: lineIn(file, '"721"'), expected: "what the report writes", found: "「722」" },
    ]);
  });

  test("that stands there twice", () => {
    expect(told("written: 重大", "written: 行政")).toEqual([
      {
        file,
        line: lineIn(file, "written: 重大"),
        expected: "an entry once",
        found: "「行政」 again",
      },
    ]);
  });

  test("that does not say whether a speaker has listened to it", () => {
    const problems = told("{ espeak: 映素 }\n    reviewed: false", "{ espeak: 映素 }");
    expect(problems).toMatchObject([{ file, found: "no such key" }]);
  });

  test("that is no YAML", () => {
    expect(problemsAfter({ [file]: () => "- written: [" })).toMatchObject([{ file }]);
  });

  test("that respells a word for every voice", () => {
    expect(told('written: "721"', "written: 应诉于")).toEqual([
      {
        file,
        line: lineIn(file, '"721"'),
        expected:
          "forms.3.written to be a form with digits or signs; a word belongs under `readings`, with its pinyin",
        found: '"应诉于"',
      },
    ]);
  });

  test("that says a form in no language", () => {
    const [problem] = told("{ zh-CN: 七二一 }", "{}");
    expect(problem?.expected).toBe(
      "forms.3.spoken to be what is said in `zh-CN`, in `en`, or both",
    );
  });

  test("that gives a reading without tones", () => {
    const [problem] = told("pinyin: yìngsù", "pinyin: yingsu");
    expect(problem).toMatchObject({
      line: lineIn(file, "pinyin: yìngsù"),
      expected: "readings.16.pinyin to be pinyin with the marks of its tones, as in yìngsù",
      found: '"yingsu"',
    });
  });

  test.each([
    ["lacks a syllable", "yìng"],
    ["has one too many", "yìngsùlǜ"],
    ["has something else in it than syllables", "yìngxsù"],
  ])("whose reading %s", (_, pinyin) => {
    expect(told("pinyin: yìngsù", `pinyin: ${pinyin}`)).toEqual([
      {
        file,
        line: lineIn(file, "pinyin: yìngsù"),
        expected:
          "readings.16.pinyin to be a syllable of pinyin for each Chinese character, as in yìngsù for 应诉",
        found: `"${pinyin}"`,
      },
    ]);
  });

  test("that respells a word for an engine that reads it right, as far as is known", () => {
    expect(told("{ espeak: 映素 }", "{ neural: 映素 }")).toContainEqual(
      expect.objectContaining({
        expected: "no other key here",
        found: "`readings.16.respelled.neural`",
      }),
    );
  });

  test("that respells a word as it is written", () => {
    expect(told("{ espeak: 映素 }", "{ espeak: 应诉 }")).toEqual([
      {
        file,
        line: lineIn(file, "{ espeak: 映素 }"),
        expected: "another spelling for espeak, or none",
        found: "「应诉」 as it is written",
      },
    ]);
  });

  test("that pauses where the report has something between", () => {
    expect(told("[平台, 学习]", "[大平台, 学习]")).toEqual([
      {
        file,
        line: lineIn(file, "[平台, 学习]"),
        expected: "what the report writes",
        found: "「大平台学习」",
      },
    ]);
  });
});

test("a word that only a summary has can be given a reading: summaries are recorded too", () => {
  const reading = "  - written: 怎样\n    pinyin: zěnyàng\n    reviewed: false\n";
  expect(reportAfter({ [file]: (text) => text + reading }).slug).toBe("wugang-2023");
});
