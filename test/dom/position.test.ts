// @vitest-environment jsdom

import { beforeEach, describe, expect, test } from "vitest";
import { attachEntryPosition } from "../../src/client/page/entry-position.ts";
import { placeBeside } from "../../src/client/page/place-beside.ts";
import { topOfPage } from "../../src/client/page/reading-position.ts";
import { handedOnKey, leftPositionKey } from "../../src/client/page/stored-position.ts";
import { restorePosition } from "../../src/client/reading/restore-position.ts";
import { ownName } from "../../src/core/own-name.ts";
import { find, show, soon, usePageForEachTest } from "../support/dom.ts";
import { layOut, scrollToTop } from "../support/fake-layout.ts";

usePageForEachTest();

describe("a page on which a position is kept", () => {
  const report = "wugang-2023";
  const position = JSON.stringify({ id: "p2-s1", top: 40, above: 0 });
  const words = async () => (key: string, values: { section: string }) =>
    `${key}: ${values.section}`;
  const announced = () => find("#announcements").textContent;

  beforeEach(() => {
    show(`<main id="main"><h1>题</h1><article><section id="p2"><h2>第二部分</h2>
      <details><summary>全文</summary><p><span class="s" id="p2-s1">一句。</span></p></details>
      </section></article></main><p id="announcements"></p>`);
    layOut({ p2: [1000, 500], "p2-s1": [1200, 20] });
  });

  test("opens there, in the line and with its part open, and says where its reader goes on", async () => {
    localStorage.setItem(ownName("/", leftPositionKey(report)), position);
    expect(restorePosition(report, words)).toBe(true);
    expect(find<HTMLDetailsElement>("details").open).toBe(true);
    expect(window.scrollY).toBe(1160);
    await soon();
    expect(announced()).toBe("wentOn: 第二部分");
  });

  test("opens where the page before handed its reader on, once, whatever was left before", async () => {
    localStorage.setItem(
      ownName("/", leftPositionKey(report)),
      JSON.stringify({ id: "p2", top: 0, above: 0 }),
    );
    sessionStorage.setItem(ownName("/", handedOnKey), position);
    expect(restorePosition(report, words)).toBe(false);
    expect(window.scrollY).toBe(1160);
    expect(sessionStorage.getItem(ownName("/", handedOnKey))).toBeNull();
    await soon();
    expect(announced()).toBe("placeKept: 第二部分");
  });

  test("opens where this tab left it, not where another did", () => {
    localStorage.setItem(
      ownName("/", leftPositionKey(report)),
      JSON.stringify({ id: "p2", top: 0, above: 0 }),
    );
    sessionStorage.setItem(ownName("/", leftPositionKey(report)), position);
    expect(restorePosition(report, words)).toBe(true);
    expect(window.scrollY).toBe(1160);
    sessionStorage.setItem(ownName("/", leftPositionKey(report)), JSON.stringify(topOfPage));
    scrollToTop(0);
    expect(restorePosition(report, words)).toBe(false);
    expect(window.scrollY).toBe(0);
  });

  test("opens where this entry of the tab's history was left, whatever the address and others say", async () => {
    localStorage.setItem(
      ownName("/", leftPositionKey(report)),
      JSON.stringify({ id: "p2", top: 0, above: 0 }),
    );
    const leave = new AbortController();
    attachEntryPosition(leave.signal);
    find("details").setAttribute("open", "");
    scrollToTop(1160);
    dispatchEvent(new Event("pagehide"));
    leave.abort();
    scrollToTop(0);
    history.replaceState(history.state, "", "#p2");
    expect(restorePosition(report, words)).toBe(false);
    expect(window.scrollY).toBe(1160);
    await soon();
    expect(announced()).toBe("placeKept: 第二部分");
    // A link that is followed makes an entry of its own.
    history.pushState(null, "", "#p2");
    scrollToTop(0);
    restorePosition(report, words);
    expect(window.scrollY).toBe(0);
  });

  test("opens where its address leads, not where it was left", () => {
    localStorage.setItem(ownName("/", leftPositionKey(report)), position);
    history.replaceState(null, "", "#p1");
    expect(restorePosition(report, words)).toBe(false);
    expect(window.scrollY).toBe(0);
  });

  test("opens at the part around a sentence that a new version no longer has", () => {
    localStorage.setItem(
      ownName("/", leftPositionKey(report)),
      JSON.stringify({ id: "p2-s9", top: 0, above: 0.5 }),
    );
    restorePosition(report, words);
    expect(window.scrollY).toBe(1250);
  });

  test("leaves the focus where its reader has put it meanwhile", async () => {
    document.body.insertAdjacentHTML("beforeend", "<button>目录</button>");
    localStorage.setItem(ownName("/", leftPositionKey(report)), position);
    restorePosition(report, words);
    find("button").focus();
    await soon();
    expect(document.activeElement).toBe(find("button"));
    expect(announced()).toBe("wentOn: 第二部分");
  });

  test("opens there in silence where there are no words", async () => {
    localStorage.setItem(ownName("/", leftPositionKey(report)), position);
    restorePosition(report, () => Promise.reject(new Error("no network")));
    await soon();
    expect(window.scrollY).toBe(1160);
    expect(announced()).toBe("");
  });
});

describe("a box beside a piece of text", () => {
  const box = { width: 200, height: 100 };
  const text = (top: number, left = 50) => ({ left, top, bottom: top + 20 });

  beforeEach(() => {
    show('<nav class="bar" id="bar"></nav>');
    layOut({ bar: [540, 60] }, 600);
    Object.defineProperty(document.documentElement, "clientWidth", {
      value: 360,
      configurable: true,
    });
  });

  test("stands below it while there is room above the bar, and else above it", () => {
    expect(placeBeside(text(100), box, 10)).toEqual({ left: 50, top: 130 });
    expect(placeBeside(text(410), box, 10)).toEqual({ left: 50, top: 440 });
    expect(placeBeside(text(411), box, 10)).toEqual({ left: 50, top: 301 });
  });

  test("stands below where there is room on neither side", () => {
    expect(placeBeside(text(50), { width: 200, height: 500 }, 10).top).toBe(80);
  });

  test("keeps off the edges of the window", () => {
    expect(placeBeside(text(100, 0), box, 10).left).toBe(8);
    expect(placeBeside(text(100, 340), box, 10).left).toBe(152);
  });
});
