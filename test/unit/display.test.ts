import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chineseRuns,
  toPageForm,
  toSourceForm,
  withoutWhiteSpace,
} from "../../src/core/document/display.ts";
import { sectionSentences } from "../../src/core/document/report.ts";
import { readReports } from "../../src/site/read-reports.ts";

const sentences = readReports("content/reports").flatMap((report) => [
  report.title,
  ...report.sections.flatMap(sectionSentences),
]);

describe("a reader sees full-width marks in Chinese text", () => {
  test.each([
    ["a comma between characters", "坚持依法行政,服务群众", "坚持依法行政，服务群众"],
    ["a comma after a hotline's number", "拨打12345,全域接诉", "拨打12345，全域接诉"],
    [
      "a comma after a quoted name with a letter",
      "建立“1+N”大数据平台,整合系统",
      "建立“1+N”大数据平台，整合系统",
    ],
    ["a comma after a percentage", "满意度达98%,居全省前列", "满意度达98%，居全省前列"],
    ["a comma before a number", "归并热线,12345实现", "归并热线，12345实现"],
    ["a comma at the end of a line", "省市,", "省市，"],
    ["a colon", "省委依法治省办:", "省委依法治省办："],
    ["a semicolon", "一是放管结合;二是优化服务", "一是放管结合；二是优化服务"],
    ["question and exclamation marks", "办了吗?办了!", "办了吗？办了！"],
  ])("%s", (_, source, shown) => {
    expect(toPageForm(source)).toBe(shown);
  });
});

describe("a reader sees half-width marks", () => {
  test.each([
    ["in a number with thousands", "共1,815名调解员"],
    ["in a time of day", "每天10:30开门"],
    ["between Latin letters", "使用A:B格式"],
    ["where they never stand for full-width ones", "占98.5%-99%的“1+N”"],
  ])("%s", (_, source) => {
    expect(toPageForm(source)).toBe(source);
  });

  test("in a text without a Chinese character", () => {
    for (const source of [
      "Wugang, Shaoyang: (2023); really? Yes!",
      "12345,",
      "4305000002/2024-04928",
      "(a) b)",
    ])
      expect(toPageForm(source)).toBe(source);
  });
});

describe("a pair of parentheses is judged as one", () => {
  test.each([
    ["full width around characters", "18个乡镇(街道)", "18个乡镇（街道）"],
    ["full width around years, in Chinese text", "纲要(2021—2025年)", "纲要（2021—2025年）"],
    ["full width around letters right after a character", "世贸组织(WTO)", "世贸组织（WTO）"],
    ["full width around letters right before a character", "(WTO)规则", "（WTO）规则"],
    ["half width where no character is inside or beside", "参见 (WTO) rules", "参见 (WTO) rules"],
    ["each of two that are nested", "甲(乙(丙)丁)", "甲（乙（丙）丁）"],
    ["half width inside, full width outside", "甲( f(x) )", "甲（ f(x) ）"],
  ])("%s", (_, source, shown) => {
    expect(toPageForm(source)).toBe(shown);
  });

  test("and one that was left open or never opened is full width", () => {
    expect(toPageForm("甲(乙")).toBe("甲（乙");
    expect(toPageForm("甲)乙")).toBe("甲）乙");
    expect(toPageForm("甲((乙)")).toBe("甲（（乙）");
  });
});

describe("what is shown can be turned back", () => {
  const marks = [..."，：；？！（）"];
  const mixed = fc.string({ unit: fc.constantFrom(..."武冈市aZ19,:;?!() 。、“”%𠮷") });
  const any = fc.string({ unit: "binary" });

  test("for each sentence of each real report", () => {
    expect(sentences.length).toBeGreaterThan(50);
    for (const { text } of sentences) expect(toSourceForm(toPageForm(text))).toBe(text);
  });

  test("for any text without full-width marks", () => {
    fc.assert(
      fc.property(fc.oneof(mixed, any), (text) => {
        fc.pre(!marks.some((mark) => text.includes(mark)));
        expect(toSourceForm(toPageForm(text))).toBe(text);
      }),
    );
  });

  test("because one unit stands for one, and nothing but marks is touched", () => {
    const pairs = new Map([..."，：；？！（）"].map((full, at) => [full, ",:;?!()"[at]]));
    fc.assert(
      fc.property(fc.oneof(mixed, any), (text) => {
        const shown = toPageForm(text);
        expect(shown).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) {
          if (shown[at] !== text[at]) expect(pairs.get(shown[at] as string)).toBe(text[at]);
        }
      }),
    );
  });

  test("and the marks themselves come back one by one", () => {
    expect(toSourceForm("甲，乙：丙；丁？戊！（己）")).toBe("甲,乙:丙;丁?戊!(己)");
  });
});

test.each([
  [
    "the *List* (《甲(2021)》, as printed) and, then: the *B* (《乙》)",
    ["《甲（2021）》", "《乙》"],
  ],
  ["the *Notice* (《关于《丙》的通知》)", ["《关于《丙》的通知》"]],
  ["heads and elders (三长、六老) of 2023", ["三长、六老"]],
])("in an English text what is Chinese is found: %s", (text, shown) => {
  expect(chineseRuns(text).map((run) => run.shown)).toEqual(shown);
});

test("the real report shows no half-width comma, colon or bracket beside a Chinese character", () => {
  for (const { text } of sentences)
    expect(toPageForm(text)).not.toMatch(/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u);
});

test("a text is compared without spaces, full-width spaces and line ends", () => {
  expect(withoutWhiteSpace(" 武 冈\u3000市\r\n2023\t年\u00a0")).toBe("武冈市2023年");
});
