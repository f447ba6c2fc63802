// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { find, show, usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();

/** A browser's highlights, by their names. */
type Highlights = Map<string, Set<Range>>;

/** The module as it is in a browser that can highlight ranges. */
async function withHighlights() {
  const highlights: Highlights = new Map();
  class Highlight extends Set<Range> {
    constructor(...ranges: Range[]) {
      super(ranges);
    }
  }
  vi.stubGlobal("Highlight", Highlight);
  vi.stubGlobal("CSS", { highlights });
  vi.resetModules();
  return { highlights, ...(await import("../../src/client/search/found-mark.ts")) };
}

test("exactly the words that were found are highlighted, over the elements that they run through", async () => {
  show('<p id="a">one <a href="#x">two</a> three</p><p id="b">four five</p>');
  const { highlights, markFound } = await withHighlights();
  const before = document.body.textContent;
  const first = markFound([
    { element: find("#a"), from: 2, to: 9 },
    { element: find("#b"), from: 0, to: 4 },
  ]);
  expect(first?.toString()).toBe("e two t");
  expect([...(highlights.get("found") ?? [])].map(String)).toEqual(["e two t", "four"]);
  expect(document.body.textContent).toBe(before);
  expect(document.querySelectorAll("mark")).toHaveLength(0);
});

test("a stretch from one text's end to another's beginning takes in neither", async () => {
  show('<p id="a">one<b>two</b>three</p>');
  const { markFound } = await withHighlights();
  expect(markFound([{ element: find("#a"), from: 3, to: 6 }])?.toString()).toBe("two");
});

test("a new mark takes the place of the old one, and nothing of it stays", async () => {
  show('<p id="a">one</p><p id="b" class="s">two</p>');
  const { highlights, markFound, unmarkFound } = await withHighlights();
  markFound([{ element: find("#a"), from: 0, to: 3 }]);
  markFound([{ element: find("#b"), from: 0, to: 3 }]);
  expect(find("#a").hasAttribute("class")).toBe(false);
  expect(find("#b").className).toBe("s lit");
  unmarkFound();
  expect(highlights.size).toBe(0);
  expect(find("#b").className).toBe("s");
});

test("where the browser cannot highlight, the elements that were found are marked", async () => {
  vi.resetModules();
  const { markFound } = await import("../../src/client/search/found-mark.ts");
  show('<p id="a">one</p><p id="b">two</p>');
  markFound([{ element: find("#b"), from: 0, to: 2 }]);
  expect([...document.querySelectorAll(".found")]).toEqual([find("#b")]);
});
