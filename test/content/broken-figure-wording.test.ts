import { describe, expect, test } from "vitest";
import {
  glossaryEntry,
  problemsAfter,
  replacing,
  reportAfter,
  type WrittenClaim,
  withGist,
} from "../support/broken-copy.ts";

const chinese = "summary.zh-CN.yaml";
const english = "summary.en.yaml";

// Digits in a summary are figures of the ledger; written in words, a number is only compared with
// them.

/**
 * A sentence about the disputes that were settled; the report does not say of how many 98%
 * succeeded.
 */
const ofDisputes = (text: string): WrittenClaim => [text, "p5-m1-s2"];
/** A sentence about legal aid; the report says in how many cases 98% or more were satisfied. */
const ofAid = (text: string): WrittenClaim => [text, "p2-m1-s1"];
/** A sentence about the shares that urban management aims at. */
const ofAims = (text: string): WrittenClaim => [text, "p4-m3-s1"];

describe("an editor is told of a share that the report gives without its base", () => {
  test.each([
    ["in Chinese", chinese, "调解的调成率超过百分之九十八。"],
    ["in English", english, "The success rate of mediation is above ninety-eight per cent."],
    [
      "though something else is not said",
      chinese,
      "调成率超过百分之九十八，报告没有说实际做到了多少。",
    ],
    [
      "though something else is not said",
      english,
      "The success rate of mediation is above ninety-eight per cent; the report does not say what was achieved.",
    ],
  ])("%s: %s%s", (_, file, text) => {
    expect(problemsAfter({ [file]: withGist("p5", ofDisputes(text)) })).toMatchObject([
      {
        file,
        expected: expect.stringMatching(
          /^that the report does not say of what, or of how many, `(?:百分之九十八|ninety-eight per cent)` is/,
        ),
        found: `「${text}」`,
      },
    ]);
  });

  test("in what the glossary says was reached", () => {
    const entry = glossaryEntry({
      ...{ kind: "service", en: "Hunan Television" },
      achieved: "{ zh-CN: 报告说，调成率超过98%。, en: a }",
      occurrences: "[{ in: p5-m1-s2, written: 湖南电视台 }]",
    });
    expect(problemsAfter({ "glossary.yaml": (text) => text + entry })).toMatchObject([
      { file: "glossary.yaml", found: "「报告说，调成率超过98%。」" },
    ]);
  });

  test.each([
    [chinese, "调成率超过百分之九十八，没有说按多少件算。"],
    [chinese, "调成率超过百分之九十八，报告没有说明是哪些纠纷的百分之九十八。"],
    [chinese, "调成率超过百分之九十八，报告未给出总数。"],
    [
      english,
      "The success rate of mediation is above ninety-eight per cent, but the report does not say out of how many.",
    ],
    [
      english,
      "The report does not say of which disputes the success rate is above ninety-eight per cent.",
    ],
    [
      english,
      "The success rate is above ninety-eight per cent; the report doesn’t give the total or how it was counted.",
    ],
  ])("and may say so: %s%s", (file, text) => {
    expect(reportAfter({ [file]: withGist("p5", ofDisputes(text)) }).slug).toBe("wugang-2023");
  });
});

describe("an editor is told of a share of which nobody knows what it is", () => {
  test.each([
    [chinese, "有一项达到百分之九十八以上。"],
    [english, "Something reached ninety-eight per cent or more."],
  ])("%s: %s", (file, text) => {
    expect(problemsAfter({ [file]: withGist("p2", ofAid(text)) })).toMatchObject([
      {
        file,
        expected: expect.stringMatching(
          /^of what `(?:百分之九十八|ninety-eight per cent)` is, in a word of the ledger: 「/,
        ),
      },
    ]);
  });

  test.each([
    [chinese, "得到法律援助的人，表示满意的占百分之九十八以上。"],
    [english, "Ninety-eight per cent or more were glad of the legal aid they had."],
  ])("and may say it in other words: %s: %s", (file, text) => {
    expect(reportAfter({ [file]: withGist("p2", ofAid(text)) }).slug).toBe("wugang-2023");
  });
});

describe("an editor is told of an aim that is told as reached", () => {
  test.each([
    ["in Chinese", chinese, "百分之七十的问题用服务解决。"],
    ["in English", english, "Service solves seventy per cent of problems."],
  ])("%s", (_, file, text) => {
    expect(problemsAfter({ [file]: withGist("p4", ofAims(text)) })).toMatchObject([
      { file, expected: expect.stringMatching(/^that `.+` is an aim/), found: `「${text}」` },
    ]);
  });

  test("in the translation", () => {
    const solved = replacing("strives to solve 70%", "solves 70%");
    expect(problemsAfter({ "en.md": solved })).toMatchObject([
      { file: "en.md", expected: "that `70%` is an aim (`kind: aim` in the ledger)" },
    ]);
  });

  test.each([
    [chinese, "力争百分之七十的问题用服务解决。"],
    [chinese, "目标是百分之七十的问题用服务解决。"],
    [english, "The aim is to solve seventy per cent of problems through service."],
    [english, "It hopes to solve seventy per cent of problems through service."],
  ])("and may call it one: %s: %s", (file, text) => {
    expect(reportAfter({ [file]: withGist("p4", ofAims(text)) }).slug).toBe("wugang-2023");
  });
});

describe("an editor is told of a number", () => {
  test.each([
    [
      "which is only the least",
      chinese,
      "化解纠纷四千件。",
      "more than `四千`, as p5-m1-s2 says 「4千」",
    ],
    [
      "which is only the least",
      english,
      "They settled four thousand disputes.",
      "more than `four thousand`, as p5-m1-s2 says 「4千」",
    ],
    [
      "which is not the least but all",
      chinese,
      "有超过三百四十五个调解组织。",
      "just `三百四十五`, as p5-m1-s2 says 「345」",
    ],
    [
      "which is not the least but all",
      english,
      "The report counts more than six elders.",
      "just `six`, as p5-m1-s2 says 「六」",
    ],
  ])("%s: %s: %s", (_, file, text, expected) => {
    expect(problemsAfter({ [file]: withGist("p5", ofDisputes(text)) })).toMatchObject([
      { file, expected, found: `「${text}」` },
    ]);
  });

  test("which is only the least, in the translation", () => {
    const cut = replacing("more than 860", "860");
    expect(problemsAfter({ "en.md": cut })).toMatchObject([
      { file: "en.md", expected: "more than `860`, as p4-m1-s1 says 「860」" },
    ]);
  });

  test.each([
    [chinese, "化解纠纷超过四千件。"],
    [chinese, "化解纠纷四千件以上。"],
    [english, "They settled at least four thousand disputes."],
    [english, "They settled four thousand disputes or more."],
    [english, "Over four thousand disputes were settled; the four thousand are not described."],
  ])("and may say that it is the least: %s: %s", (file, text) => {
    expect(reportAfter({ [file]: withGist("p5", ofDisputes(text)) }).slug).toBe("wugang-2023");
  });
});
