// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { usePageForEachTest } from "../support/dom.ts";
import { openPrinted, printedPage } from "../support/printed-page.ts";

usePageForEachTest();

describe("a figure of the English page", () => {
  /** What the Chinese sentence says where it does not have the same digits. */
  const values: Readonly<Record<string, string>> = {
    ...{
      "10,000": "1万",
      "4,000": "4千",
      "14th Five-Year": "十四五",
      January: "1月",
      "20": "二十",
    },
    ...{ two: "两", three: "三", five: "五", six: "六", ten: "十" },
  };
  beforeEach(() => openPrinted("en/"));

  test("leads, each of them, to the Chinese sentence that says it", () => {
    const chinese = new DOMParser().parseFromString(printedPage(""), "text/html");
    const links = [
      ...document.querySelectorAll<HTMLAnchorElement>('main :is(.s, [data-say]) a[href^="/#"]'),
    ];
    expect(links.length).toBeGreaterThan(80);
    for (const { textContent, hash } of links) {
      const text = textContent ?? "";
      const sentence = chinese.getElementById(hash.slice(1));
      expect(sentence?.className, hash).toBe("s");
      const said = sentence?.textContent?.replaceAll("﹪", "%") ?? "";
      const own = text.replaceAll(",", "").replace(/ per ?cent$/, "%");
      const forms = [own, values[text] ?? values[text.toLowerCase()] ?? own];
      expect(
        forms.some((form) => said.includes(form)),
        `${text} in ${hash}: ${said}`,
      ).toBe(true);
    }
  });
});

test("a term that means two things leads to two entries of the glossary", () => {
  openPrinted("");
  const hrefs = [...document.querySelectorAll("main a")]
    .filter(({ textContent }) => textContent === "三项制度")
    .map((link) => link.getAttribute("href"));
  expect(new Set(hrefs).size).toBe(2);
});

test.each([
  ["figures/", "平均缩减幅度"],
  ["en/figures/", "average cut"],
])(
  "on %s a cut stands among the counts of its part, without a bar, and leads to its sentence",
  (path, name) => {
    openPrinted(path);
    const rows = [...document.querySelectorAll("tr")].filter(({ textContent }) =>
      textContent?.includes(name),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.querySelector("svg")).toBeNull();
    expect([...document.querySelectorAll("#p2-counts tr")].at(-1)).toBe(rows[0]);
    expect(rows[0]?.querySelector("a")?.hash).toBe("#p2-m1-s1");
  },
);
