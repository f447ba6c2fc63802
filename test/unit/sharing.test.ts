import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printCitation, printQuotation, readWork } from "../../src/core/share/citation.ts";
import { printPlaceAddress, printTextDirective } from "../../src/core/share/text-fragment.ts";

const structuredData = (changes: object = {}) =>
  JSON.stringify({
    "@type": "Report",
    name: "邵阳市武冈市2023年度法治政府建设工作报告（综合示范）",
    datePublished: "2024-01-31",
    author: { name: "中共邵阳市委全面依法治市委员会办公室" },
    publisher: { name: "邵阳市司法局" },
    ...changes,
  });
const address = "https://example.gov.cn/#p1-m1-s1";

describe("a citation", () => {
  const work = readWork(structuredData(), address);
  if (!work) throw new Error("a work");

  test("follows GB/T 7714 for a report on line", () => {
    expect(printCitation(work, "gbt7714", "2026-11-05")).toBe(
      "中共邵阳市委全面依法治市委员会办公室. 邵阳市武冈市2023年度法治政府建设工作报告（综合示范）[R/OL]. " +
        "(2024-01-31)[2026-11-05]. https://example.gov.cn/#p1-m1-s1",
    );
  });

  test("reads as plain English", () => {
    const english = {
      ...work,
      author: "The Office",
      title: "Work Report",
      publisher: "The Bureau",
    };
    expect(printCitation(english, "english", "2026-11-05")).toBe(
      "The Office. “Work Report.” The Bureau, 31 January 2024. Accessed 5 November 2026. https://example.gov.cn/#p1-m1-s1",
    );
    expect(printCitation({ ...english, title: "Why?" }, "english", "2026-11-05")).toContain(
      "“Why?”",
    );
  });

  test("stands below the words that are quoted", () => {
    expect(printQuotation(" 应诉率达100%。 ", "出处")).toBe("“应诉率达100%。”\n出处");
  });

  test("is not made up where the page does not say what it is", () => {
    for (const data of [
      "",
      "{",
      "null",
      "[]",
      "3",
      structuredData({ author: "x" }),
      structuredData({ name: 3 }),
      structuredData({ datePublished: "" }),
    ])
      expect(readWork(data, address)).toBeUndefined();
  });
});

describe("a text fragment", () => {
  const cases: readonly [string, string, boolean?][] = [
    ["法治政府", "text=%E6%B3%95%E6%B2%BB%E6%94%BF%E5%BA%9C"],
    ["one-stop, quick & “safe”", "text=one%2Dstop%2C%20quick%20%26%20%E2%80%9Csafe%E2%80%9D"],
    ["a–b—c", "text=a%E2%80%93b%E2%80%94c"],
    ["100% (all)", "text=100%25%20(all)"],
    ["-prefix,suffix-", "text=%2Dprefix%2Csuffix%2D"],
    [
      "First comes this clause, then come some others that are long, and in the end there is one more.",
      "text=First%20comes,is%20one%20more.",
    ],
    ["一二三四五六。七八九十。", `text=${encodeURIComponent("一二三四五六。七八九十。")}`],
    [
      "首先是这一句话，有十二个字。中间的内容。最后是这一句话，也有十二个字。",
      `text=${encodeURIComponent("首先是这一句话，有十二个字。")},${encodeURIComponent("最后是这一句话，也有十二个字。")}`,
      true,
    ],
    ["短的", `text=${encodeURIComponent("短的")}`, true],
  ];
  for (const [words, directive, isOverBlocks] of cases)
    test(`of ${words} is ${decodeURIComponent(directive)}`, () => {
      expect(printTextDirective(words, isOverBlocks)).toBe(directive);
    });

  test("stands after the id, in place of what the address had", () => {
    expect(printPlaceAddress("https://example.gov.cn/en/#p4", "p1-m1-s1", "text=a")).toBe(
      "https://example.gov.cn/en/#p1-m1-s1:~:text=a",
    );
    expect(printPlaceAddress("https://example.gov.cn/", "p1-m1")).toBe(
      "https://example.gov.cn/#p1-m1",
    );
  });

  test("whatever the words, begins and ends as they do, and holds nothing that means something else", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
        fc.boolean(),
        (words, over) => {
          const text = words.trim();
          const parts = printTextDirective(words, over).slice("text=".length).split(",");
          expect(parts.length).toBeLessThanOrEqual(2);
          for (const part of parts) expect(part).not.toMatch(/[-&,#\s]/);
          const [start = "", end = ""] = parts.map(decodeURIComponent);
          expect(text.startsWith(start)).toBe(true);
          expect(text.endsWith(end || start)).toBe(true);
        },
      ),
    );
  });
});
