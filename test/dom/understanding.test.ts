// @vitest-environment jsdom
import { createHash, webcrypto } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { toPageForm } from "../../src/core/document/display.ts";
import { writeRecipe } from "../../src/core/document/source-recipe.ts";
import {
  fakePopovers,
  find,
  pageSignal,
  press,
  show,
  soon,
  usePageForEachTest,
} from "../support/dom.ts";
import { layOut, scrollToTop } from "../support/fake-layout.ts";

usePageForEachTest();

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

/** The module anew, with these other pages of the reader; any other can't be had. */
async function withPages(pages: Readonly<Record<string, string>>) {
  vi.resetModules();
  vi.doMock("../../src/client/page/pages.ts", () => ({
    async loadPage(address: string) {
      const html = pages[new URL(address, location.href).pathname];
      if (html === undefined) throw new Error(`${address}: 404`);
      return parse(html);
    },
  }));
  return import("../../src/client/understanding/start-understanding.ts");
}

const report = `<a class="language" href="/en/">English</a>
  <button class="parallel" role="switch" aria-checked="false">中英对照</button>
  <main id="main"><p><span class="s" id="s1">在<a href="/glossary/#t1">司法所</a>办理。</span>
    <span class="s" id="s2">由<a href="/glossary/#t2">村（社区）</a>负责。</span></p>
    <p class="s">没有编号。</p></main>`;

const english = `<html lang="en"><main id="main"><span class="s" id="s1">At the <a href="/en/glossary/#t1"><b>office</b></a>,
  called <span lang="zh-CN">司法所</span>.</span><span class="s" id="s2">By the village.</span></main></html>`;

const glossary = `<h1>词语解释</h1><section id="t1"><h2>司法所</h2><p>基层的司法行政机关。</p>
  <p class="places"><a href="/#s1">一处</a></p></section><section id="t2"><h2>村</h2></section>`;

const words = async () => (key: string, values?: object) =>
  `${key} ${Object.values(values ?? {}).join(" ")}`;

const fail = vi.fn();

/** Opens the report; its other pages are there unless said otherwise. */
async function openPage(pages = { "/en/": english, "/glossary/": glossary } as object) {
  fail.mockClear();
  show(report);
  const { startUnderstanding } = await withPages(pages as Record<string, string>);
  return startUnderstanding(words, fail, pageSignal());
}

describe("both languages together", () => {
  const button = () => find("button.parallel");
  const others = () => [...document.querySelectorAll<HTMLElement>(".other")];

  test("stand sentence by sentence, the other marked as what it is, without links that lead away", async () => {
    await openPage();
    const before = find("main").innerHTML;
    press(button());
    await soon();
    expect(button().getAttribute("aria-checked")).toBe("true");
    expect(document.documentElement.hasAttribute("data-parallel")).toBe(true);
    expect(others().map(({ previousElementSibling }) => previousElementSibling?.id)).toEqual([
      "s1",
      "s2",
    ]);
    const [first] = others();
    expect(first?.lang).toBe("en");
    expect(first?.textContent).toMatch(/At the office,\s+called 司法所\./);
    expect(first?.querySelector("a, b")).toBeNull();
    expect(first?.querySelector("[lang]")?.textContent).toBe("司法所");
    press(button());
    expect(find("main").innerHTML).toBe(before);
    expect(button().getAttribute("aria-checked")).toBe("false");
    expect(document.documentElement.hasAttribute("data-parallel")).toBe(false);
  });

  test("do not come for a reader who has turned them off again while they were on their way", async () => {
    await openPage();
    press(button());
    press(button());
    await soon();
    expect(others()).toEqual([]);
  });

  test("stand once each, however often they are asked for", async () => {
    await openPage();
    for (let time = 0; time < 3; time++) press(button());
    await soon();
    expect(others()).toHaveLength(2);
  });

  test("are told to be missing each time that they can't be had, and stay off", async () => {
    await openPage({});
    for (const time of [1, 2]) {
      press(button());
      await soon();
      expect(fail).toHaveBeenCalledTimes(time);
      expect(button().getAttribute("aria-checked")).toBe("false");
    }
  });

  test("are turned on by the press that loaded what does it", async () => {
    const serve = await openPage();
    serve(button(), false);
    await soon();
    expect(others()).toEqual([]);
    serve(button(), true);
    await soon();
    expect(others()).toHaveLength(2);
  });
});

describe("a term that the glossary explains", () => {
  const term = (n: 1 | 2) => find<HTMLAnchorElement>(`#s${n} a`);
  const box = () => find("#explanation");
  const isShown = () => box().matches(":popover-open");
  const point = (element: Element, pointerType = "mouse") =>
    element.dispatchEvent(
      Object.assign(new MouseEvent("pointerover", { bubbles: true }), { pointerType }),
    );
  const key = (type: "keyup" | "keydown", name: string, at: Element = document.body) =>
    at.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true }));

  /** Presses a link and returns whether the browser would follow it. */
  function follows(element: Element, pointerType: string): boolean {
    const event = new MouseEvent("click", { bubbles: true, cancelable: true });
    const prevented = vi.spyOn(event, "preventDefault");
    // jsdom can go nowhere: what comes last stops it.
    addEventListener("click", () => event.preventDefault(), { once: true });
    element.dispatchEvent(Object.assign(event, { pointerType }));
    return prevented.mock.calls.length === 1;
  }

  beforeEach(() => {
    fakePopovers();
  });

  test("is explained to the pointer in the glossary's words, without its places, with the way there", async () => {
    await openPage();
    point(term(1));
    await soon();
    expect(isShown()).toBe(true);
    expect(box().textContent).toBe("司法所基层的司法行政机关。词语解释");
    expect(find<HTMLAnchorElement>("#explanation p:last-child a").href).toBe(term(1).href);
    expect(term(1).getAttribute("aria-describedby")).toBe("explanation");
    point(term(2));
    await soon();
    expect(box().textContent).toBe("村词语解释");
    expect(term(1).hasAttribute("aria-describedby")).toBe(false);
  });

  test("takes its explanation along when the page scrolls, out of the window too", async () => {
    layOut({ term: [300, 20], explanation: [0, 100] });
    await openPage();
    term(1).id = "term";
    point(term(1));
    await soon();
    expect(box().style.top).toBe("326px");
    scrollToTop(100);
    expect(box().style.top).toBe("226px");
    scrollToTop(400);
    expect(box().style.top).toBe("-74px");
  });

  test("is explained within the window where there is room neither above nor below it", async () => {
    layOut({ term: [300, 20], explanation: [0, 400] });
    await openPage();
    term(1).id = "term";
    point(term(1));
    await soon();
    expect(box().style.top).toBe("200px");
  });

  test("is explained until the pointer has been elsewhere for a while, unless it comes back or onto it", async () => {
    await openPage();
    point(term(1));
    await soon();
    vi.useFakeTimers();
    point(find("main"));
    vi.advanceTimersByTime(299);
    point(term(1));
    vi.advanceTimersByTime(300);
    expect(isShown()).toBe(true);
    point(find("main"));
    box().dispatchEvent(new Event("pointerenter"));
    vi.advanceTimersByTime(300);
    expect(isShown()).toBe(true);
    box().dispatchEvent(new Event("pointerleave"));
    vi.advanceTimersByTime(300);
    expect(isShown()).toBe(false);
    expect(term(1).hasAttribute("aria-describedby")).toBe(false);
  });

  test("is explained to whoever reaches it by Tab, and not to a screen reader that passes over it", async () => {
    await openPage();
    term(1).focus();
    key("keyup", "ArrowDown", term(1));
    await soon();
    expect(isShown()).toBe(false);
    key("keyup", "Tab", term(1));
    await soon();
    expect(isShown()).toBe(true);
    key("keydown", "Escape");
    expect(isShown()).toBe(false);
    expect(document.activeElement).toBe(term(1));
  });

  test("is explained no more when the focus goes elsewhere, or the page is pressed beside it", async () => {
    await openPage();
    for (const leave of [() => term(2).focus(), () => press(find("main"))]) {
      term(1).focus();
      key("keyup", "Tab", term(1));
      await soon();
      expect(isShown()).toBe(true);
      press(box());
      expect(isShown()).toBe(true);
      leave();
      expect(isShown()).toBe(false);
    }
  });

  test("is explained by a finger's first press and looked up by its second; a mouse's press looks up", async () => {
    await openPage();
    expect(follows(term(1), "touch")).toBe(false);
    await soon();
    expect(isShown()).toBe(true);
    expect(follows(term(1), "touch")).toBe(true);
    expect(follows(term(2), "mouse")).toBe(true);
    point(term(2), "touch");
    await soon();
    expect(box().textContent).not.toContain("村");
  });

  test("is a plain link where its explanation can't be had, or the glossary lacks it", async () => {
    for (const pages of [{}, { "/glossary/": "<h1>词语解释</h1>" }]) {
      await openPage(pages);
      point(term(1));
      await soon();
      expect(isShown()).toBe(false);
      expect(term(1).hasAttribute("aria-describedby")).toBe(false);
    }
  });

  test("is not explained to a reader who has gone on while it was on its way", async () => {
    await openPage();
    point(term(1));
    point(term(2));
    await soon();
    expect(box().textContent).toBe("村词语解释");
    point(term(1));
    key("keydown", "Escape");
    await soon();
    expect(isShown()).toBe(false);
  });

  test("is explained by what loaded for it", async () => {
    const serve = await openPage();
    serve(term(1), false);
    await soon();
    expect(isShown()).toBe(true);
  });

  test("is a plain link in a browser without popovers", async () => {
    for (const name of ["showPopover", "hidePopover"])
      Reflect.deleteProperty(HTMLElement.prototype, name);
    const serve = await openPage();
    serve(term(1), false);
    point(term(1));
    await soon();
    expect(document.querySelector("#explanation")).toBeNull();
    expect(follows(term(1), "touch")).toBe(true);
  });
});

describe("the proof of the text", () => {
  const sentences = [
    { id: "s1", text: "在司法所办理:" },
    { id: "s2", text: "由村（社区）负责。" },
  ];
  const source = `标题\n${sentences.map(({ text }) => text).join("\n")}\n`;
  const recipe = writeRecipe(source, (line) => line > 1, sentences);
  const page = `<main id="main">${sentences.map(({ id, text }) => `<span class="s" id="${id}">${toPageForm(text)}</span>`)}</main>`;

  beforeEach(() => {
    vi.stubGlobal("crypto", webcrypto);
    vi.stubGlobal("fetch", async (address: string) =>
      address === "/recipe.json" ? Response.json(recipe) : new Response("", { status: 404 }),
    );
  });

  /** Opens a page with the proof of a text, presses its button and returns what it says. */
  async function prove({ from = page, text = "" } = {}): Promise<string | null> {
    const sha256 = createHash("sha256").update(source).digest("hex");
    show(
      `${from}<section id="proof" data-recipe="/recipe.json" ${text && `data-text="${text}"`}>
        <button>核对</button><code>${sha256}</code><p role="status"></p></section>`,
    );
    fail.mockClear();
    const { startUnderstanding } = await withPages({ "/": page });
    startUnderstanding(words, fail, pageSignal())(find("#proof button"), true);
    await vi.waitFor(() =>
      expect(fail.mock.calls.length > 0 || find("[role=status]").textContent !== "").toBe(true),
    );
    return find("[role=status]").textContent;
  }

  test("says that it is the publisher's, with how much was compared", async () => {
    expect(await prove()).toBe("proof.agrees 2 16");
  });

  test("says that it is not when one character is another, one too many or gone", async () => {
    for (const other of ["厅", "所所", ""])
      expect(await prove({ from: page.replace("所", other) })).toMatch(/^proof\.differs 2 /);
  });

  test("compares the Chinese page's text where this one is a translation", async () => {
    const translation = page.replace("在司法所办理", "At the office");
    expect(await prove({ from: translation })).toMatch(/^proof\.differs/);
    expect(await prove({ from: translation, text: "/" })).toBe("proof.agrees 2 16");
  });

  test("is told to be missing where what it needs can't be had", async () => {
    expect(await prove({ text: "/nowhere/" })).toBe("");
    expect(fail).toHaveBeenCalledOnce();
    vi.stubGlobal("fetch", async () => Response.json(recipe, { status: 404 }));
    expect(await prove()).toBe("");
    expect(fail).toHaveBeenCalledOnce();
  });
});
