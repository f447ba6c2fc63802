import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseReportText } from "../../src/content/parse/report-text.ts";
import { replacing } from "../support/broken-copy.ts";

const good = `# 报告 {#title}

## {#intro}

现将情况报告如下:

## 一、第一部分 {#p1}

### 一是甲。 {#p1-m1}

甲句一。甲句二。

甲又一段。

### 二是乙 {#p1-m2}

乙句

## {#date}

2024年1月22日
`;

function replaced(words: string, others: string): string {
  return replacing(words, others)(good);
}

function problemsOf(text: string) {
  return parseReportText("zh-CN.md", text).problems;
}

/** The sentences of a report's only section, by paragraph. */
function paragraphsOf(body: string): string[][] {
  const { value, problems } = parseReportText("z.md", `# 题 {#title}\n\n## {#intro}\n\n${body}\n`);
  expect(problems).toEqual([]);
  return (value?.sections[0]?.paragraphs ?? []).map((each) => each.map(({ text }) => text));
}

describe("a report without mistakes", () => {
  const { value, problems } = parseReportText("zh-CN.md", good);

  test("has its title, sections, measures, paragraphs and sentences, each with its id", () => {
    expect(problems).toEqual([]);
    expect(value?.title).toEqual({ id: "title", text: "报告" });
    expect(value?.sections).toEqual([
      {
        id: "intro",
        title: undefined,
        paragraphs: [[{ id: "intro-s1", text: "现将情况报告如下:" }]],
        measures: [],
      },
      {
        id: "p1",
        title: { id: "p1-t", text: "一、第一部分" },
        paragraphs: [],
        measures: [
          {
            id: "p1-m1",
            title: { id: "p1-m1-t", text: "一是甲。" },
            paragraphs: [
              [
                { id: "p1-m1-s1", text: "甲句一。" },
                { id: "p1-m1-s2", text: "甲句二。" },
              ],
              [{ id: "p1-m1-s3", text: "甲又一段。" }],
            ],
          },
          {
            id: "p1-m2",
            title: { id: "p1-m2-t", text: "二是乙" },
            paragraphs: [[{ id: "p1-m2-s1", text: "乙句" }]],
          },
        ],
      },
      {
        id: "date",
        title: undefined,
        paragraphs: [[{ id: "date-s1", text: "2024年1月22日" }]],
        measures: [],
      },
    ]);
  });

  test("knows where each sentence stands", () => {
    expect(Object.fromEntries(value?.places ?? [])).toEqual({
      title: { line: 1, column: 3 },
      "intro-s1": { line: 5, column: 1 },
      "p1-t": { line: 7, column: 4 },
      "p1-m1-t": { line: 9, column: 5 },
      "p1-m1-s1": { line: 11, column: 1 },
      "p1-m1-s2": { line: 11, column: 5 },
      "p1-m1-s3": { line: 13, column: 1 },
      "p1-m2-t": { line: 15, column: 5 },
      "p1-m2-s1": { line: 17, column: 1 },
      "date-s1": { line: 21, column: 1 },
    });
  });

  test("may have text of a pillar before its first measure", () => {
    const text = replaced("{#p1}\n", "{#p1}\n\n总的说。\n");
    expect(parseReportText("zh-CN.md", text).value?.sections[1]?.paragraphs).toEqual([
      [{ id: "p1-s1", text: "总的说。" }],
    ]);
  });

  test("may be indented with full-width spaces, as manuscripts are", () => {
    const { value, problems } = parseReportText(
      "zh-CN.md",
      replaced("甲句一", "\u3000\u3000甲句一"),
    );
    expect(problems).toEqual([]);
    expect(value?.sections[1]?.measures[0]?.paragraphs[0]?.[0]?.text).toBe("甲句一。");
    expect(value?.places.get("p1-m1-s1")).toEqual({ line: 11, column: 3 });
    expect(value?.places.get("p1-m1-s2")).toEqual({ line: 11, column: 7 });
  });

  test("may have a full-width space on a line that looks empty", () => {
    const { value, problems } = parseReportText(
      "zh-CN.md",
      replaced("\n\n乙句", "\n\n\u3000\n\n乙句"),
    );
    expect(problems).toEqual([]);
    expect(value?.sections[1]?.measures[1]?.paragraphs).toHaveLength(1);
  });

  test("may come with the line ends and the mark that Windows adds", () => {
    const windows = parseReportText("zh-CN.md", `\uFEFF${good.replaceAll("\n", "\r\n")}`);
    expect(windows.problems).toEqual([]);
    expect(windows.value?.title).toEqual(value?.title);
    expect(windows.value?.sections).toEqual(value?.sections);
  });
});

describe("a heading is refused with its line", () => {
  const mistakes: [string, string, number, string, string][] = [
    [
      "without an id",
      replaced(" {#p1}", ""),
      7,
      "a heading that ends with its id, as in `## … {#p1}`",
      "`## 一、第一部分`",
    ],
    [
      "with words after its id",
      replaced("{#p1}", "{#p1} 等"),
      7,
      "a heading that ends with its id, as in `## … {#p1}`",
      "`## 一、第一部分 {#p1} 等`",
    ],
    [
      "with the id of another",
      replaced("## {#date}", "## {#intro}"),
      19,
      "an id that no other heading has",
      "`intro` again",
    ],
    [
      "with an id that no section may have",
      replaced("{#date}", "{#dates}"),
      19,
      "a section id (addressee, intro, shortcomings, outlook, signature, date or p1, p2, …)",
      "`dates`",
    ],
    [
      "of a pillar without a title",
      replaced("## 一、第一部分 {#p1}", "## {#p1}"),
      7,
      "the pillar's title",
      "`## {#p1}`",
    ],
    [
      "of another section with a title",
      replaced("## {#date}", "## 日期 {#date}"),
      19,
      "no words: only pillars have a title",
      "`## 日期 {#date}`",
    ],
    [
      "of a measure that is numbered out of order",
      replaced("{#p1-m2}", "{#p1-m3}"),
      15,
      "a measure `### … {#p1-m2}`",
      "`### 二是乙 {#p1-m3}`",
    ],
    [
      "of a measure that is numbered for another pillar",
      replaced("{#p1-m1}", "{#p2-m1}"),
      9,
      "a measure `### … {#p1-m1}`",
      "`### 一是甲。 {#p2-m1}`",
    ],
    [
      "of a measure without a title",
      replaced("### 二是乙 {#p1-m2}", "### {#p1-m2}"),
      15,
      "a measure `### … {#p1-m2}`",
      "`### {#p1-m2}`",
    ],
    [
      "of a measure under a section that is no pillar",
      replaced("2024年", "### 一是丙。 {#date-m1}\n\n2024年"),
      21,
      "a measure only under a pillar",
      "`### 一是丙。 {#date-m1}`",
    ],
    [
      "of a measure before any section",
      replaced("## {#intro}", "### 一是丙。 {#p1-m9}\n\n## {#intro}"),
      3,
      "a measure only under a pillar",
      "`### 一是丙。 {#p1-m9}`",
    ],
    [
      "of a fourth level",
      replaced("### 二是乙", "#### 二是乙"),
      15,
      "a measure `### … {#p1-m2}`",
      "`#### 二是乙 {#p1-m2}`",
    ],
    [
      "of a second title",
      `${good}\n# 又一个 {#title2}\n`,
      23,
      "one title, `# … {#title}`",
      "`# 又一个 {#title2}`",
    ],
  ];

  test.each(mistakes)("%s", (_, text, line, expected, found) => {
    expect(problemsOf(text)).toContainEqual({ file: "zh-CN.md", line, expected, found });
  });
});

describe("text is refused with its line", () => {
  test("before any heading of a section", () => {
    expect(problemsOf(replaced("## {#intro}", "开场白。\n\n## {#intro}"))).toEqual([
      {
        file: "zh-CN.md",
        line: 3,
        expected: "a section heading before any text",
        found: "`开场白。`",
      },
    ]);
  });

  test("where a paragraph runs over two lines", () => {
    expect(problemsOf(replaced("甲句一。甲句二。", "甲句一。\n甲句二。"))).toEqual([
      {
        file: "zh-CN.md",
        line: 11,
        expected: "each paragraph on one line, with an empty line after it",
        found: "a paragraph of several lines",
      },
    ]);
  });

  test("where a section has none", () => {
    expect(problemsOf(replaced("现将情况报告如下:\n", ""))).toEqual([
      { file: "zh-CN.md", line: 3, expected: "text under `intro`", found: "none" },
    ]);
  });

  test("where a measure has none", () => {
    expect(
      problemsOf(replaced("\n\n乙句", "")).map(({ line, expected }) => [line, expected]),
    ).toEqual([[15, "text under `p1-m2`"]]);
  });

  test("where a pillar has neither text nor measures", () => {
    expect(problemsOf(replaced("## {#date}", "## 二、第二部分 {#p2}\n\n## {#date}"))).toEqual([
      { file: "zh-CN.md", line: 19, expected: "text under `p2`", found: "none" },
    ]);
  });
});

describe("a file is refused as a whole", () => {
  test.each(["", " \n\n"])("where it is empty", (text) => {
    expect(parseReportText("zh-CN.md", text)).toEqual({
      value: undefined,
      problems: [
        {
          file: "zh-CN.md",
          line: 1,
          expected: "a title, `# … {#title}`",
          found: "an empty file",
        },
      ],
    });
  });

  test("where it has no title", () => {
    const { value, problems } = parseReportText("zh-CN.md", replaced("# 报告 {#title}\n", ""));
    expect(value).toBeUndefined();
    expect(problems).toEqual([
      { file: "zh-CN.md", line: 1, expected: "a title, `# … {#title}`", found: "none" },
    ]);
  });

  test("with every mistake in it, in the order of its lines", () => {
    const text = replaced("## {#intro}", "## {#introduction}")
      .replace("{#p1-m2}", "{#p1-m4}")
      .replace("## {#date}", "## 日期 {#date}");
    expect(problemsOf(text).map(({ line }) => line)).toEqual(expect.arrayContaining([3, 15, 19]));
  });
});

describe("a character that Markdown knows stays that character", () => {
  test.each([
    ["asterisks", "*甲*与**乙**"],
    ["underscores", "_甲_与__乙__"],
    ["tags", "<b>甲</b><br>"],
    ["a comment's arrow", "<-- 甲 -->"],
    ["a line that begins like a tag", "<div class=x>"],
    ["character references", "&amp;&copy;&#35;"],
    ["backslashes", "\\*甲\\_乙\\"],
    ["backticks", "`甲`与``乙``"],
    ["a fence", "```"],
    ["a fence of tildes", "~~~"],
    ["links", "[甲](http://example.org)"],
    ["a link's definition", "[甲]: http://example.org"],
    ["addresses in brackets", "<http://example.org>"],
    ["a hyphen like a list's", "- 甲"],
    ["an asterisk like a list's", "* 甲"],
    ["a plus like a list's", "+ 甲"],
    ["a number like a list's", "1. 甲"],
    ["a number in brackets", "1) 甲"],
    ["a quotation's mark", "> 甲"],
    ["a rule", "---"],
    ["a rule of asterisks", "***"],
    ["a table", "| 甲 | 乙 |"],
    ["a hash with no space after it", "#甲"],
    ["seven hashes", "####### 甲"],
  ])("%s", (_, text) => {
    expect(paragraphsOf(text)).toEqual([[text]]);
  });

  test("in a heading as well", () => {
    const { value } = parseReportText("zh-CN.md", replaced("一是甲。", "*一*是<b>`甲`&amp;"));
    expect(value?.sections[1]?.measures[0]?.title.text).toBe("*一*是<b>`甲`&amp;");
  });

  test("after four spaces or a tab, which only indent", () => {
    expect(paragraphsOf("    甲句。")).toEqual([["甲句。"]]);
    expect(paragraphsOf("\t甲句。")).toEqual([["甲句。"]]);
  });

  test("whatever stands in a line", () => {
    const line = fc
      .string({
        unit: fc.constantFrom(..."*_`<>&;[]()#+-=~|\\!.:\"'{}1a甲 。", "&amp;", "<b>", "]("),
      })
      .filter((text) => text.trim() !== "" && !/^\s*#{1,6}(\s|$)/.test(text));
    fc.assert(
      fc.property(line, (text) => {
        const shown = paragraphsOf(text).flat().join("");
        expect(shown.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
      { numRuns: 1000 },
    );
  });
});

test("whatever a file holds, an editor gets problems and never a crash", () => {
  const texts = fc.oneof(
    fc.string({
      unit: fc.constantFrom("#", "## ", "### ", " {#p1}", "{#title}", "\n", "\n\n", "甲", "-"),
    }),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { value, problems } = parseReportText("zh-CN.md", text);
      if (!value) expect(problems.length).toBeGreaterThan(0);
      for (const { line } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      }
    }),
  );
});
