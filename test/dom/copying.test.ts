// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { attachCopying } from "../../src/client/reading/attach-copying.ts";
import { find, pageSignal, usePageForEachTest } from "../support/dom.ts";
import { openPrinted } from "../support/printed-page.ts";
import { addPinyin, translate } from "../support/rewriters.ts";

usePageForEachTest();

function openReport(path = "") {
  openPrinted(path);
  attachCopying(pageSignal());
}

/** Copies what is selected. Returns what is put on the clipboard; nothing where that is left to the browser. */
function copy(from: Node = document.body): Record<string, string> {
  const data: Record<string, string> = {};
  const event = new Event("copy", { bubbles: true, cancelable: true });
  const clipboardData = {
    setData: (type: string, text: string) => Object.assign(data, { [type]: text }),
  };
  const isLeft = from.dispatchEvent(Object.assign(event, { clipboardData }));
  expect(isLeft).toBe(Object.keys(data).length === 0);
  return data;
}

function select(first: string, last: string, begin = 0, end?: number) {
  const range = document.createRange();
  const nodeOf = (id: string) =>
    document.createTreeWalker(find(`#${id}`), NodeFilter.SHOW_TEXT).nextNode() as Text;
  range.setStart(nodeOf(first), begin);
  const lastNode = nodeOf(last);
  range.setEnd(lastNode, end ?? lastNode.length);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

const textOf = (id: string) => (find(`#${id}`).textContent ?? "").replace(/\s+/g, " ").trim();

describe.each(["", "en/"])("a copy of all of /%s, while its parts are closed,", (path) => {
  const copyAll = () => {
    openReport(path);
    expect(document.querySelector("details[open]")).toBeNull();
    getSelection()?.selectAllChildren(document.body);
    return copy();
  };

  test("has every sentence of the report and the summary, in order, a heading with its numeral", () => {
    const { "text/plain": text = "", "text/html": html = "" } = copyAll();
    const lines = text.split("\n\n");
    let at = -1;
    for (const { id, localName } of document.querySelectorAll("main .s, main [data-say]")) {
      const next = text.indexOf(textOf(id), at + 1);
      expect(next, `${id} after ${at}`).toBeGreaterThan(at);
      at = next;
      if (/^h\d$/.test(localName)) expect(lines).toContain(textOf(id));
    }
    const page = new DOMParser().parseFromString(html, "text/html");
    expect([...page.querySelectorAll("h2")].map((each) => each.textContent)).toContain(
      textOf("p1-t"),
    );
    expect(page.body.textContent).toBe(lines.join(""));
    expect(page.querySelector("[lang]")?.getAttribute("lang")).toBe(document.documentElement.lang);
  });

  test("has no controls, and nothing that is only for the eye", () => {
    const { "text/plain": text = "" } = copyAll();
    const lines = text.split("\n\n");
    const controls = [...document.querySelectorAll("button, .skip, .full > summary")];
    for (const { textContent } of controls) expect(lines).not.toContain(textContent?.trim());
  });
});

test("a copy from one part into another begins and ends where the selection does", () => {
  openReport();
  select("p1-gist", "p2-t", 3);
  const { "text/plain": text = "" } = copy();
  expect(text.startsWith(textOf("p1-gist").slice(3, 10))).toBe(true);
  expect(text).toContain(textOf("p1-m1-s1"));
  expect(text).not.toContain(textOf("p2-m1-s1"));
});

test("a heading that is copied alone stands on one line with its numeral", () => {
  openReport();
  const range = document.createRange();
  range.selectNodeContents(find("#p1-t"));
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  expect(copy()["text/plain"]).toBe(textOf("p1-t"));
});

test("what lies in one paragraph, or shown paragraphs without a numeral, is left to the browser", () => {
  openReport();
  select("intro-s1", "intro-s1", 1, 4);
  expect(copy()).toEqual({});
  select("summary-s1", "summary-s3");
  expect(copy()).toEqual({});
});

test("what is selected in a field is left to the browser", () => {
  openReport();
  getSelection()?.selectAllChildren(document.body);
  const field = document.createElement("textarea");
  document.body.append(field);
  expect(copy(field)).toEqual({});
});

test("a copy of a page that another program has rewritten has the published words", () => {
  openReport();
  const sentence = textOf("intro-s1");
  // It is read before, as on a page that has loaded.
  select("intro-s1", "intro-s1", 1, 4);
  copy();
  addPinyin(find("#intro"));
  const range = document.createRange();
  range.selectNodeContents(find("#intro-s1"));
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  expect(copy()["text/plain"]).toBe(sentence);
  translate(find("#intro"));
  getSelection()?.selectAllChildren(document.body);
  expect(copy()["text/plain"]).toContain(sentence);
});
