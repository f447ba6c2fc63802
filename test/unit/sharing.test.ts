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
  /** The directive for the words between « and » in a page's text, decoded. */
  const directive = (marked: string, language = "zh-CN") => {
    const from = marked.indexOf("«");
    const to = marked.indexOf("»") - 1;
    return printTextDirective(marked.replace(/[«»]/g, ""), from, to, language);
  };
  const long = "Then come some others that are long enough to go on and on without an end";
  const cases: readonly [string, string | undefined, string?][] = [
    ["全面推进«法治政府»建设。", "法治政府"],
    ["it is «one-stop, quick & “safe”» here", "one%2Dstop%2C quick %26 “safe”", "en"],
    ["a «100% (all)» b", "100%25 (all)", "en"],
    // Half a word is found by no browser.
    ["They«’re go»ing.", "They’re going", "en"],
    [
      `«First comes this clause. ${long}, and it is the end.»`,
      "First comes this,it is the end.",
      "en",
    ],
    ["第一部分的标题是«这个\n第二段从这里»开始。", "这个,第二段从这里"],
    ["工作报告\n法治政府建设\n推进«法治政府建设»。", "推进-,法治政府建设"],
    ["工作报告\n《法治政府建设》\n«法治政府建设»要推进。", "法治政府建设,-要"],
    // What stands in the blocks around helps as well.
    ["甲\n«建设»\n乙\n甲\n建设\n丙", "建设,-乙"],
    ["甲\n«建设»\n乙\n丙\n建设\n乙", "甲-,建设"],
    // Case, width and marks make no difference to a browser.
    ["THE PLAN\n(«The plan» is new.)", "The plan,-is", "en"],
    ["Ａ计划\n«A计划»二", "A计划,-二"],
    [`${long}, one.\n«${long}, two.»`, "one.-,Then come some,an end%2C two.", "en"],
    // Nothing tells these from the others.
    ["建设\n«建设»\n建设\n建设\n建设", undefined],
    ["有« »空格", undefined],
  ];
  for (const [marked, expected, language] of cases)
    test(`of ${marked} is ${expected}`, () => {
      const found = directive(marked, language)?.slice("text=".length);
      const shown = found?.replace(/(?:%[89A-F].)+/g, decodeURIComponent).replaceAll("%20", " ");
      expect(shown).toBe(expected);
    });

  test("stands after the id, in place of what the address had", () => {
    expect(printPlaceAddress("https://example.gov.cn/en/#p4", "p1-m1-s1", "text=a")).toBe(
      "https://example.gov.cn/en/#p1-m1-s1:~:text=a",
    );
    expect(printPlaceAddress("https://example.gov.cn/", "p1-m1")).toBe(
      "https://example.gov.cn/#p1-m1",
    );
  });

  const pieces = fc.constantFrom(
    "建设",
    "法治",
    "推进",
    "，",
    "。",
    "-",
    "a b",
    "é",
    "E",
    " ",
    "\n",
    "&",
  );
  test("whatever the page, leads to the words and nowhere else on it, and holds nothing that means something else", () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 100 }),
        (all, at, length) => {
          const text = all
            .join("")
            .replace(/\s*\n\s*/g, "\n")
            .replace(/ +/g, " ")
            .trim();
          const from = at % Math.max(1, text.length);
          const words = text.slice(from, from + length).trim();
          const found = printTextDirective(text, from, from + length, "zh-CN");
          if (!found) return;
          const { begin, end, count } = follow(text, found);
          expect(count).toBe(1);
          expect(text.slice(begin, end)).toContain(words);
          // No more than the rest of the words at either end.
          expect(end - begin - words.length).toBeLessThan(6);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** Follows a text directive as the specification tells: how often it matches, and where first. */
function follow(text: string, directive: string) {
  const parts = directive.slice("text=".length).split(",");
  for (const part of parts) expect(part.replace(/^-|-$/g, "")).not.toMatch(/[-&,#\s]/);
  const fold = (part: string) => part.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const plain = (part: string) => fold(decodeURIComponent(part));
  const prefix = parts[0]?.endsWith("-") ? plain(parts.shift()?.slice(0, -1) ?? "") : "";
  const suffix = parts.at(-1)?.startsWith("-") ? plain(parts.pop()?.slice(1) ?? "") : "";
  const [start = "", last = ""] = parts.map(plain);
  const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const shown = fold(text);
  const pattern = new RegExp(
    `(?<=${literal(prefix)}\\s*)${literal(start)}${last && `[^]*?${literal(last)}`}(?=\\s*${literal(suffix)})`,
    "gu",
  );
  let count = 0;
  let [begin, end] = [-1, -1];
  for (let match = pattern.exec(shown); match; match = pattern.exec(shown)) {
    if (count++ === 0) [begin, end] = [match.index, match.index + match[0].length];
    pattern.lastIndex = match.index + 1;
  }
  return { begin, end, count };
}
