import { describe, expect, test } from "vitest";
import { pauseAfterClause, pauseAfterSentence } from "../../src/site/narrate/pauses.ts";

const sentence = (id: string, section = "p1") => ({
  id,
  text: "法治。",
  language: "zh-CN",
  section,
});

describe("a listener hears by the length of a pause", () => {
  const [first, next] = [sentence("p1-m2-s1"), sentence("p1-m2-s2")];
  const measure = sentence("p1-m3-t");
  const section = sentence("p2-t", "p2");

  test("whether a sentence, a measure or a section has ended", () => {
    const pauses = [next, measure, section].map((each) => pauseAfterSentence(first, each));
    expect(pauses).toEqual([0.31, 0.61, 1]);
    expect(pauseAfterSentence(first)).toBe(0.31);
  });

  test("that a heading has ended, and one sentence of the summary", () => {
    expect(pauseAfterSentence(sentence("p1-t"), sentence("p1-m1-t"))).toBe(0.61);
    expect(pauseAfterSentence(sentence("p1-m1-t"), sentence("p1-m1-s1"))).toBe(0.31);
    expect(pauseAfterSentence(sentence("summary-s1"), sentence("summary-s2"))).toBe(0.31);
  });

  test("that a clause has ended, at a comma less", () => {
    const clause = pauseAfterClause("推进公正执法；");
    expect(pauseAfterClause("推进公正执法，")).toBeLessThan(clause);
    expect(pauseAfterClause("法律、")).toBe(pauseAfterClause("推进公正执法，"));
    expect(pauseAfterClause("They administer by the law: ")).toBe(clause);
    expect(pauseAfterClause("a change of")).toBe(pauseAfterClause("推进公正执法，"));
    expect(clause).toBeLessThan(pauseAfterSentence(first, next));
  });
});
