import { describe, expect, test } from "vitest";
import { toPageForm, withoutWhiteSpace } from "../../src/core/document/display.ts";
import { allSentences, type Report } from "../../src/core/document/report.ts";
import { composeSource } from "../../src/core/document/source-recipe.ts";
import {
  lineIn,
  placeOf,
  problemsAfter,
  publishing,
  realFile,
  replacing,
  reportAfter,
} from "../support/broken-copy.ts";

const file = "zh-CN.md";
const text = realFile(file);
const source = realFile("source.txt");

/** The location of a character of the published page, in the form that problems use. */
function published(words: string, inside = 0): string {
  const { line, column } = placeOf(source, words);
  return `(source.txt:${line}:${column + inside})`;
}

/** The end of the text. */
const ending = "2024年1月22日";

describe("an editor is told which character departs from the source", () => {
  const title = placeOf(text, "邵阳市武冈市2023年度");
  const middle = placeOf(text, "威溪水库");
  const end = placeOf(text, ending);

  test.each([
    [
      "replaced at the start",
      replacing("# 邵阳市武", "# 绍阳市武"),
      title,
      "「邵」 (U+90B5) (source.txt:3:1)",
      "「绍」 (U+7ECD)",
    ],
    [
      "dropped at the start",
      replacing("# 邵阳市武", "# 阳市武"),
      title,
      "「邵」 (U+90B5) (source.txt:3:1)",
      "「阳」 (U+9633)",
    ],
    [
      "added at the start",
      replacing("# 邵阳市武", "# 湘邵阳市武"),
      title,
      "「邵」 (U+90B5) (source.txt:3:1)",
      "「湘」 (U+6E58)",
    ],
    [
      "replaced in the middle",
      replacing("威溪水库", "威西水库"),
      { ...middle, column: middle.column + 1 },
      `「溪」 (U+6EAA) ${published("威溪水库", 1)}`,
      "「西」 (U+897F)",
    ],
    [
      "dropped in the middle",
      replacing("威溪水库", "威水库"),
      { ...middle, column: middle.column + 1 },
      `「溪」 (U+6EAA) ${published("威溪水库", 1)}`,
      "「水」 (U+6C34)",
    ],
    [
      "added in the middle",
      replacing("威溪水库", "威溪的水库"),
      { ...middle, column: middle.column + 2 },
      `「水」 (U+6C34) ${published("威溪水库", 2)}`,
      "「的」 (U+7684)",
    ],
    [
      "replaced at the end",
      replacing(ending, "2024年1月22曰"),
      { ...end, column: end.column + ending.length - 1 },
      `「日」 (U+65E5) ${published(ending, ending.length - 1)}`,
      "「曰」 (U+66F0)",
    ],
    [
      "dropped at the end",
      replacing(ending, "2024年1月22"),
      { ...end, column: end.column + ending.length - 1 },
      `「日」 (U+65E5) ${published(ending, ending.length - 1)}`,
      "the end of the text",
    ],
    [
      "added at the end",
      replacing(ending, "2024年1月22日。"),
      { ...end, column: end.column + ending.length },
      "the end of the text",
      "「。」 (U+3002)",
    ],
  ])("%s", (_, edit, place, expected, found) => {
    expect(problemsAfter({ [file]: edit })).toEqual([{ file, ...place, expected, found }]);
  });
});

describe("an editor is told of a change that the eye misses", () => {
  test.each([
    ["another kind of comma", "省、邵关于", "省,邵关于", "「、」 (U+3001)", "「,」 (U+002C)"],
    ["an odd percent sign put right", "100﹪", "100%", "「﹪」 (U+FE6A)", "「%」 (U+0025)"],
    [
      "a dash of another length",
      "比如:推进《法治政府建设实施纲要(2021—",
      "比如:推进《法治政府建设实施纲要(2021–",
      "「—」 (U+2014)",
      "「–」 (U+2013)",
    ],
    ["straight quotes", "“721”", '"721"', "「“」 (U+201C)", '「"」 (U+0022)'],
    ["a character of another plane", "威溪水库", "威𠮷水库", "「溪」 (U+6EAA)", "「𠮷」 (U+20BB7)"],
    [
      "an invisible character",
      "威溪水库",
      "威\u200B溪水库",
      "「溪」 (U+6EAA)",
      "「\u200B」 (U+200B)",
    ],
  ])("%s", (_, words, others, expected, found) => {
    const [problem, ...more] = problemsAfter({ [file]: replacing(words, others) });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file, line: lineIn(file, words), found });
    expect(problem?.expected).toContain(expected);
  });

  test("a comma made full width", () => {
    const [problem] = problemsAfter({ [file]: replacing("解决,20%问题", "解决，20%问题") });
    expect(problem).toEqual({
      file,
      line: lineIn(file, "解决,20%问题"),
      column: placeOf(text, "解决,20%问题").column + 2,
      expected: `「,」 (U+002C) ${published("解决,20%问题", 2)}`,
      found: "「，」 (U+FF0C)",
    });
  });

  test("a full stop set where the source has none", () => {
    expect(
      problemsAfter({ [file]: replacing("### 二是强化规划落实", "### 二是强化规划落实。") }),
    ).toEqual([
      {
        file,
        line: lineIn(file, "### 二是强化规划落实"),
        column: "### 二是强化规划落实。".length,
        expected: `「全」 (U+5168) ${published("二是强化规划落实全", 8)}`,
        found: "「。」 (U+3002)",
      },
    ]);
  });
});

describe("an editor is told where a whole stretch departs", () => {
  test("because a paragraph was left out", () => {
    const paragraph = "## {#signature}\n\n中共邵阳市委全面依法治市委员会办公室\n\n";
    expect(problemsAfter({ [file]: replacing(paragraph, "") })).toEqual([
      {
        file,
        line: lineIn(file, ending) - 4,
        column: 1,
        expected: "「中」 (U+4E2D) (source.txt:39:1)",
        found: "「2」 (U+0032)",
      },
    ]);
  });

  test("because the titles of two measures changed places", () => {
    const swap = (each: string) =>
      each
        .replace("二是畅通行政复议主渠道 {#p5-m2}", "三是创新行政应诉新举措 {#p5-m2}")
        .replace("三是创新行政应诉新举措 {#p5-m3}", "二是畅通行政复议主渠道 {#p5-m3}");
    expect(problemsAfter({ [file]: swap })).toEqual([
      {
        file,
        ...placeOf(text, "二是畅通行政复议主渠道"),
        expected: `「二」 (U+4E8C) ${published("二是畅通行政复议主渠道")}`,
        found: "「三」 (U+4E09)",
      },
    ]);
  });
});

describe("an editor may set white space freely", () => {
  test("inside a sentence, at its ends and between paragraphs", () => {
    const report = reportAfter({
      [file]: (each) =>
        each
          .replace("威溪水库", "威溪 水库")
          .replace("2023年,武冈市", "\u3000\u30002023年,武冈市")
          .replaceAll("\n\n", "\n\n\n"),
    });
    expect(report.sections).toHaveLength(11);
  });
});

describe("an editor is told of Markdown that does not hold a report", () => {
  test("a heading without an id", () => {
    expect(problemsAfter({ [file]: replacing(" {#p3-m2}", "") })).toContainEqual({
      file,
      line: lineIn(file, "{#p3-m2}"),
      expected: "a heading that ends with its id, as in `## … {#p1}`",
      found: "`### 二是“轨道上”决策保证依法依规。`",
    });
  });

  test("an id that stands twice", () => {
    expect(problemsAfter({ [file]: replacing("{#outlook}", "{#shortcomings}") })).toEqual([
      {
        file,
        line: lineIn(file, "{#outlook}"),
        expected: "an id that no other heading has",
        found: "`shortcomings` again",
      },
    ]);
  });

  test("a paragraph broken over two lines", () => {
    expect(problemsAfter({ [file]: replacing("三长六老”", "\n三长六老”") })).toContainEqual({
      file,
      line: lineIn(file, "三长六老”"),
      expected: "each paragraph on one line, with an empty line after it",
      found: "a paragraph of several lines",
    });
  });

  test("an empty file", () => {
    expect(problemsAfter({ [file]: () => "" })).toEqual([
      { file, line: 1, expected: "a title, `# … {#title}`", found: "an empty file" },
    ]);
  });

  test("an asterisk for emphasis, which would be a character of the report", () => {
    expect(problemsAfter({ [file]: replacing("力争70%", "**力争**70%") })).toEqual([
      {
        file,
        ...placeOf(text, "力争70%"),
        expected: `「力」 (U+529B) ${published("力争70%")}`,
        found: "「*」 (U+002A)",
      },
    ]);
  });
});

describe("a publisher may set marks of half and of full width", () => {
  /**
   * Replaces marks in both the published page and the text, as if the publisher had set them so.
   */
  const publishedWith = (edit: (each: string) => string) => ({
    ...publishing(edit),
    [file]: edit,
  });

  /** The result of the reader's own proof, run on the page as shown. */
  const proved = (report: Report) =>
    composeSource(
      report.recipe,
      new Map(
        allSentences(report).map(({ id, text }) => [id, withoutWhiteSpace(toPageForm(text))]),
      ),
    );

  test.each([
    ["in one sentence", "归并各类热线平台,", "归并各类热线平台，"],
    ["in different sentences", "二是强化规划落实", "二是强化规划落实："],
    ["in one pair of brackets", "18个乡镇(街道)", "18个乡镇(街道）"],
  ])("both %s, and readers get the page's own back", (_, words, others) => {
    const edit = replacing(words, others);
    expect(proved(reportAfter(publishedWith(edit)))).toBe(edit(source));
  });

  test("the full-width ones everywhere, and readers get these back", () => {
    const full: Record<string, string> = { ",": "，", ":": "：", "(": "（", ")": "）" };
    const widen = (each: string) => each.replace(/[,:()]/g, (mark) => full[mark] as string);
    const edit = (each: string) =>
      each
        .split("\n")
        .map((line) =>
          /^(文件名称|索引号|公开目录|发文日期|生效日期|主办单位|联系电话)/.test(line)
            ? line
            : widen(line),
        )
        .join("\n");
    const report = reportAfter(publishedWith(edit));
    expect(report.title.text).toBe("邵阳市武冈市2023年度法治政府建设工作报告（综合示范）");
    expect(proved(report)).toBe(edit(source));
  });
});
