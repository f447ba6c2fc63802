// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { readOpenDisclosures } from "../../src/client/page/open-disclosures.ts";
import {
  handedOnKey,
  leftPositionKey,
  readStoredPosition,
} from "../../src/client/page/stored-position.ts";
import { makeSafeStorage } from "../../src/client/platform/storage.ts";
import { attachContents } from "../../src/client/reading/attach-contents.ts";
import { attachDisclosures } from "../../src/client/reading/attach-disclosures.ts";
import { attachLanguageLink } from "../../src/client/reading/attach-language-link.ts";
import { attachLeftPosition } from "../../src/client/reading/attach-left-position.ts";
import { attachPrint } from "../../src/client/reading/attach-print.ts";
import { attachProgress } from "../../src/client/reading/attach-progress.ts";
import { attachReadingProgress } from "../../src/client/reading/attach-reading-progress.ts";
import { attachTake } from "../../src/client/reading/attach-take.ts";
import { attachTopLink } from "../../src/client/reading/attach-top-link.ts";
import { measureProgress } from "../../src/client/reading/reading-progress.ts";
import {
  find,
  pageSignal,
  press,
  setOnline,
  setVisible,
  show,
  soon,
  usePageForEachTest,
} from "../support/dom.ts";
import { type Box, layOut, scrollToTop } from "../support/fake-layout.ts";

usePageForEachTest();

const store = makeSafeStorage(() => sessionStorage);

describe("the contents panel", () => {
  /** Its links lead to two parts and a measure of the second, which is closed at first. */
  const page = `<button popovertarget="contents-panel"></button>
    <div id="contents-panel" popover><a href="#p1">一</a><a href="#p2">二</a><a href="#p2-m1">1</a></div>
    <main><section id="p1"></section>
      <section id="p2"><details><p id="p2-m1"></p></details></section></main>`;
  const boxes: Record<string, Box> = { p1: [300, 700], p2: [1000, 900], "p2-m1": [1200, 500] };
  const scrolledTo = vi.fn();

  function openPage(): HTMLElement {
    show(page);
    layOut(boxes);
    scrolledTo.mockClear();
    Element.prototype.scrollIntoView = function (this: Element) {
      scrolledTo(this.textContent);
    };
    const panel = find("#contents-panel");
    attachContents(panel, pageSignal());
    return panel;
  }
  const open = (panel: HTMLElement) => panel.dispatchEvent(new Event("toggle"));
  const current = () =>
    [...document.querySelectorAll("[aria-current=location]")].map(({ textContent }) => textContent);

  test("marks nothing above the first part, and then the part that is being read", () => {
    const panel = openPage();
    open(panel);
    expect(current()).toEqual([]);
    scrollToTop(150);
    open(panel);
    expect(current()).toEqual(["一"]);
    scrollToTop(850);
    open(panel);
    expect(current()).toEqual(["二"]);
    expect(scrolledTo.mock.calls).toEqual([["一"], ["二"]]);
  });

  test("marks a measure only while its part is open", () => {
    const panel = openPage();
    scrollToTop(1200);
    open(panel);
    expect(current()).toEqual(["二"]);
    find<HTMLDetailsElement>("details").open = true;
    open(panel);
    expect(current()).toEqual(["1"]);
  });
});

describe("the parts of a report", () => {
  const button = () => find<HTMLButtonElement>("button");
  const parts = () => [...document.querySelectorAll<HTMLDetailsElement>("details.full")];
  /** `toggle` comes after the fact. */
  const opened = () => soon();

  beforeEach(() => {
    show(
      `<button data-expand="全部展开" data-collapse="全部收起"></button>
      <details class="full" id="p1-full"></details><details class="full" id="p2-full"></details>
      <details id="metadata"></details>`,
    );
  });

  test("open and close with one button, which says what it will do", async () => {
    attachDisclosures(document.body, store, pageSignal());
    expect(button().textContent).toBe("全部展开");
    button().click();
    await opened();
    expect(parts().every(({ open }) => open)).toBe(true);
    expect(find<HTMLDetailsElement>("#metadata").open).toBe(false);
    expect(button().textContent).toBe("全部收起");
    button().click();
    await opened();
    expect(parts().some(({ open }) => open)).toBe(false);
    expect(button().textContent).toBe("全部展开");
  });

  test("name that button, however they were opened", async () => {
    const [first, second] = parts();
    if (first) first.open = true;
    attachDisclosures(document.body, store, pageSignal());
    expect(button().textContent).toBe("全部展开");
    if (second) second.open = true;
    await opened();
    expect(button().textContent).toBe("全部收起");
    if (first) first.open = false;
    await opened();
    expect(button().textContent).toBe("全部展开");
    button().click();
    await opened();
    expect(parts().every(({ open }) => open)).toBe(true);
  });

  test("are remembered as they are, for a reload and the other language", async () => {
    attachDisclosures(document.body, store, pageSignal());
    const [first] = parts();
    if (first) first.open = true;
    await opened();
    expect([...readOpenDisclosures(store)]).toEqual(["p1-full"]);
    button().click();
    await opened();
    expect([...readOpenDisclosures(store)]).toEqual(["p1-full", "p2-full"]);
    if (first) first.open = false;
    await opened();
    expect([...readOpenDisclosures(store)]).toEqual(["p2-full"]);
  });
});

describe("the language link", () => {
  const link = () => find<HTMLAnchorElement>("a.language");

  function openPage(within: "article" | "div"): void {
    show(`<a class="language" href="/en/">English</a><main><${within} id="p1"></${within}></main>`);
    layOut({ p1: [500, 1000] });
    link().addEventListener("click", (event) => event.preventDefault());
    attachLanguageLink(link(), store, pageSignal());
  }

  test("leads to the same place, and keeps how it lies on the screen", () => {
    openPage("article");
    scrollToTop(480);
    link().click();
    expect(link().hash).toBe("#p1");
    expect(readStoredPosition(store, handedOnKey)).toEqual({ id: "p1", top: 20, above: 0 });
  });

  test("leads from the top to the top", () => {
    openPage("article");
    scrollToTop(480);
    link().click();
    scrollToTop(0);
    link().click();
    expect(link().hash).toBe("");
    expect(readStoredPosition(store, handedOnKey)).toBeUndefined();
  });

  test("keeps nothing on a page beside the report, where it would wait for the next visit to one", () => {
    openPage("div");
    scrollToTop(480);
    link().click();
    expect(link().hash).toBe("#p1");
    expect(readStoredPosition(store, handedOnKey)).toBeUndefined();
  });
});

describe("the place at which a reader leaves", () => {
  const key = leftPositionKey("wugang-2023");
  const tab = makeSafeStorage(() => localStorage);
  const left = () => readStoredPosition(store, key)?.id;

  beforeEach(() => {
    show('<a class="brand" href="#">展卷</a><main><p id="p1"></p></main>');
    layOut({ p1: [500, 1000] });
    attachLeftPosition(tab, store, "wugang-2023", pageSignal());
  });

  test("is kept when the page goes, or is hidden, and not before", () => {
    scrollToTop(480);
    setVisible(true);
    expect(left()).toBeUndefined();
    setVisible(false);
    expect(left()).toBe("p1");
    scrollToTop(0);
    dispatchEvent(new Event("pagehide"));
    expect(left()).toBeUndefined();
    scrollToTop(480);
    dispatchEvent(new Event("pagehide"));
    expect(left()).toBe("p1");
  });

  test("is the beginning, in the tab that was left there", () => {
    scrollToTop(0);
    dispatchEvent(new Event("pagehide"));
    expect(readStoredPosition(tab, key)).toEqual({ id: "", top: 0, above: 0 });
    expect(left()).toBeUndefined();
  });

  test("is kept again when the page is gone back to, as it was, after the product's name", () => {
    scrollToTop(480);
    find(".brand").click();
    dispatchEvent(new Event("pagehide"));
    dispatchEvent(new Event("pageshow"));
    dispatchEvent(new Event("pagehide"));
    expect(left()).toBe("p1");
  });

  test("is forgotten for whoever leaves by the product's name, to begin anew", () => {
    scrollToTop(480);
    setVisible(false);
    find(".brand").click();
    dispatchEvent(new Event("pagehide"));
    expect(left()).toBeUndefined();
  });
});

describe("how much was read", () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  test("shows as a line, which is drawn once a frame however often the page scrolls", async () => {
    show('<div class="progress"></div>');
    layOut({});
    vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(2600);
    const line = find(".progress");
    attachProgress(line, pageSignal());
    await frame();
    expect(line.style.getPropertyValue("--progress")).toBe("0.0000");
    const drawn = vi.spyOn(line.style, "setProperty");
    for (const top of [100, 200, 500]) scrollToTop(top);
    await frame();
    expect(drawn.mock.calls).toEqual([["--progress", "0.2500"]]);
    scrollToTop(2600);
    await frame();
    expect(line.style.getPropertyValue("--progress")).toBe("1.0000");
  });

  test("is all of a page that needs no scrolling", async () => {
    show('<div class="progress"></div>');
    layOut({});
    vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(600);
    attachProgress(find(".progress"), pageSignal());
    await frame();
    expect(find(".progress").style.getPropertyValue("--progress")).toBe("1.0000");
  });

  /** Ten sentences of 120 characters, each 100 high, the last five in a part that is closed. */
  function openReport(): void {
    const sentence = (n: number) => `<span class="s" id="s${n}">${"字".repeat(120)}</span>`;
    const all = Array.from({ length: 10 }, (_, n) => sentence(n + 1));
    show(
      `<article>${all.slice(0, 5).join("")}<details>${all.slice(5).join("")}</details></article>`,
    );
    layOut(Object.fromEntries(all.map((_, n) => [`s${n + 1}`, [300 + n * 100, 100] as Box])));
  }

  test("is a share of the text and the minutes that are left", () => {
    openReport();
    const begin = measureProgress("zh-CN");
    expect(begin.percent).toBe(0);
    expect(begin.minutes).toBeGreaterThan(2);
    scrollToTop(400);
    const middle = measureProgress("zh-CN");
    expect(middle.percent).toBe(30);
    expect(middle.minutes).toBeLessThan(begin.minutes);
  });

  test("counts a closed part where it stands: not read before it was opened", () => {
    openReport();
    scrollToTop(5000);
    expect(measureProgress("zh-CN").percent).toBe(50);
    find<HTMLDetailsElement>("details").open = true;
    expect(measureProgress("zh-CN")).toEqual({ percent: 100, minutes: 0 });
  });

  test("is nothing of a page without text", () => {
    show("<article></article>");
    expect(measureProgress("en")).toEqual({ percent: 0, minutes: 0 });
  });

  test("is told in the contents each time they open, with the way to the top, and not while they are closed", async () => {
    openReport();
    document.body.insertAdjacentHTML("beforeend", '<div id="panel"><h2>目录</h2></div>');
    const panel = find("#panel");
    let isOpen = false;
    panel.getClientRects = () => (isOpen ? [new DOMRect()] : []) as unknown as DOMRectList;
    const words = (key: string, values: object = {}) => `${key} ${Object.values(values).join(" ")}`;
    const loadWords = vi.fn(async () => words);
    attachReadingProgress(panel, "zh-CN", loadWords, pageSignal());
    await soon();
    expect(loadWords).not.toHaveBeenCalled();
    isOpen = true;
    panel.dispatchEvent(new Event("toggle"));
    await soon();
    expect(find("#panel h2 + .hint").textContent).toMatch(/^progress 0 \d+ toTop/);
    expect(find("#panel a").getAttribute("href")).toBe("#main");
    scrollToTop(400);
    panel.dispatchEvent(new Event("toggle"));
    await soon();
    expect(find("#panel h2 + .hint").textContent).toMatch(/^progress 30 /);
    expect(panel.querySelectorAll(".hint")).toHaveLength(1);
  });

  test("is told in contents that a fast reader had opened before, and just not without words", async () => {
    openReport();
    document.body.insertAdjacentHTML("beforeend", '<div id="panel"><h2>目录</h2></div>');
    const panel = find("#panel");
    panel.getClientRects = () => [new DOMRect()] as unknown as DOMRectList;
    attachReadingProgress(
      panel,
      "zh-CN",
      () => Promise.reject(new Error("no words")),
      pageSignal(),
    );
    await soon();
    expect(panel.querySelector(".hint")).toBeNull();
    attachReadingProgress(panel, "zh-CN", async () => (key) => key, pageSignal());
    await soon();
    expect(panel.querySelector(".hint")).not.toBeNull();
  });
});

describe("the way back to the top", () => {
  beforeEach(() => {
    show('<main id="main" tabindex="-1"></main>');
    layOut({}, 600);
    scrollToTop(2000);
    attachTopLink("回到开头", pageSignal());
  });

  test("leads there, with the focus, and is gone", () => {
    expect(find(".to-top").textContent).toBe("回到开头");
    find(".to-top").click();
    expect(window.scrollY).toBe(0);
    expect(document.activeElement).toBe(find("#main"));
    expect(document.querySelector(".to-top")).toBeNull();
  });

  test("is gone when its reader has read on for more than a window's height", () => {
    scrollToTop(2600);
    expect(document.querySelector(".to-top")).not.toBeNull();
    scrollToTop(2601);
    expect(document.querySelector(".to-top")).toBeNull();
  });
});

describe("a page that is printed", () => {
  const closed = () => document.querySelectorAll("details:not([open])").length;
  const print = (event: "beforeprint" | "afterprint") => dispatchEvent(new Event(event));

  function openPage(opensByStyle: boolean): void {
    vi.stubGlobal("CSS", { supports: () => opensByStyle });
    show("<details></details><details open></details><footer></footer>");
    history.replaceState(null, "", "/reader/?q=1#p1");
    attachPrint(pageSignal());
  }

  test("says where it is from, and on the screen no longer", () => {
    openPage(true);
    print("beforeprint");
    expect(find("footer .printed").textContent).toBe(`${location.origin}/reader/`);
    expect(closed()).toBe(1);
    print("afterprint");
    expect(find("footer .printed").textContent).toBe("");
  });

  test("is open all through where CSS can't open it, and afterwards as it was", () => {
    openPage(false);
    print("beforeprint");
    expect(closed()).toBe(0);
    print("afterprint");
    expect(closed()).toBe(1);
    expect(find("details").hasAttribute("open")).toBe(false);
  });
});

describe("a file to take along", () => {
  beforeEach(() => {
    show(
      `<section data-offline="现在没有网络"><a href="#x" download><b>纯文本</b></a><a href="#y">更多</a>
      <p role="status"></p></section>`,
    );
    attachTake(find("section"), pageSignal());
  });

  test("is refused in a plain sentence without a network, which goes when there is one", () => {
    setOnline(false);
    expect(press(find("b"))).toBe(false);
    expect(find("[role=status]").textContent).toBe("现在没有网络");
    setOnline(true);
    expect(press(find("b"))).toBe(true);
    expect(find("[role=status]").textContent).toBe("");
  });

  test("is not meant by the other links of its list", () => {
    setOnline(false);
    expect(press(find("[href='#y']"))).toBe(true);
    expect(find("[role=status]").textContent).toBe("");
  });
});
