import { describe, expect, test } from "vitest";
import { glossaryEntry, lineIn, problemsAfter, reportAfter } from "../support/broken-copy.ts";

const file = "glossary.yaml";

/**
 * An entry for the day on which the report was signed, 「22日」, which the translation calls 22
 * January.
 */
const withEntry = (changes: Readonly<Record<string, string>>) => ({
  [file]: (text: string) =>
    text +
    glossaryEntry({ term: "22日", occurrences: "[{ in: date-s1, written: 22日 }]", ...changes }),
});

describe("an editor is told of a term whose English name the translation does not use", () => {
  test("where it explains the term", () => {
    expect(problemsAfter(withEntry({ en: "January the 22nd" }))).toMatchObject([
      {
        file,
        expected:
          "a rendering of 「22日」 (`tested`) in the translation of date-s1: `January the 22nd`; another one belongs into `alsoEn`",
        found: `none in line ${lineIn("en.md", "22 January 2024")} of the translation`,
      },
    ]);
  });

  test("nor any of the others that it names", () => {
    expect(problemsAfter(withEntry({ en: "the day", alsoEn: "[the 23 January]" }))).toContainEqual(
      expect.objectContaining({
        file,
        expected: expect.stringContaining(": `the day` or `the 23 January`; another one"),
      }),
    );
  });

  test("though it has part of the words", () => {
    expect(problemsAfter(withEntry({ en: "22 Jan" }))).toMatchObject([{ file }]);
  });
});

describe("an editor is told of another rendering", () => {
  test("that no sentence has", () => {
    const changes = { en: "22 January", alsoEn: "[day of signature]" };
    expect(problemsAfter(withEntry(changes))).toMatchObject([
      {
        file,
        expected: "a rendering of 「22日」 (`tested`) that a sentence has in place of `22 January`",
        found: "`day of signature`",
      },
    ]);
  });

  test("that is needed nowhere, as the first is there", () => {
    const changes = { en: "January", alsoEn: "[22 January]" };
    expect(problemsAfter(withEntry(changes))).toMatchObject([{ file, found: "`22 January`" }]);
  });
});

describe("an editor may give a term's English name", () => {
  test.each([
    ["as the translation has it", { en: "22 January" }],
    ["with an article", { en: "the 22 January" }],
    ["with other capitals", { en: "22 january" }],
    ["with a hyphen", { en: "22-January" }],
    ["in the plural", { en: "22 Januaries" }],
    [
      "that heads the entry, and the one that is used beside it",
      { en: "day", alsoEn: "[22 January]" },
    ],
  ])("%s", (_, changes) => {
    expect(reportAfter(withEntry(changes)).slug).toBe("wugang-2023");
  });
});

describe("an editor is told of a name in report.yaml that the translation does not use", () => {
  test("of a body", () => {
    const rename = (text: string) =>
      text.replace(/(subject:\n {4}zh-CN: 武冈市\n {4}en: ).*/, "$1Wugang Town");
    expect(problemsAfter({ "report.yaml": rename })).toMatchObject([
      {
        file: "report.yaml",
        line: lineIn("report.yaml", "subject:\n") + 2,
        expected: expect.stringMatching(
          /^what the translation calls 「武冈市」 in title, intro-s1/,
        ),
        found: "`Wugang Town`",
      },
    ]);
  });

  test("of the report", () => {
    const rename = (text: string) =>
      text.replace(/(label: .*文件名称[\s\S]*? {6}en: ).*/, "$1Report");
    expect(problemsAfter({ "report.yaml": rename })).toMatchObject([
      {
        file: "report.yaml",
        expected: expect.stringMatching(/^the title of the translation, `/),
        found: "`Report`",
      },
    ]);
  });
});
