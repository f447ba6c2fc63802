import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyLexicon } from "../../src/core/speech/lexicon.ts";
import { toSpoken } from "../../src/core/speech/spoken.ts";
import { longestClause, splitIntoClauses } from "../../src/site/narrate/clauses.ts";

const sentence = (text: string, language: "zh-CN" | "en" = "zh-CN") => ({
  id: "p1-m1-s1",
  text,
  language,
  section: "p1",
});
const split = (text: string, longest?: number, language: "zh-CN" | "en" = "zh-CN") =>
  splitIntoClauses(sentence(text, language), emptyLexicon, longest).map((clause) => clause.text);
const spokenForm = (text: string, language: string) =>
  toSpoken(text, language)
    .map(({ spoken }) => spoken)
    .join("");

describe("a sentence is spoken", () => {
  test("whole where it is short enough, whatever its marks", () => {
    const short = "坚持依法行政，认真执行法律、法规和规章；推进公正执法：不断提高。";
    expect(split(short)).toEqual([short]);
    expect(longestClause).toEqual({ "zh-CN": 54, en: 200 });
    expect(split(`${"法".repeat(26)}，${"法".repeat(26)}。`)).toHaveLength(1);
    expect(split(`${"法".repeat(27)}，${"法".repeat(26)}。`)).toHaveLength(2);
    const english = (count: number) => `${"a".repeat(100)}, ${"b".repeat(count)}.`;
    expect(split(english(97), undefined, "en")).toHaveLength(1);
    expect(split(english(98), undefined, "en")).toHaveLength(2);
  });

  test("in clauses that are not very short, where it is long", () => {
    const long = "坚持依法行政，完善制度，推进公正执法，提高办案质量，加强监督，不断改进服务，是。";
    const clauses = split(long, 16);
    expect(clauses.length).toBeGreaterThan(2);
    for (const clause of clauses) {
      expect(clause.length).toBeLessThanOrEqual(16);
      expect(clause.length).toBeGreaterThanOrEqual(4);
    }
  });

  test("cut at a semicolon rather than at a comma", () => {
    expect(split("坚持依法行政，完善各项制度；推进公正执法，提高办案质量。", 20)).toEqual([
      "坚持依法行政，完善各项制度；",
      "推进公正执法，提高办案质量。",
    ]);
    expect(split("完善各项制度；推进公正执法，提高办案质量，加强监督，改进服务。", 24)[0]).toBe(
      "完善各项制度；",
    );
  });

  test("never cut between two or three short things while there is another place", () => {
    const text =
      "认真执行法律、法规和规章，听取意见建议，严格规范公正文明执法，推动镇、村、组三级依法行政。";
    for (const longest of [16, 20, 25, 30, 40]) {
      for (const clause of split(text, longest)) expect(clause).not.toMatch(/、$/);
    }
  });

  test("cut in a list where nothing else is left", () => {
    const clauses = split("教育、卫生、交通、水利、农业、民政、司法、财政、审计、统计。", 12);
    expect(clauses.length).toBeGreaterThan(1);
    for (const clause of clauses) expect(clause.length).toBeLessThanOrEqual(12);
  });

  test("and nothing of marks alone", () => {
    expect(split("……")).toEqual([]);
    expect(split("☃。")).toEqual([]);
    expect(split("")).toEqual([]);
  });
});

const words = fc.stringMatching(/^[法治政府建设ab1]{1,12}$/);
const mark = fc.constantFrom("，", "、", "；", "：", "。", ", ", ". ", "……");
const texts = fc
  .tuple(
    fc.constantFrom("", "“", "……"),
    fc.array(fc.tuple(words, mark), { minLength: 1, maxLength: 25 }),
  )
  .map((parts) => parts.flat(2).join(""));
const languages = fc.constantFrom("zh-CN" as const, "en" as const);

describe("however a sentence is written and cut,", () => {
  test("its clauses are all that is said of it, and their places are all of it", () => {
    fc.assert(
      fc.property(texts, languages, fc.integer({ min: 5, max: 80 }), (text, language, longest) => {
        const clauses = splitIntoClauses(sentence(text, language), emptyLexicon, longest);
        expect(clauses.map((clause) => clause.text).join("")).toBe(spokenForm(text, language));
        let end = 0;
        for (const { from, to } of clauses) {
          expect(from).toBe(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBe(text.length);
      }),
    );
  });

  test("no clause is too long that has a mark to be cut at", () => {
    fc.assert(
      fc.property(texts, languages, fc.integer({ min: 5, max: 80 }), (text, language, longest) => {
        for (const clause of splitIntoClauses(sentence(text, language), emptyLexicon, longest)) {
          // A mark at its end, or its beginning, takes no time.
          const said = clause.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
          const hasMark = /[，、；：。,.]/u.test(said);
          expect(said.length <= longest || !hasMark).toBe(true);
        }
      }),
    );
  });
});
