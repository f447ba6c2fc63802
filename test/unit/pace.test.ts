import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readingMinutes } from "../../src/core/document/pace.ts";
import { languages } from "../../src/core/document/report.ts";

describe("a text takes", () => {
  test("a minute for three hundred Chinese characters", () => {
    expect(readingMinutes("法".repeat(300), "zh-CN")).toBe(1);
    expect(readingMinutes("法".repeat(450), "zh-CN")).toBe(1.5);
  });

  test("a minute for two hundred English words, however long they are and whatever stands between them", () => {
    expect(readingMinutes("law ".repeat(200), "en")).toBe(1);
    expect(readingMinutes(`  ${"government\n\t".repeat(100)}`, "en")).toBe(0.5);
  });

  test.each(languages)("no time where there is none, in %s", (language) => {
    expect(readingMinutes("", language)).toBe(0);
  });
});

test("what is read in two goes takes as long as both", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.stringMatching(/^[a-z法治 ]{0,40}$/),
      fc.stringMatching(/^[a-z法治 ]{0,40}$/),
      (language, first, second) => {
        const together = readingMinutes(`${first} ${second}`, language);
        const between = language === "en" ? 0 : readingMinutes(" ", language);
        const apart = readingMinutes(first, language) + readingMinutes(second, language) + between;
        expect(together).toBeCloseTo(apart, 9);
      },
    ),
  );
});
