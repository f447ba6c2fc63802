import fc from "fast-check";
import { expect, test } from "vitest";
import { loadReports } from "../../src/build/load.ts";
import { toPageForm } from "../../src/core/report/display.ts";
import { sectionSentences } from "../../src/core/report/report.ts";
import { longestClause, type SpokenSentence, writeScript } from "../../src/core/speech/script.ts";

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

test("no clause of the report is too long, and every sentence has its own, in order", () => {
  const [report] = loadReports("content/reports");
  const sentences = (report?.sections ?? []).flatMap((section) =>
    sectionSentences(section).map(({ id, text }) => ({
      ...sentence(toPageForm(text)),
      id,
      section: section.id,
    })),
  );
  const { clauses } = writeScript(sentences, report?.lexicon);
  for (const { text } of clauses) expect(text.length).toBeLessThanOrEqual(60);
  expect([...new Set(clauses.map((clause) => clause.sentence))]).toEqual(
    sentences.map((_, n) => n),
  );
  for (const { text } of clauses) expect(text).not.toMatch(/[\d《》“”%﹪×+]/);
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
