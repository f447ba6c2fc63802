import { expect, test } from "vitest";
import { cutAfter, renderProse } from "../../src/site/prose.ts";

const prose = renderProse("## One {#one}\n\nfirst\n\n## Two {#two}\n\nsecond");

test("a text about the reader is cut after the section that something else follows", () => {
  const [before, after] = cutAfter(prose, "one");
  expect(before.html).toContain("first");
  expect(after.html).toMatch(/^<h2 id="two">.*second/s);
  expect([before, after].map(({ sections }) => sections.map(({ id }) => id))).toEqual([
    ["one"],
    ["two"],
  ]);
});

test.each(["two", "listening"])("where nothing comes after %s, it stays whole", (id) => {
  expect(cutAfter(prose, id)).toEqual([prose, { html: "", sections: [] }]);
});
