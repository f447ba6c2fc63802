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

  test("that has the id of another", () => {
    const twice =
      glossaryEntry() + glossaryEntry({ occurrences: "[{ in: p5-m1-s1, written: 宣传推介 }]" });
    expect(problemsAfter({ [file]: (text) => text + twice })).toMatchObject([
      { file, expected: "an id that no other entry has", found: "`tested` again" },
    ]);
  });
});
