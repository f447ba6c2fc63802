import { describe, expect, test } from "vitest";
import { lineIn, problemsAfter, replacing } from "../support/broken-copy.ts";

const file = "figures.yaml";
const entry = '  - { token: "26", value: 26,';

/** Removes the line that contains some words. */
const withoutLine = (words: string) => (text: string) =>
  text
    .split("\n")
    .filter((line) => !line.includes(words))
    .join("\n");

describe("an editor is told of the ledger", () => {
  test("that a figure of the text has no entry", () => {
    expect(
      problemsAfter({
        [file]: withoutLine(
          'token: "98%", value: 98, unit: "%", kind: threshold, more: true, base: false',
        ),
      }),
    ).toEqual([
      {
        file,
        line: lineIn(file, "p5-m1-s2:") + 4,
        expected: "the number 「98%」 of p5-m1-s2, 98%",
        found: "「三」, 3",
      },
    ]);
  });

  test("that a sentence's only figure has no entry", () => {
    const problems = problemsAfter({
      [file]: (text) => text.replace(/p3-m3-s2:\n.*\n/, ""),
    });
    expect(problems).toMatchObject([
      { file, expected: "the number 「26」 of p3-m3-s2, 26", found: "no entry" },
    ]);
  });

  test("that an entry has no figure", () => {
    expect(
      problemsAfter({
        [file]: replacing(
          entry,
          `${entry.replaceAll("26", "27")} unit: "", kind: name, zh-CN: 无, en: none }\n${entry}`,
        ),
      }),
    ).toContainEqual(expect.objectContaining({ file, found: "「27」, 27" }));
  });

  test("that a value is not the printed one", () => {
    expect(
      problemsAfter({ [file]: replacing(entry, entry.replace("value: 26", "value: 62")) }),
    ).toEqual([
      {
        file,
        line: lineIn(file, entry),
        expected: "the number 「26」 of p3-m3-s2, 26",
        found: "「26」, 62",
      },
    ]);
  });

  test("that a share is told as a count", () => {
    const share = 'token: "100﹪", value: 100, unit: "%", kind: share, base: false,';
    const count = 'token: "100﹪", value: 100, unit: "项", kind: count,';
    expect(problemsAfter({ [file]: replacing(share, count) })).toEqual([
      expect.objectContaining({ line: lineIn(file, share), found: "「100﹪」, 100" }),
    ]);
  });

  test("that a sentence is not in the report", () => {
    expect(problemsAfter({ [file]: replacing("p3-m3-s2:", "p3-m3-s9:") })).toContainEqual({
      file,
      line: lineIn(file, "p3-m3-s2:") + 1,
      expected: "the id of a sentence of the report",
      found: "`p3-m3-s9`",
    });
  });

  test("that a note is about a figure that the report does not have", () => {
    const about = '{ in: p4-m1-s1, token: "48" }';
    expect(problemsAfter({ [file]: replacing(about, about.replace("48", "84")) })).toEqual([
      {
        file,
        line: lineIn(file, about),
        expected: "a figure of the report",
        found: "「84」 of p4-m1-s1",
      },
    ]);
  });

  test.each([
    [
      "a share that was reached is silent about its total",
      ' base: false, zh-CN: "矛盾纠纷调解成功',
      ' zh-CN: "矛盾纠纷调解成功',
    ],
    ["a cut has a total", "kind: change, more: true,", "kind: change, more: true, base: true,"],
    [
      "a count has a total",
      'kind: count, zh-CN: "调解员"',
      'kind: count, base: true, zh-CN: "调解员"',
    ],
  ])("that %s", (_what, words, others) => {
    expect(problemsAfter({ [file]: replacing(words, others) })).toMatchObject([
      {
        file,
        line: lineIn(file, words),
        expected: expect.stringContaining("true or false for a share that was reached"),
      },
    ]);
  });

  test("that a kind is none", () => {
    expect(
      problemsAfter({ [file]: (text) => text.replace("kind: aim", "kind: wish") }),
    ).toMatchObject([{ file, found: '"wish"' }]);
  });
});
