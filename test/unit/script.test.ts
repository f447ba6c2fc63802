import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPageForm } from "../../src/core/document/display.ts";
import { sectionSentences } from "../../src/core/document/report.ts";
import {
  longestClause,
  longestRun,
  runsOf,
  type SpokenSentence,
  writeScript,
} from "../../src/core/speech/script.ts";
import { readReports } from "../../src/site/read-reports.ts";

const sentence = (text: string, language: "zh-CN" | "en" = "zh-CN"): SpokenSentence => ({
  id: "s",
  text,
  language,
  section: "p1",
});

test("a short sentence is one clause", () => {
  expect(writeScript([sentence("坚持党的领导，依法行政。")]).clauses).toEqual([
    { sentence: 0, from: 0, to: 12, text: "坚持党的领导，依法行政。" },
  ]);
});

test("a long sentence is cut at its marks", () => {
  const part = "深入学习贯彻习近平法治思想和党的二十大精神，";
  const { clauses } = writeScript([sentence(part.repeat(5))]);
  expect(clauses.map(({ text }) => text)).toEqual([part.repeat(2), part.repeat(2), part]);
  expect(clauses.map(({ from, to }) => [from, to])).toEqual([
    [0, 44],
    [44, 88],
    [88, 110],
  ]);
});

/** The clauses of a sentence. */
const cutUp = (text: string, language: "zh-CN" | "en" = "zh-CN") =>
  writeScript([sentence(text, language)]).clauses.map((clause) => clause.text);

test("a sentence is cut where something ends, rather than at a comma that comes later", () => {
  const [first, second, third] = [
    "城市管理领域力争七成的问题用服务解决，两成用管理解决，一成用执法解决；",
    "这是目标，",
    "报告没有说实际做到了多少，也没有说什么时候能够做到这样多。",
  ];
  expect(cutUp(`${first}${second}${third}`)).toEqual([first, `${second}${third}`]);
});

test("a short list is not torn: a comma before it is preferred, however early it comes", () => {
  expect(
    cutUp(
      "全面建设法治政府，法治政府创建、法治文化阵地建设和法治示范村以及法治示范社区的建设等多项重点工作先后在全国各地以及在省、市做经验发言。",
    ),
  ).toEqual([
    "全面建设法治政府，",
    "法治政府创建、法治文化阵地建设和法治示范村以及法治示范社区的建设等多项重点工作先后在全国各地以及在省、市做经验发言。",
  ]);
  const [before, after] = [
    "我市将坚决贯彻落实关于法治政府建设的各项决策部署，",
    "也就是党中央和国务院、省、邵先后在这两年里关于法治政府建设作出的各项决策部署和安排。",
  ];
  expect(cutUp(before + after)).toEqual([before, after]);
});

test("where there is no other place, a list of long members is cut between two of them", () => {
  const [first, second] = [
    "关于加强行政复议案件过错责任追究的措施、关于建立政府和法院联席会议制度以及联动协调机制的意见、",
    "关于规范行政机关负责人出庭应诉的办法、意见",
  ];
  expect(cutUp(first + second)).toEqual([first, second]);
});

test("a comma of ours, at a parenthesis, comes after those of the text", () => {
  const [first, second] = [
    "严格落实公众参与、专家论证、风险评估和集体讨论程序，",
    "全市七十三家党政机关、十八个乡镇（街道）都实现了法律顾问全覆盖并且获评典型",
  ];
  expect(cutUp(first + second)[0]).toBe(first);
});

test("a voice of the device is given whole sentences, but for the longest", () => {
  const part = "深入学习贯彻习近平法治思想和党的二十大精神，";
  const whole = part.repeat(6);
  const runs = runsOf(writeScript([sentence(whole), sentence(part.repeat(8))]));
  expect(runs.map(({ sentence, text }) => [sentence, text])).toEqual([
    [0, whole],
    [1, part.repeat(6)],
    [1, part.repeat(2)],
  ]);
});

test("a stretch without marks is cut all the same, and a word of English is not", () => {
  expect(writeScript([sentence("法".repeat(130))]).clauses.map(({ text }) => text.length)).toEqual([
    60, 60, 10,
  ]);
  const { clauses } = writeScript([sentence("government ".repeat(40).trim(), "en")]);
  for (const { text } of clauses) expect(text.trim()).toMatch(/^(government ?)+$/);
});

test("a sentence of mere marks is not spoken", () => {
  expect(writeScript([sentence("……")]).clauses).toEqual([]);
});

describe("in the report", () => {
  const [report] = readReports("content/reports");
  if (!report) throw new Error("there is no report");
  const sentences = report.sections.flatMap((section) =>
    sectionSentences(section).map(({ id, text }) => ({
      ...sentence(toPageForm(text)),
      id,
      section: section.id,
    })),
  );
  const script = writeScript(sentences, report.lexicon);
  const { clauses } = script;
  const said = (id: string) =>
    clauses
      .filter((clause) => sentences[clause.sentence]?.id === id)
      .map(({ text }) => text)
      .join("");

  test("no clause is too long, and every sentence has its own, in order", () => {
    for (const { text } of clauses) expect(text.length).toBeLessThanOrEqual(60);
    expect([...new Set(clauses.map((clause) => clause.sentence))]).toEqual(
      sentences.map((_, n) => n),
    );
    for (const { text } of clauses) expect(text).not.toMatch(/[\d《》“”%﹪×+]/);
  });

  test("no clause ends within a list", () => {
    for (const { text } of clauses) expect(text).not.toMatch(/、$/);
    const texts = clauses.map(({ text }) => text);
    for (const list of ["在省、市做", "党中央、国务院、省、邵关于"])
      expect(texts.filter((text) => text.includes(list))).toHaveLength(1);
  });

  test.each([
    ["intro-s2", "真抓实干表彰，全国法治政府建设示范市"],
    ["p1-m1-s1", "聚焦重点抓落实，努力实现两个率先"],
    ["p1-m3-s1", "在线学法考法，参法率、参考率"],
    ["p2-m2-s2", "二百五十一件，一件事一次办"],
    ["p3-m1-s1", "拆迁补偿安置办法、武冈市威溪水库"],
    ["p4-m3-s1", "市市场监管，交通、公安"],
    ["p5-m1-s1", "门前十小平台，学习强国等"],
    ["p5-m1-s2", "三长六老、三级五调矛盾纠纷"],
    ["p5-m3-s1", "容错免责工作措施、府院联动协调十条"],
    ["outlook-s1", "执法体制改革，推进乡镇"],
    ["p3-m3-s3", "办复率为百分之百。"],
  ])("what runs together in %s is told apart: %s", (id, expected) => {
    expect(said(id)).toContain(expected);
  });

  test("words are said as they are written, whatever an engine makes of them", () => {
    expect(said("p5-m3-t")).toBe("三是创新行政应诉新举措");
    for (const word of ["一呼即应", "调成率", "三长六老", "接诉", "为依托"])
      expect(clauses.some(({ text }) => text.includes(word))).toBe(true);
  });

  test("runs are whole sentences, or as long as is safe, and say what the clauses say", () => {
    const runs = runsOf(script);
    for (const { text } of runs) expect(text.length).toBeLessThanOrEqual(longestRun["zh-CN"]);
    expect(runs.map(({ text }) => text).join("")).toBe(clauses.map(({ text }) => text).join(""));
    expect(runs.length - sentences.length).toBeLessThan(6);
    expect(runs.length).toBeLessThan(clauses.length);
  });
});

test("whatever is written, clauses keep to the limit and lead back in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.boolean(), (text, isChinese) => {
      const language = isChinese ? "zh-CN" : "en";
      let end = 0;
      for (const clause of writeScript([sentence(text, language)]).clauses) {
        expect(clause.text.length).toBeLessThanOrEqual(longestClause[language]);
        expect(clause.from).toBeGreaterThanOrEqual(end);
        expect(clause.to).toBeGreaterThan(clause.from);
        end = clause.to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
