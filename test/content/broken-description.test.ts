import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  lineIn,
  placeOf,
  problemsAfter,
  publishing,
  realFile,
  replacing,
  reportAfter,
} from "../support/broken-copy.ts";

const file = "report.yaml";
const source = realFile("source.txt");
const sha256 = "330697f97d2bde4f8773a1a8ee6578d2fc19e3c247cd959418f694504a06fca7";
const furniture = "chrome: [1, 2, 43]";

/** The problems after some words of `report.yaml` were replaced. */
function problemsWith(words: string, others: string) {
  return problemsAfter({ [file]: replacing(words, others) });
}

describe("an editor is told where report.yaml is no YAML", () => {
  test("because a bracket is not closed", () => {
    const [problem] = problemsWith("[zh-CN, en]", "[zh-CN, en");
    expect(problem).toMatchObject({ file, line: lineIn(file, "source:"), expected: "YAML" });
    expect(problem?.found).toContain("]");
  });

  test("because a key stands twice", () => {
    const problems = problemsWith("identifier:", 'published: "2024-02-01"\nidentifier:');
    expect(problems).toMatchObject([
      { file, line: lineIn(file, "identifier:"), column: 1, expected: "YAML" },
    ]);
    expect(problems[0]?.found).toContain("unique");
  });

  test("because a line is indented with a tab", () => {
    const [problem] = problemsWith("  subject:", "\tsubject:");
    expect(problem).toMatchObject({ file, line: lineIn(file, "subject:"), expected: "YAML" });
  });

  test("because a value has a colon and no quotes", () => {
    const [problem] = problemsWith("en: Permanent", "en: Permanent: yes");
    expect(problem).toMatchObject({ file, line: lineIn(file, "en: Permanent") });
  });

  test("because a value begins with an asterisk", () => {
    expect(problemsWith("zh-CN: 武冈市\n", "zh-CN: *武冈市*\n")).toEqual([
      {
        file,
        ...placeOf(realFile(file).replace("zh-CN: 武冈市\n", "zh-CN: *武冈市*\n"), "*武冈市*"),
        expected: "quotes around what begins with `*`",
        found: "`*武冈市*`",
      },
    ]);
  });
});

describe("an editor is told where report.yaml does not fit", () => {
  test.each([
    [
      "a fingerprint cut short",
      sha256,
      "330697f9",
      "source.sha256 to be 64 hexadecimal digits",
      '"330697f9"',
    ],
    [
      "a line number that is a word",
      furniture,
      "chrome: [1, two, 43]",
      "source.lines.chrome.1 to be number",
      '"two"',
    ],
    [
      "a line number below 1",
      furniture,
      "chrome: [0, 2, 43]",
      "source.lines.chrome.0 to be 1 or more",
      "0",
    ],
    [
      "half a line",
      furniture,
      "chrome: [1, 2.5, 43]",
      "source.lines.chrome.1 to be a whole number",
      "2.5",
    ],
    [
      "a language that no page is in",
      "[zh-CN, en]",
      "[zh-CN, en, fr]",
      'languages.2 to be ("zh-CN" | "en")',
      '"fr"',
    ],
    [
      "a name left empty",
      "en: Wugang City\n",
      'en: ""\n',
      "bodies.subject.en to be one character or more",
      "0",
    ],
    [
      "a name that YAML takes for a number",
      "en: Wugang City\n",
      "en: 2023\n",
      "bodies.subject.en to be string",
      "2023",
    ],
    [
      "a day written another way",
      '"2024-01-31"',
      "2024年1月31日",
      "published to be a date, as in 2024-01-31",
      '"2024年1月31日"',
    ],
    [
      "a day that no calendar has",
      '"2024-01-31"',
      '"2024-02-30"',
      "published to be a date, as in 2024-01-31",
      '"2024-02-30"',
    ],
    [
      "a telephone without its country",
      "+86-739-5323212",
      "0739-5323212",
      "telephone to be +, digits and hyphens",
      '"0739-5323212"',
    ],
    [
      "an address that is none",
      `sha256: ${sha256}`,
      `sha256: ${sha256}\n  url: sfj`,
      "source.url to be a web address",
      '"sfj"',
    ],
  ])("%s", (_, words, others, expected, found) => {
    const added = others.split("\n").findIndex((line) => line.includes("url:"));
    const line = lineIn(file, words) + Math.max(0, added);
    expect(problemsWith(words, others)).toEqual([{ file, line, expected, found }]);
  });

  test("an unknown key", () => {
    expect(problemsWith("telephone:", "fax: 0739-5323213\ntelephone:")).toEqual([
      {
        file,
        line: lineIn(file, "telephone:"),
        expected: "no other key here",
        found: "`fax`",
      },
    ]);
  });

  test("a key that is missing", () => {
    expect(problemsWith('published: "2024-01-31"\n', "")).toEqual([
      { file, line: lineIn(file, "languages:"), expected: "`published`", found: "no such key" },
    ]);
  });

  test("a name that is missing in one language", () => {
    expect(problemsWith("    en: Wugang City\n", "")).toEqual([
      {
        file,
        line: lineIn(file, "zh-CN: 武冈市\n"),
        expected: "`bodies.subject.en`",
        found: "no such key",
      },
    ]);
  });

  test("a language that is missing among the languages", () => {
    expect(problemsWith("[zh-CN, en]", "[zh-CN]")).toEqual([
      { file, line: lineIn(file, "languages:"), expected: "the language en", found: "zh-CN" },
    ]);
  });

  test("a note on a place that is not in the text", () => {
    expect(problemsWith("written: 中微企业", "written: 中小微企业")).toEqual([
      {
        file,
        line: lineIn(file, "written: 中微企业") - 1,
        expected: "words of p2-m1-s1",
        found: "「中小微企业」",
      },
    ]);
  });
});

describe("an editor is told that the published page is not the one that was checked", () => {
  test("where its fingerprint was changed", () => {
    const other = sha256.replace(/7$/, "8");
    expect(problemsWith(sha256, other)).toEqual([
      {
        file,
        line: lineIn(file, "sha256:"),
        expected: `the SHA-256 of source.txt, ${sha256}`,
        found: other,
      },
    ]);
  });

  test("where the page was changed, were it by one space", () => {
    const edit = replacing("索引号: 43", "索引号:  43");
    const actual = createHash("sha256").update(edit(source)).digest("hex");
    expect(problemsAfter({ "source.txt": edit })).toEqual([
      {
        file,
        line: lineIn(file, "sha256:"),
        expected: `the SHA-256 of source.txt, ${actual}`,
        found: sha256,
      },
    ]);
  });

  test("where page and text were changed alike", () => {
    const edit = replacing("威溪水库", "威西水库");
    const problems = problemsAfter({ "source.txt": edit, "zh-CN.md": edit });
    expect(problems).toMatchObject([{ file, line: lineIn(file, "sha256:"), found: sha256 }]);
  });
});

describe("an editor is told which line of the page report.yaml gets wrong", () => {
  const line = lineIn(file, furniture);

  test.each([
    ["a blank line", 9],
    ["a line of white space", 14],
    ["a line after the last", 48],
    ["a line far away", 4000],
  ])("%s", (_, number) => {
    expect(problemsWith(furniture, `chrome: [1, 2, 43, ${number}]`)).toEqual([
      {
        file,
        line,
        expected: "the number of a line of source.txt that has text",
        found: `${number}`,
      },
    ]);
  });

  test("a blank one among the contact lines, told at its own line", () => {
    expect(problemsWith("contact: [45, 47]", "contact: [45, 46, 47]")).toMatchObject([
      { file, line: lineIn(file, "contact: [45, 47]"), found: "46" },
    ]);
  });

  test("furniture that is not named, for then it is missing in the text", () => {
    expect(problemsWith(furniture, "chrome: [1, 2]")).toMatchObject([
      {
        file: "zh-CN.md",
        expected: "「扫」 (U+626B) (source.txt:43:1)",
        found: "the end of the text",
      },
    ]);
  });

  test("a line of the report named as furniture, for then the text has too much", () => {
    expect(problemsWith(furniture, "chrome: [1, 2, 11, 43]")).toEqual([
      {
        file: "zh-CN.md",
        ...placeOf(realFile("zh-CN.md"), "省委依法治省办:"),
        expected: "「2」 (U+0032) (source.txt:13:1)",
        found: "「省」 (U+7701)",
      },
    ]);
  });
});

describe("a publisher may set the metadata", () => {
  test.each([
    ["with full-width colons", "："],
    ["as a table, without colons", " "],
  ])("%s", (_, colon) => {
    const edit = (page: string) => page.replace(/(文件名称|索引号|有效期):/g, `$1${colon}`);
    expect(edit(source)).not.toBe(source);
    expect(reportAfter(publishing(edit)).metadata).toHaveLength(8);
  });
});

describe("an editor is told where the metadata are not the published ones", () => {
  test("because a value was changed", () => {
    expect(problemsWith("zh-CN: 永久", "zh-CN: 长期")).toEqual([
      {
        file,
        line: lineIn(file, "zh-CN: 永久"),
        expected: "「永」 (U+6C38) (source.txt:8:24)",
        found: "「长」 (U+957F)",
      },
    ]);
  });

  test("because one digit of the index number was changed", () => {
    const number = "zh-CN: 4305000002/2024-04928";
    expect(problemsWith(number, "zh-CN: 4305000002/2024-04923")).toEqual([
      {
        file,
        line: lineIn(file, number),
        expected: "「8」 (U+0038) (source.txt:5:26)",
        found: "「3」 (U+0033)",
      },
    ]);
  });

  test("because a label was changed, at the label's own line", () => {
    expect(problemsWith("zh-CN: 文件名称", "zh-CN: 文档名称")).toEqual([
      {
        file,
        line: lineIn(file, "zh-CN: 文件名称"),
        expected: "「件」 (U+4EF6) (source.txt:4:2)",
        found: "「档」 (U+6863)",
      },
    ]);
  });

  test("because a field was left out", () => {
    const field = realFile(file).match(/ {2}- label: \{ zh-CN: 有效期.*\n.*\n/)?.[0] ?? "";
    expect(problemsWith(field, "")).toEqual([
      {
        file,
        line: lineIn(file, "zh-CN: 文件名称"),
        expected: "「有」 (U+6709) (source.txt:8:19)",
        found: "the end of the text",
      },
    ]);
  });

  test("because the telephone was changed", () => {
    expect(problemsWith("zh-CN: 0739-5323212", "zh-CN: 0739-5323211")).toMatchObject([
      { file, line: lineIn(file, "zh-CN: 0739-5323212"), found: "「1」 (U+0031)" },
    ]);
  });
});
