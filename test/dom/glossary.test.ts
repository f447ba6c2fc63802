// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { attachGlossaryFilter } from "../../src/client/understanding/attach-glossary-filter.ts";
import { pinyinInitials } from "../../src/core/search/pinyin-initials.ts";
import { find, pageSignal, usePageForEachTest } from "../support/dom.ts";
import { openPrinted, type } from "../support/printed-page.ts";

usePageForEachTest();

const shown = () =>
  [...document.querySelectorAll<HTMLElement>("section > .term:not([hidden])")].filter(
    (entry) => !entry.closest("section[hidden]"),
  );
const names = () => shown().map((entry) => entry.querySelector("h3")?.textContent?.trim());
const field = () => find<HTMLInputElement>(".glossary-filter input");
function choose(category: string): void {
  const choice = find<HTMLSelectElement>(".glossary-filter select");
  choice.value = category;
  choice.dispatchEvent(new Event("input", { bubbles: true }));
}
const status = () => find(".glossary-filter [role=status]").textContent;

describe.each(["glossary/", "en/glossary/"])("the glossary at %s", (path) => {
  beforeEach(() => {
    openPrinted(path);
    attachGlossaryFilter(find<HTMLFormElement>(".glossary-filter"), pageSignal());
  });

  test("is in the order of its letters, each of which leads to its terms", () => {
    const letters = [...document.querySelectorAll("nav .letters a")].filter(
      (link) => link.getAttribute("href") !== "#sic",
    );
    const order = letters.map(({ textContent }) => textContent ?? "");
    expect(order.length).toBeGreaterThan(10);
    expect(order).toEqual([...order].sort());
    for (const link of letters) {
      const section = find(link.getAttribute("href") ?? "");
      expect(section.querySelector("h2")?.textContent).toBe(link.textContent);
      expect(section.querySelector(".term")).not.toBeNull();
    }
  });

  test("is filtered by characters, by pinyin and its first letters, and by English, and says how many are left", () => {
    const all = shown().length;
    for (const words of ["三项制度", "sanxiangzhidu", "san xiang zhidu", "sxzd", "Three systems"]) {
      type(field(), words);
      expect(
        names().filter((name) => name?.includes("三项制度")),
        words,
      ).toHaveLength(2);
      expect(shown().length).toBeLessThan(8);
      expect(status()).toContain(String(shown().length));
    }
    type(field(), "no such words");
    expect(shown()).toHaveLength(0);
    expect(status()).toContain("0");
    type(field(), "");
    expect(shown()).toHaveLength(all);
    expect(status()).toBe("");
  });

  test("tells entries of the same name apart", () => {
    type(field(), "三项制度");
    const same = names().filter((name) => name?.includes("三项制度"));
    expect(new Set(same).size).toBe(2);
  });

  test("shows one category, and only the letters that it has", () => {
    choose("bodies");
    expect(shown().length).toBeGreaterThan(3);
    expect(shown().every(({ dataset }) => dataset.category === "bodies")).toBe(true);
    for (const link of document.querySelectorAll("nav .letters li:not([hidden]) a"))
      expect(find(link.getAttribute("href") ?? "").hidden).toBe(false);
    choose("");
    expect(document.querySelectorAll("[hidden] .term, .term[hidden]")).toHaveLength(0);
  });

  test("shows all again when a link leads to an entry that is filtered out", () => {
    type(field(), "no such words");
    const entry = find("section > .term");
    location.hash = entry.id;
    entry.scrollIntoView = () => undefined;
    dispatchEvent(new HashChangeEvent("hashchange"));
    expect(entry.closest("[hidden]")).toBeNull();
    expect(field().value).toBe("");
  });
});

test("every term's pinyin, as the editors write it, has as many syllables as its characters", () => {
  openPrinted("glossary/");
  for (const entry of document.querySelectorAll("section > .term")) {
    const written = entry.querySelector(".pinyin > :first-child")?.textContent ?? "";
    const name = entry.querySelector("h3 > span, h3 > a")?.textContent ?? "";
    if (!written || !/^\p{Script=Han}+$/u.test(name)) continue;
    expect(pinyinInitials(written), `${name}: ${written}`).toHaveLength([...name].length);
  }
});
