import { describe, expect, test } from "vitest";
import { lineIn, problemsAfter, realFile, replacing } from "../support/broken-copy.ts";

const file = "en.md";

describe("an editor is told of the translation", () => {
  test("that a number departs from the text", () => {
    const [problem, ...others] = problemsAfter({ [file]: replacing("1,815", "1,851") });
    expect(problem).toMatchObject({
      file,
      line: lineIn(file, "1,815"),
      expected: expect.stringContaining("numbers of `p5-m1-s2`"),
      found: "`1,851`",
    });
    expect(others).toMatchObject([
      { expected: "the number 「1815」", found: "none in `p5-m1-s2`" },
    ]);
  });

  test("that a share has become a count", () => {
    expect(problemsAfter({ [file]: replacing("exceeded 90%", "exceeded 90") })).toMatchObject([
      { found: "`90`" },
      { expected: "the number 「90%」" },
    ]);
  });

  test("that a figure of the text is missing", () => {
    expect(
      problemsAfter({ [file]: replacing("more than 860 enforcement", "many enforcement") }),
    ).toMatchObject([
      { file, line: lineIn(file, "more than 860"), expected: "the number 「860」" },
    ]);
  });

  test("that words which say a number are not there", () => {
    expect(problemsAfter({ [file]: replacing("22 January 2024", "22 Jan 2024") })).toMatchObject([
      { expected: "the words `January`", found: "none in `date-s1`" },
    ]);
  });

  test("that a sentence has no translation", () => {
    const sentence =
      realFile(file).match(/^The standardisation of open government.*\n/m)?.[0] ?? "";
    const problems = problemsAfter({ [file]: replacing(sentence, "") });
    expect(problems).toContainEqual(
      expect.objectContaining({ expected: "a line that translates `p3-m3-s3`", found: "none" }),
    );
  });

  test("that a line translates nothing", () => {
    expect(
      problemsAfter({ [file]: replacing("22 January 2024", "22 January 2024\nSigned.") }),
    ).toContainEqual({
      file,
      line: lineIn(file, "22 January 2024") + 1,
      column: 1,
      expected: "the sentences of the report, a line each",
      found: "`date-s2`, which it does not have",
    });
  });

  test("that Chinese words are quoted which the sentence does not have", () => {
    expect(problemsAfter({ [file]: replacing("(三级五调)", "(三级六调)") })).toMatchObject([
      {
        line: lineIn(file, "(三级五调)"),
        expected: "Chinese words of `p5-m1-s2`",
        found: "「三级六调」",
      },
    ]);
  });

  test("that two parts have changed places", () => {
    const swap = (each: string) =>
      each.replace(
        /(## [^\n]*\{#shortcomings\}[\s\S]*?)(## [^\n]*\{#outlook\}[\s\S]*?)(?=## )/,
        "$2$1",
      );
    expect(problemsAfter({ [file]: swap })).toMatchObject([
      {
        file,
        line: lineIn(file, "{#shortcomings}") + 2,
        expected: "`shortcomings-s1`, in the order of the report",
        found: "`outlook-s1`",
      },
    ]);
  });

  test("that an asterisk stands alone", () => {
    expect(
      problemsAfter({ [file]: replacing("and the *Ten-Article", "and the Ten-Article") }),
    ).toContainEqual(expect.objectContaining({ expected: "asterisks in pairs" }));
  });

  test("that a part is missing", () => {
    expect(problemsAfter({ [file]: replacing("{#p4-m2}", "{#p4-m4}") })).toContainEqual(
      expect.objectContaining({ file, line: lineIn(file, "{#p4-m2}") }),
    );
  });
});
