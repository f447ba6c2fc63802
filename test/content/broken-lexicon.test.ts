import { describe, expect, test } from "vitest";
import { lineIn, problemsAfter, replacing } from "../support/broken-copy.ts";

const file = "lexicon.yaml";

describe("an editor is told of an entry of the lexicon", () => {
  test("that the report does not write", () => {
    expect(problemsAfter({ [file]: replacing('"721"', '"722"') })).toEqual([
      { file, line: lineIn(file, '"721"'), expected: "what the report writes", found: "「722」" },
    ]);
  });

  test("that stands there twice", () => {
    expect(problemsAfter({ [file]: replacing("written: 重大", "written: 行政") })).toEqual([
      {
        file,
        line: lineIn(file, "written: 重大"),
        expected: "an entry once",
        found: "「行政」 again",
      },
    ]);
  });

  test("that does not say whether a speaker has listened to it", () => {
    const problems = problemsAfter({ [file]: replacing("yìngsù\n  reviewed: false", "yìngsù") });
    expect(problems).toMatchObject([{ file, found: "no such key" }]);
  });

  test("that is no YAML", () => {
    expect(problemsAfter({ [file]: () => "- written: [" })).toMatchObject([{ file }]);
  });
});
