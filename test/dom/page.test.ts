// @vitest-environment jsdom

import { beforeEach, describe, expect, test, vi } from "vitest";
import { announce } from "../../src/client/page/announce.ts";
import { continueFrom, focusBriefly } from "../../src/client/page/brief-focus.ts";
import {
  readOpenDisclosures,
  storeOpenDisclosures,
} from "../../src/client/page/open-disclosures.ts";
import { loadPage } from "../../src/client/page/pages.ts";
import {
  elementOf,
  findReadingPosition,
  isShown,
  keepReadingPosition,
  restoreReadingPosition,
} from "../../src/client/page/reading-position.ts";
import { attachReveal, onReveal, openAround, reveal } from "../../src/client/page/reveal.ts";
import { applyRootStyle, singleKeysAreOff } from "../../src/client/page/root-style.ts";
import {
  handedOnKey,
  leftPositionKey,
  readStoredPosition,
  storePosition,
} from "../../src/client/page/stored-position.ts";
import { makeSafeStorage } from "../../src/client/platform/storage.ts";
import { ownName } from "../../src/core/own-name.ts";
import { find, pageSignal, press, show, usePageForEachTest } from "../support/dom.ts";
import { type Box, layOut, scrollToTop } from "../support/fake-layout.ts";

usePageForEachTest();

const store = makeSafeStorage(() => sessionStorage);

/** A report's page: two parts, the second of which is closed, each with sentences. */
const report = `<main id="main"><h1 id="title">报告</h1>
  <section id="p1"><h2 id="p1-h">一</h2>
    <p><span class="s" id="p1-s1">甲。</span><span class="s" id="p1-s2">乙。</span></p></section>
  <section id="p2"><h2 id="p2-h">二</h2>
    <details id="p2-full"><summary>全文</summary>
      <p><span class="s" id="p2-m1-s1">丙。</span></p></details></section></main>`;

/** Where its elements lie: a window is 600 high. */
const boxes: Record<string, Box> = {
  title: [0, 40],
  p1: [100, 1000],
  "p1-h": [100, 40],
  "p1-s1": [200, 300],
  "p1-s2": [500, 600],
  p2: [1100, 1000],
  "p2-h": [1100, 40],
  "p2-full": [1200, 900],
  "p2-m1-s1": [1300, 300],
};

describe("the place of a reader", () => {
  beforeEach(() => {
    show(report);
    layOut({ ...boxes });
  });

  test("is none at the top of the page", () => {
    expect(findReadingPosition()).toBeUndefined();
    scrollToTop(7);
    expect(findReadingPosition()).toBeUndefined();
  });

  test("is what begins last above the window's first quarter, and how far below its top that lies", () => {
    scrollToTop(450);
    expect(findReadingPosition()).toEqual({ id: "p1-s2", top: 50, above: 0 });
    scrollToTop(360);
    expect(findReadingPosition()?.id).toBe("p1-s2");
    scrollToTop(340);
    expect(findReadingPosition()?.id).toBe("p1-s1");
  });

  test("is told as a share of what begins above the window, for the other language breaks lines elsewhere", () => {
    scrollToTop(800);
    expect(findReadingPosition()).toEqual({ id: "p1-s2", top: 0, above: 0.5 });
  });

  test("is never a heading of its own, nor what a closed part hides", () => {
    scrollToTop(1090);
    expect(findReadingPosition()?.id).toBe("p2");
    scrollToTop(1350);
    expect(findReadingPosition()?.id).toBe("p2");
    find<HTMLDetailsElement>("details").open = true;
    expect(findReadingPosition()?.id).toBe("p2-m1-s1");
  });

  test("is not in what is told in another language than the page's", () => {
    find("p").dataset.retold = "fr";
    scrollToTop(450);
    expect(findReadingPosition()?.id).toBe("p1");
  });

  test.each([
    { id: "p1-s2", top: 50, above: 0 },
    { id: "p1-s2", top: 0, above: 0.5 },
  ])("is found again where it was, by %o", (place) => {
    restoreReadingPosition(place);
    expect(findReadingPosition()).toEqual(place);
  });

  test("is found again where the text is twice as long in the other language", () => {
    layOut({ ...boxes, "p1-s2": [900, 1200] });
    restoreReadingPosition({ id: "p1-s2", top: 0, above: 0.5 });
    expect(window.scrollY).toBe(1500);
  });

  test("is the part around it where a new version no longer has the sentence", () => {
    expect(elementOf({ id: "p2-m9-s4", top: 0, above: 0 })?.id).toBe("p2");
    expect(elementOf({ id: "gone-m9", top: 0, above: 0 })).toBeUndefined();
  });

  test("is left alone where the page lacks it, or hides it", () => {
    scrollToTop(300);
    restoreReadingPosition({ id: "gone", top: 0, above: 0 });
    restoreReadingPosition({ id: "p2-m1-s1", top: 0, above: 0 });
    expect(window.scrollY).toBe(300);
  });

  test("takes up room only where it can be seen: a closed part does, what is in it does not", () => {
    expect(isShown(find("#p2-full"))).toBe(true);
    expect(isShown(find("#p2-m1-s1"))).toBe(false);
    expect(isShown(find("#main"))).toBe(false);
  });

  describe("while the layout changes", () => {
    /** All below a sentence of the first part moves down by 1,000. */
    const grow = () => layOut({ ...boxes, "p1-s2": [1500, 600], "p2-h": [2100, 40] });
    const topOf = (selector: string) => find(selector).getBoundingClientRect().top;

    test("is held by what begins in the window's upper half", () => {
      scrollToTop(450);
      keepReadingPosition(grow);
      expect(topOf("#p1-s2")).toBe(50);
    });

    test("is held by what reaches into the window, where nothing begins in its upper half", () => {
      scrollToTop(650);
      keepReadingPosition(grow);
      expect(topOf("#p1-s2")).toBe(-150);
    });

    test("is not held by what goes with the change", () => {
      scrollToTop(450);
      keepReadingPosition(() => layOut({ ...boxes, "p1-s2": [3000, 600] }), "#p1-s2");
      expect(topOf("#p1-s1")).toBe(-250);
    });

    test("stays at the top for a reader who is there", () => {
      keepReadingPosition(grow);
      expect(window.scrollY).toBe(0);
    });
  });
});

describe("a place that is kept", () => {
  const place = { id: "p1-s2", top: 50, above: 0 };

  test("is read once more as it was, a report's own apart from that of a change of page", () => {
    storePosition(store, handedOnKey, place);
    storePosition(store, leftPositionKey("wugang-2023"), { ...place, id: "p2" });
    expect(readStoredPosition(store, handedOnKey)).toEqual(place);
    expect(readStoredPosition(store, leftPositionKey("wugang-2023"))?.id).toBe("p2");
    expect(readStoredPosition(store, leftPositionKey("another"))).toBeUndefined();
  });

  test("is forgotten where there is none to keep", () => {
    storePosition(store, handedOnKey, place);
    storePosition(store, handedOnKey, undefined);
    expect(readStoredPosition(store, handedOnKey)).toBeUndefined();
  });

  test.each(["{{{", "null", "7", '"p1"', "[]", "{}", '{"id":7,"top":0,"above":0}', '{"id":"p1"}'])(
    "is none where the storage holds %s",
    (garbage) => {
      sessionStorage.setItem(ownName("/", handedOnKey), garbage);
      expect(readStoredPosition(store, handedOnKey)).toBeUndefined();
    },
  );
});

describe("the parts that are open", () => {
  test("are those that were open when they were last written", () => {
    storeOpenDisclosures(store, ["p1-full", "p3-full"]);
    expect([...readOpenDisclosures(store)]).toEqual(["p1-full", "p3-full"]);
    storeOpenDisclosures(store, []);
    expect(readOpenDisclosures(store).size).toBe(0);
  });

  test.each(["{{{", "null", "{}", "[1, null]"])(
    "are none where the storage holds %s",
    (garbage) => {
      sessionStorage.setItem("zhanjuan:/:open", garbage);
      expect(readOpenDisclosures(store).size).toBe(0);
    },
  );
});

describe("an announcement", () => {
  test("is heard again when the same is said again: the live region changes", () => {
    show('<p id="announcements"></p>');
    const region = find("#announcements");
    announce("已恢复默认");
    const first = region.textContent;
    announce("已恢复默认");
    expect(region.textContent).not.toBe(first);
    expect(region.textContent?.trim()).toBe("已恢复默认");
    announce("已恢复默认");
    expect(region.textContent).toBe(first);
  });

  test("is lost, and breaks nothing, on a page that was cut off before its live region", () => {
    show("");
    expect(() => announce("已恢复默认")).not.toThrow();
  });
});

describe("the focus of a reader who is taken somewhere", () => {
  test("is on the text, and leaves nothing on it when it moves on", () => {
    show('<p id="p">一</p>');
    focusBriefly(find("#p"));
    expect(document.activeElement).toBe(find("#p"));
    find("#p").blur();
    expect(find("#p").hasAttribute("tabindex")).toBe(false);
    focusBriefly(undefined);
  });

  test("goes on from the block that begins there, with the selection at its beginning", () => {
    show('<section id="p1"><h2><b>一</b>、二</h2><p id="p">三<b id="b">四</b></p></section>');
    continueFrom(find("#p1"));
    expect(getSelection()?.anchorNode).toBe(find("h2"));
    expect(document.activeElement).toBe(document.body);
    expect(find("h2").hasAttribute("tabindex")).toBe(false);
    continueFrom(find("#b"));
    expect(getSelection()?.anchorNode).toBe(find("#b"));
  });
});

describe("what hides a part of the text", () => {
  const nested = `<details id="a"><details id="b"><p id="p">一</p></details></details>
    <div hidden><p id="h">二</p></div>`;

  test("is opened all around it", () => {
    show(nested);
    expect(openAround(find("#p"))).toBe(true);
    expect(document.querySelectorAll("details[open]")).toHaveLength(2);
    expect(openAround(find("#p"))).toBe(false);
  });

  test("is told to whoever has hidden it", () => {
    show(nested);
    const shown = vi.fn();
    onReveal(shown, pageSignal());
    openAround(find("#p"));
    expect(shown).not.toHaveBeenCalled();
    expect(openAround(find("#h"))).toBe(true);
    expect(shown).toHaveBeenCalledOnce();
  });

  test("is opened before the page scrolls there; what can be seen is left to the browser", () => {
    show(nested);
    const scrolled = vi.fn();
    find("#p").scrollIntoView = scrolled;
    reveal(find("#p"));
    expect(scrolled).toHaveBeenCalledOnce();
    reveal(find("#p"));
    expect(scrolled).toHaveBeenCalledOnce();
  });

  describe("for a link into it", () => {
    const isOpen = () => find<HTMLDetailsElement>("#part").open;

    /** Opens an address of a page with a closed part. */
    function openPage(hash: string): void {
      show('<a href="#in"><b>一</b></a><details id="part"><p id="in">二</p></details>');
      Element.prototype.scrollIntoView = () => {};
      history.replaceState(null, "", `/${hash}`);
      attachReveal(pageSignal());
    }

    test("is opened when the page is, also by a browser that does not know text directives", () => {
      for (const hash of ["#in", "#%69n", "#in:~:text=二"]) {
        openPage(hash);
        expect(isOpen(), hash).toBe(true);
      }
    });

    test.each(["#", "#nowhere", "#%E0%A4%A", "#<img src=x onerror=alert(1)>", `#p1"],*:not([id='`])(
      "stays closed for an address that names nothing: %s",
      (hash) => {
        openPage(hash);
        expect(isOpen()).toBe(false);
        expect(document.images).toHaveLength(0);
      },
    );

    test("is opened when the address changes, and again when it was closed since and the link is pressed", () => {
      openPage("");
      history.replaceState(null, "", "/#in");
      dispatchEvent(new HashChangeEvent("hashchange"));
      expect(isOpen()).toBe(true);
      find<HTMLDetailsElement>("#part").open = false;
      press(find("b"));
      expect(isOpen()).toBe(true);
    });
  });
});

describe("settings on the root element", () => {
  test("are written as properties and attributes, and taken away again", () => {
    const root = document.documentElement;
    applyRootStyle(root, {
      properties: { "--size": "1.5", "--width": "40" },
      attributes: { "data-theme": "dark", "data-keyless": "" },
    });
    expect(root.style.getPropertyValue("--size")).toBe("1.5");
    expect(root.dataset.theme).toBe("dark");
    expect(singleKeysAreOff()).toBe(true);
    applyRootStyle(root, {
      properties: { "--size": undefined },
      attributes: { "data-theme": undefined, "data-keyless": undefined },
    });
    expect(root.style.getPropertyValue("--size")).toBe("");
    expect(root.style.getPropertyValue("--width")).toBe("40");
    expect(root.hasAttribute("data-theme")).toBe(false);
    expect(singleKeysAreOff()).toBe(false);
  });
});

describe("another page of the reader", () => {
  const requests: FakeRequest[] = [];

  class FakeRequest {
    address = "";
    responseType = "";
    status = 0;
    responseXML: Document | null = null;
    onload = () => {};
    onerror = () => {};
    open(_method: string, address: string) {
      this.address = address;
    }
    send() {
      requests.push(this);
    }
    answer(status: number, page: Document | null = document) {
      Object.assign(this, { status, responseXML: page });
      this.onload();
    }
  }

  beforeEach(() => {
    requests.length = 0;
    vi.stubGlobal("XMLHttpRequest", FakeRequest);
  });

  test("is fetched once as a document, whichever of its places is asked for", async () => {
    const pages = [loadPage("/once/#a"), loadPage("once/?q=1#b")];
    expect(requests.map(({ address }) => address)).toEqual([`${location.origin}/once/`]);
    expect(requests[0]?.responseType).toBe("document");
    requests[0]?.answer(200);
    expect(await Promise.all(pages)).toEqual([document, document]);
    await loadPage("/once/");
    expect(requests).toHaveLength(1);
  });

  test.each([
    ["is not there", (request: FakeRequest) => request.answer(404)],
    ["is no document", (request: FakeRequest) => request.answer(200, null)],
    ["can't be reached", (request: FakeRequest) => request.onerror()],
  ])("that %s is told to be missing, and is asked for again the next time", async (what, fail) => {
    const address = `/${what.replaceAll(" ", "-")}/`;
    const first = loadPage(address);
    for (const request of requests) fail(request);
    await expect(first).rejects.toThrow(new URL(address, location.href).pathname);
    const second = loadPage(address);
    requests[1]?.answer(200);
    await expect(second).resolves.toBe(document);
  });
});
