import { describe, expect, test } from "vitest";
import {
  isPillarId,
  isSectionId,
  measureId,
  sectionIdForms,
  sentenceId,
  titleId,
} from "../../src/core/document/ids.ts";

describe("an editor may name a section", () => {
  const named = ["addressee", "intro", "shortcomings", "outlook", "signature", "date"];

  test.each(named)("%s, which is no pillar", (id) => {
    expect(isSectionId(id)).toBe(true);
    expect(isPillarId(id)).toBe(false);
  });

  test.each(["p1", "p5", "p10", "p123"])("%s, which is a pillar", (id) => {
    expect(isSectionId(id)).toBe(true);
    expect(isPillarId(id)).toBe(true);
  });

  test.each(["", "p", "p0", "p01", "P1", "p1 ", "p-1", "p1-m1", "xp1", "Intro", "title", "end"])(
    "but not 「%s」",
    (id) => {
      expect(isSectionId(id)).toBe(false);
      expect(isPillarId(id)).toBe(false);
    },
  );

  test("and is told each form that a name may have", () => {
    for (const id of [...named, "p1"]) expect(sectionIdForms).toContain(id);
  });
});

describe("an address in the report says what it leads to", () => {
  test("a pillar's measure, a sentence, a title", () => {
    expect(measureId("p2", 3)).toBe("p2-m3");
    expect(sentenceId("p2-m3", 1)).toBe("p2-m3-s1");
    expect(sentenceId("intro", 12)).toBe("intro-s12");
    expect(titleId("p2")).toBe("p2-t");
    expect(titleId("p2-m3")).toBe("p2-m3-t");
  });

  test("and no two places share one", () => {
    const numbers = [1, 2, 10, 11, 12, 21];
    const pillars = numbers.map((n) => `p${n}`);
    const parts = pillars.flatMap((p) => [p, ...numbers.map((n) => measureId(p, n))]);
    const ids = parts.flatMap((part) => [
      part,
      titleId(part),
      ...numbers.map((n) => sentenceId(part, n)),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
