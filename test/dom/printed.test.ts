// @vitest-environment jsdom
import { beforeEach, describe, expect, inject, test } from "vitest";
import { find, usePageForEachTest } from "../support/dom.ts";
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
    expect(rows[0]?.nextElementSibling?.querySelector("svg") ?? null).toBeNull();
    expect([...document.querySelectorAll("#p2-counts tr")].at(-1)).toBe(rows[0]);
    expect(rows[0]?.querySelector("a")?.hash).toBe("#p2-m1-s1");
  },
);

test.each(["figures/", "en/figures/"])(
  "on %s a share is drawn on the line of the whole, hatched where its total is not given",
  (path) => {
    openPrinted(path);
    const rows = [...document.querySelectorAll("#shares tbody tr:not(.bar-row)")];
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const bar = row.nextElementSibling?.querySelector("svg");
      const percent = /[\d.]+/.exec(row.querySelector("td a")?.textContent ?? "")?.[0];
      const fill = bar?.querySelector("rect:not(.end)");
      expect(bar?.querySelector("path"), row.textContent ?? "").not.toBeNull();
      expect(fill?.getAttribute("width")).toBe(`${percent}%`);
      expect(fill?.getAttribute("class")).toBe(row.querySelector("small") ? "hatched" : "solid");
    }
  },
);

describe("where a site has recordings", () => {
  const open = (path: string) =>
    new DOMParser().parseFromString(inject("recordedPages")[path] ?? "", "text/html");
  const unchecked = "合成语音：Tones-1M 2.1，声音 zm_tone；还没有请以普通话为母语的人逐句听过。";

  test("a report's page has the sentence that its player shows; where nothing is known it has none, not even an empty one", () => {
    expect(open("").getElementById("lexicon")?.dataset).toMatchObject({
      audio: "/narration/wugang-2023/zh-CN.0a1b2c3d.mp3",
      narrator: unchecked,
    });
    const english = open("en/").getElementById("lexicon")?.dataset;
    expect(english?.audio).toBe("/narration/wugang-2023/en.0a1b2c3d.mp3");
    expect(english).not.toHaveProperty("narrator");
  });

  test.each([
    [
      "about/",
      "普通话录音，16 分钟",
      "合成语音：Tones-1M 2.1，Example Labs 制作，Apache-2.0 许可，声音 zm_tone；还没有请以普通话为母语的人逐句听过。",
    ],
    [
      "en/about/",
      "Mandarin, 16 min",
      "Synthetic voice: Tones-1M 2.1 by Example Labs (Apache-2.0), voice zm_tone. No native speaker of Mandarin has checked every sentence yet.",
    ],
  ])("%s tells of each that is known who speaks, right after how to listen", (path, name, told) => {
    const page = open(path);
    const rows = [...page.querySelectorAll("#narration dl > div")].map((row) =>
      ["dt", "dd"].map((part) => row.querySelector(part)?.textContent),
    );
    expect(rows).toEqual([[name, told]]);
    const headings = [...page.querySelectorAll("main h2")].map(({ textContent }) => textContent);
    const at = headings.indexOf(page.getElementById("listening")?.textContent ?? "");
    expect(headings[at + 1]).toBe(page.querySelector("#narration h2")?.textContent);
    const listed = [...page.querySelectorAll("#contents-panel a")].map(
      ({ textContent }) => textContent,
    );
    expect(listed).toEqual(headings);
  });
});

test.each(["about/", "en/about/"])("%s says nothing of recordings where there are none", (path) => {
  openPrinted(path);
  expect(document.getElementById("narration")).toBeNull();
  expect(document.querySelector("#contents-panel a[href='#narration']")).toBeNull();
  expect(document.querySelectorAll("main h2").length).toBeGreaterThan(10);
  openPrinted(path.replace("about/", ""));
  expect(find("#lexicon").dataset).not.toHaveProperty("narrator");
});
