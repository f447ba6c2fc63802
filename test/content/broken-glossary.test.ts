import { describe, expect, test } from "vitest";
import { glossaryEntry, problemsAfter } from "../support/broken-copy.ts";

const file = "glossary.yaml";

const problemsWith = (changes: Readonly<Record<string, string>>) =>
  problemsAfter({ [file]: (text) => text + glossaryEntry(changes) });

describe("an editor is told of an entry of the glossary", () => {
  test.each([
    [
      "whose place is not in the text",
      { occurrences: "[{ in: p5-m1-s1, written: 没有的话 }]" },
      { expected: "words of p5-m1-s1", found: "「没有的话」" },
    ],
    [
      "whose place is there, but not so often",
      { occurrences: "[{ in: p5-m1-s1, written: 主流媒体, nth: 2 }]" },
      { expected: "words of p5-m1-s1", found: "「主流媒体」 for the 2th time" },
    ],
    [
      "whose sentence is not in the report",
      { occurrences: "[{ in: p9-m1-s1, written: 主流媒体 }]" },
      { expected: "the id of a sentence of the report", found: "`p9-m1-s1`" },
    ],
    [
      "that explains what another explains",
      { occurrences: "[{ in: p5-m1-s2, written: 调成率 }]" },
      { expected: expect.stringMatching(/^a place that `[a-z-]+` does not explain$/) },
    ],
    ["that has no place", { occurrences: "[]" }, { found: expect.anything() }],
    ["of a kind that is none", { kind: "thing" }, { found: '"thing"' }],
    [
      "that is a system and does not say what was reached",
      { kind: "system" },
      { found: "no such key" },
    ],
    [
      "whose source has no address",
      { source: "{ basis: published, text: 某报, date: 2024-01-31 }" },
      { found: "no such key" },
    ],
    ["whose explanation lacks a language", { plain: "{ zh-CN: 甲 }" }, { found: "no such key" }],
  ])("%s", (_, changes, problem) => {
    expect(problemsWith(changes)).toMatchObject([{ file, ...problem }]);
  });

  /** Two entries of one name, the second with some changes. */
  const problemsWithTwo = (changes: Readonly<Record<string, string>>) => {
    const context = "{ zh-CN: 甲的, en: of the first }";
    const two =
      glossaryEntry({ context }) +
      glossaryEntry({ occurrences: "[{ in: p5-m1-s1, written: 宣传推介 }]", ...changes });
    return problemsAfter({ [file]: (text) => text + two });
  };

  test("that has the name of another and does not say what tells it apart", () => {
    expect(problemsWithTwo({ id: "other" })).toMatchObject([
      {
        ...{ file, found: "none in `other`" },
        expected: expect.stringContaining("a `context` in both languages"),
      },
    ]);
  });

  test("that has the id of another", () => {
    const context = "{ zh-CN: 乙的, en: of the second }";
    expect(problemsWithTwo({ context })).toMatchObject([
      { file, expected: "an id that no other entry has", found: "`tested` again" },
    ]);
  });
});
