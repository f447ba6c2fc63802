// @vitest-environment jsdom
import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { describe, expect, test } from "vitest";
import { withoutWhiteSpace } from "../../src/core/document/display.ts";
import { spokenSelector } from "../../src/core/page/contract.ts";
import { printedPage } from "../support/printed-page.ts";

const parse = (path: string) => new DOMParser().parseFromString(printedPage(path), "text/html");

describe.each(["", "en/"])("the reader view that Firefox makes of /%s", (path) => {
  const page = parse(path);
  const sentences = [...page.querySelectorAll(spokenSelector)].map(({ id, textContent }) => ({
    id,
    text: withoutWhiteSpace(textContent ?? ""),
  }));
  const view = new Readability(parse(path)).parse();

  test("is offered, under the report's title", () => {
    expect(isProbablyReaderable(page)).toBe(true);
    const title = withoutWhiteSpace(page.querySelector("h1")?.textContent ?? "");
    expect(title).toContain(withoutWhiteSpace(view?.title ?? "").slice(0, 12));
  });

  test("has every sentence of the report and its summary, in order", () => {
    const text = withoutWhiteSpace(view?.textContent ?? "");
    // The title is the view's own.
    const lost = sentences.filter((each) => each.id !== "title" && !text.includes(each.text));
    expect(lost).toEqual([]);
    expect(sentences.length).toBeGreaterThan(60);
    const places = sentences
      .filter(({ id }) => /^p\d.*-s\d+$/.test(id))
      .map((each) => text.indexOf(each.text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("has nothing of the controls around them", () => {
    const names = [...page.querySelectorAll("button, .skip, .bar")].map((each) =>
      withoutWhiteSpace(each.textContent ?? ""),
    );
    const text = withoutWhiteSpace(view?.textContent ?? "");
    for (const name of names.filter((each) => each.length > 3)) expect(text).not.toContain(name);
  });
});
