import { describe, expect, test } from "vitest";
import { glossaryEntry, problemsAfter, reportAfter, withGist } from "../support/broken-copy.ts";

const glossary = "glossary.yaml";
const ledger = "figures.yaml";

const withEntry = (changes: Readonly<Record<string, string>>) => ({
  [glossary]: (text: string) => text + glossaryEntry(changes),
});

/** A note of the ledger about the first two shares that urban management aims at. */
const withNote = (chinese: string) => ({
  [ledger]: (text: string) =>
    text.replace(
      /^notes:\n/m,
      `$&  - about: [{ in: p4-m3-s1, token: "70%" }, { in: p4-m3-s1, token: "20%" }]\n    zh-CN: ${chinese}\n    en: a\n`,
    ),
});

describe("an editor is told of a number that is not in the sentences it is about", () => {
  test("in what the glossary says was reached", () => {
    const achieved = "{ zh-CN: 报告说，建成了3个。, en: The report says that 13 were built. }";
    expect(problemsAfter(withEntry({ kind: "service", achieved }))).toMatchObject([
      {
        file: glossary,
        expected: "numbers of p5-m1-s1: 十、3、十",
        found: "`13`",
      },
    ]);
  });

  test("in an explanation that rests on the report", () => {
    const plain = "{ zh-CN: 共有9项。, en: a }";
    expect(problemsAfter(withEntry({ plain }))).toMatchObject([
      { file: glossary, expected: "numbers of p5-m1-s1: 十、3、十", found: "`9`" },
    ]);
  });

  test("in what a figure is said to count", () => {
    const counted = (text: string) => text.replace(/(token: "26".* zh-CN: ")/, "$112个县的");
    expect(problemsAfter({ [ledger]: counted })).toMatchObject([
      { file: ledger, expected: "numbers of p3-m3-s2: 26", found: "`12`" },
    ]);
  });

  test("in a note on how figures go together", () => {
    expect(problemsAfter(withNote("两个比例合计95%。"))).toMatchObject([
      { file: ledger, expected: expect.stringMatching(/^numbers of p4-m3-s1: /), found: "`95%`" },
    ]);
  });

  test.each(["zh-CN", "en"])("in the name of a summary, %s", (language) => {
    const file = `summary.${language}.yaml`;
    const named = (text: string) => text.replace(/^name: .*/m, "name: Report 2025");
    expect(problemsAfter({ [file]: named })).toMatchObject([
      { file, expected: "numbers of title: 2023", found: "`2025`" },
    ]);
  });
});

describe("an editor may write a number", () => {
  test("of general knowledge into an explanation that does not rest on the report", () => {
    const changes = { plain: "{ zh-CN: 共有9项。, en: a }", source: "{ basis: general }" };
    expect(reportAfter(withEntry(changes)).slug).toBe("wugang-2023");
  });

  test("that says how many figures a note is about, and what they make together", () => {
    expect(reportAfter(withNote("两个比例合计90%。")).slug).toBe("wugang-2023");
  });

  test("that says both", () => {
    const plain = "{ zh-CN: 两种叫法都有。, en: The two names both occur. }";
    expect(reportAfter(withEntry({ plain })).slug).toBe("wugang-2023");
  });
});

describe("an editor is told of a gist", () => {
  test("that rests on another pillar", () => {
    const file = "summary.en.yaml";
    const other = withGist("p5", ["Flexible enforcement is new.", "p4-m3-s1"]);
    expect(problemsAfter({ [file]: other })).toMatchObject([
      { file, expected: "a sentence of p5, which the gist is of", found: "`p4-m3-s1`" },
    ]);
  });
});
