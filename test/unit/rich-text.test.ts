import { describe, expect, test } from "vitest";
import { finishText } from "../../src/content/finish-text.ts";
import type { Report, Summary, SummaryFigure } from "../../src/core/document/report.ts";
import { betweenSentences, plainText, printFigure } from "../../src/core/document/rich-text.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { createReportWords } from "../../src/site/words.ts";
import { reportAfter } from "../support/broken-copy.ts";

const figure = (
  token: string,
  value: number,
  more: Partial<SummaryFigure> = {},
): SummaryFigure => ({ sentence: "p1-s1", token, value, unit: "项", kind: "count", ...more });

describe("a figure is printed as the language of its sentence writes it", () => {
  const share = { unit: "%", kind: "share" } as const;

  test.each([
    [figure("791", 791), "791", "791"],
    [figure("1万", 10_000), "1万", "10,000"],
    [figure("1.2万", 12_000), "1.2万", "12,000"],
    [figure("1815", 1815), "1815", "1,815"],
    [figure("1,815", 1815), "1,815", "1,815"],
    [figure("4千", 4000), "4千", "4,000"],
    [figure("五", 5), "五", "5"],
    [figure("65%", 65, share), "65%", "65%"],
    [figure("100﹪", 100, share), "100%", "100%"],
    [figure("98.7％", 98.7, share), "98.7%", "98.7%"],
    [figure("2023", 2023, { kind: "date" }), "2023", "2023"],
    [figure("12345", 12_345, { kind: "name" }), "12345", "12345"],
  ])("%o", (own, chinese, english) => {
    expect(printFigure(own, "zh-CN")).toBe(chinese);
    expect(printFigure(own, "en")).toBe(english);
  });

  test("a third language as its own", () => {
    expect(printFigure(figure("1.2万", 12_000), "de")).toBe("12.000");
    expect(printFigure(figure("65%", 65, share), "de")).toBe("65\u00a0%");
  });
});

describe("a sentence that holds figures reads as a whole", () => {
  const figures = [
    figure("1.2万", 12_000),
    figure("1,815", 1815),
    figure("100%", 100, { unit: "%", sentence: "p1-s1" }),
    figure("100%", 100, { unit: "%", sentence: "p2-s1" }),
  ];
  const read = (text: string, from: readonly string[] = ["p1-s1", "p2-s1"]) =>
    finishText({ text, from }, "en", figures);

  test("where a token has a point, a comma or a sign", () => {
    expect(read("{{1.2万, figure}} and {{1815, figure}}, {{100%, figure(of: p2-s1)}}.")).toBe(
      "12,000 and 1,815, 100%.",
    );
  });

  test("where a figure is said in words", () => {
    expect(read("all {{1815, figure(of: p1-s1; as: eighteen hundred)}}")).toBe(
      "all eighteen hundred",
    );
  });

  test("with nothing of a figure that its sentences do not have", () => {
    expect(read("all {{1815, figure}}.", ["p2-s1"])).toBe("all .");
  });
});

const told = (report: Report, language: "zh-CN" | "en") =>
  createReportWords(report, language).summary;

describe("a figure of a summary leads to the sentence that it comes from", () => {
  const [report] = readReports("content/reports");
  if (!report) throw new Error("There is no report.");
  const linksOf = (language: "zh-CN" | "en", at: number) =>
    told(report, language).sentences[at]?.flatMap(({ text, sentence }) =>
      sentence ? [[text, sentence]] : [],
    );

  test("the one that is meant, where two have it", () => {
    expect(linksOf("zh-CN", 1)).toEqual([
      ["1万", "p1-m3-s1"],
      ["100%", "p1-m3-s1"],
    ]);
    expect(linksOf("en", 1)).toEqual([
      ["10,000", "p1-m3-s1"],
      ["100%", "p1-m3-s1"],
    ]);
  });

  test("where it is written in words", () => {
    expect(linksOf("zh-CN", 3)).toContainEqual(["五", "p3-m2-s2"]);
    expect(linksOf("en", 3)).toContainEqual(["five", "p3-m2-s2"]);
  });
});

describe("a language that has no summary", () => {
  test("is told it in the other, under a title of its own, and what that language is called", () => {
    const { language, languageName, name, sentences, gists } = told(
      reportAfter({ "summary.en.yaml": "taken away" }),
      "en",
    );
    expect(language).toBe("zh-CN");
    expect(languageName).toBe("Chinese");
    expect(name).toMatch(/^2023 Work Report/);
    expect(plainText(sentences[0] ?? [])).toMatch(/^这份报告讲武冈市2023年/);
    expect(Object.keys(gists)).toEqual(["p1", "p2", "p3", "p4", "p5"]);
  });

  test("is told it in Chinese as well, the other way round", () => {
    const { language, languageName } = told(
      reportAfter({ "summary.zh-CN.yaml": "taken away" }),
      "zh-CN",
    );
    expect([language, languageName]).toEqual(["en", "英语"]);
  });
});

test("sentences of a language that sets none stand without a space between them", () => {
  expect(["zh-CN", "zh-Hant", "ja", "en", "ug"].map(betweenSentences)).toEqual([
    "",
    "",
    "",
    " ",
    " ",
  ]);
});

test("every sentence of a summary has words of its own", () => {
  const { summaries } = reportAfter({});
  const count = ({ summary, gists }: Summary) =>
    summary.length + Object.values(gists).flat().length;
  expect(Object.values(summaries).map(count)).toEqual([22, 22]);
});
