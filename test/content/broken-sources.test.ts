import { describe, expect, test } from "vitest";
import { glossaryEntry, problemsAfter, reportAfter } from "../support/broken-copy.ts";

const file = "glossary.yaml";

/** A valid source, with the changes of a test. */
const published = (changes: Readonly<Record<string, string>> = {}) => {
  const parts: Record<string, string> = {
    basis: "published",
    text: "《优化营商环境条例》",
    address: "https://example.org/law/722.html",
    date: "2020-01-01",
    ...changes,
  };
  const written = Object.entries(parts).filter(([, value]) => value !== "");
  return `{ ${written.map(([key, value]) => `${key}: "${value}"`).join(", ")} }`;
};

const withEntry = (changes: Readonly<Record<string, string>>) => ({
  [file]: (text: string) => text + glossaryEntry(changes),
});

describe("an editor is told of a source that a reader could not look up", () => {
  test.each([
    ["a site", "https://example.org"],
    ["a site's front page", "https://example.org/"],
    ["a site's front page by its file", "http://example.org/index.html"],
    ["what was published on a day", "https://example.org/news/2021/09/19"],
    ["no web page", "ftp://example.org/law/722.html"],
    ["no address", "某报"],
  ])("because its address leads to %s", (_, address) => {
    expect(problemsAfter(withEntry({ source: published({ address }) }))).toMatchObject([
      {
        file,
        expected: expect.stringMatching(
          /source\.address to be the http\(s\) address of the very page/,
        ),
        found: `"${address}"`,
      },
    ]);
  });

  test.each([
    ["a number", "12823486"],
    ["a site and a number", "chinapeace.gov.cn，12823486"],
    ["that it is an article of a site", "13l.net上的文章"],
    ["a site and a date", "pf.rednet.cn，2020年11月12日"],
    ["a site and an id", "163.com，KJECEHF00556DMXY"],
    ["a date in English", "Web page of 10 December 2020"],
  ])("because its text says no more than %s", (_, text) => {
    expect(problemsAfter(withEntry({ source: published({ text }) }))).toMatchObject([
      { file, expected: expect.stringMatching(/source\.text to be words that say what/) },
    ]);
  });

  test("because it has no date", () => {
    expect(problemsAfter(withEntry({ source: published({ date: "" }) }))).toMatchObject([
      { file, expected: expect.stringMatching(/source\.date`$/), found: "no such key" },
    ]);
  });

  test.each(["2021-02-30", "2021-13", "12 May 2021"])("because %s is no date", (date) => {
    expect(problemsAfter(withEntry({ source: published({ date }) }))).toMatchObject([
      { file, expected: expect.stringMatching(/source\.date to be a date/), found: `"${date}"` },
    ]);
  });

  test("because another entry gives the same page another date", () => {
    const entries =
      glossaryEntry({ source: published() }) +
      glossaryEntry({
        id: "tested-too",
        term: "宣传推介",
        source: published({ date: "2021-01-01" }),
        occurrences: "[{ in: p5-m1-s1, written: 宣传推介 }]",
      });
    expect(problemsAfter({ [file]: (text) => text + entries })).toMatchObject([
      {
        file,
        expected: "the date that `tested` gives of the same page, 2020-01-01",
        found: "2021-01-01",
      },
    ]);
  });
});

describe("an editor may cite a source", () => {
  test.each([
    ["by a page that a query names", { address: "https://example.org/?id=7" }],
    ["by a place in a page", { address: "https://example.org/#law" }],
    ["by a page below a day", { address: "https://example.org/2021/09/19/law" }],
    ["of a year", { date: "2021" }],
    ["of a month", { date: "2021-08" }],
    ["by a document's number", { text: "国办发〔2018〕118号" }],
    ["by the name of a newspaper", { text: "South China Morning Post, August 2021" }],
  ])("%s", (_, changes) => {
    expect(reportAfter(withEntry({ source: published(changes) })).slug).toBe("wugang-2023");
  });
});

const plain = (chinese: string, english: string) => `{ zh-CN: "${chinese}", en: "${english}" }`;

describe("an editor is told of an explanation that says itself that none was found", () => {
  test.each([
    ["公开资料中未找到权威解释。", "a"],
    ["报告没有说是谁。查不到出处。", "a"],
    ["这个说法的来源没有查到。", "a"],
    ["甲", "No authoritative public explanation was found."],
    ["甲", "The report does not say. We could not find its source."],
    ["甲", "The editors found no explanation."],
  ])("which the page says as well: %s / %s", (chinese, english) => {
    const changes = { source: "{ basis: none }", plain: plain(chinese, english) };
    expect(problemsAfter(withEntry(changes))).toMatchObject([
      { file, expected: expect.stringMatching(/^no such words in `tested`/) },
    ]);
  });

  test.each(["report", "general"])("which basis `%s` contradicts", (basis) => {
    const changes = { source: `{ basis: ${basis} }`, plain: plain("没有找到权威解释。", "a") };
    expect(problemsAfter(withEntry(changes))).toMatchObject([
      {
        file,
        expected: expect.stringMatching(/^basis `none` in `tested`/),
        found: "「没有找到权威解释。」",
      },
    ]);
  });

  test("which a source contradicts", () => {
    const changes = { source: published(), plain: plain("甲", "Its origin could not be traced.") };
    expect(problemsAfter(withEntry(changes))).toMatchObject([
      { file, expected: expect.stringMatching(/an explanation that rests on its source$/) },
    ]);
  });
});

describe("an editor may say", () => {
  test.each([
    [
      "that the report explains nothing",
      "{ basis: none }",
      "报告没有解释是哪些。",
      "The report does not explain which are meant.",
    ],
    [
      "that another document was not found",
      published(),
      "没有找到这样合称的文件。",
      "No document was found that calls them so.",
    ],
    [
      "where a thing is found",
      "{ basis: report }",
      "在哪里找到，报告没有说明。",
      "The report does not explain where they are found.",
    ],
  ])("%s", (_, source, chinese, english) => {
    const changes = { source, plain: plain(chinese, english) };
    expect(reportAfter(withEntry(changes)).slug).toBe("wugang-2023");
  });
});
