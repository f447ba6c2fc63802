// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeSafeStorage, type SafeStorage } from "../../src/client/platform/storage.ts";
import { attachFeaturePanel } from "../../src/client/shell/attach-feature-panel.ts";
import { attachFirstUse } from "../../src/client/shell/attach-first-use.ts";
import { createContext } from "../../src/client/shell/context.ts";
import { loadPart } from "../../src/client/shell/load-part.ts";
import { watchNetwork } from "../../src/client/shell/watch-network.ts";
import {
  find,
  pageSignal,
  press,
  setOnline,
  show,
  soon,
  usePageForEachTest,
} from "../support/dom.ts";

usePageForEachTest();

describe("a part of the program that is loaded when it is needed", () => {
  const reload = vi.fn();
  const broken = () => Promise.reject(new TypeError("not a module"));
  /** What the server answers for the page, and what runs while it does. */
  const server = { isThere: true, meanwhile: () => {} };
  const fetched: [string, RequestInit][] = [];

  beforeEach(() => {
    reload.mockClear();
    fetched.length = 0;
    Object.assign(server, { isThere: true, meanwhile: () => {} });
    vi.spyOn(performance, "getEntriesByType").mockReturnValue(
      ["/assets/main.js", "/assets/part.js", "/icon.svg"].map((name) => ({ name })) as never,
    );
    vi.stubGlobal("fetch", async (address: string, options: RequestInit) => {
      fetched.push([address, options]);
      server.meanwhile();
      if (!server.isThere) throw new TypeError("Failed to fetch");
      return new Response("", { status: address.endsWith(".js") ? 404 : 200 });
    });
  });

  const store = makeSafeStorage(() => sessionStorage);
  const load = (part: () => Promise<unknown>, storage: SafeStorage = store) =>
    loadPart("text", part, storage, reload);

  test("is handed on, and nothing else is fetched", async () => {
    await expect(load(async () => "the part")).resolves.toBe("the part");
    expect(fetched).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
  });

  test("reloads the page once where it is gone, with what the browser keeps of it fetched anew", async () => {
    await expect(load(broken)).rejects.toThrow("not a module");
    expect(reload).toHaveBeenCalledOnce();
    expect(fetched.map(([address]) => address)).toEqual([
      location.href,
      "/assets/main.js",
      "/assets/part.js",
    ]);
    for (const [, { cache }] of fetched) expect(cache).toBe("reload");
  });

  test("never reloads it twice in one tab, and does so again only after it has worked", async () => {
    for (let press = 0; press < 3; press++) await expect(load(broken)).rejects.toThrow();
    expect(reload).toHaveBeenCalledOnce();
    await expect(loadPart("search", broken, store, reload)).rejects.toThrow();
    expect(reload).toHaveBeenCalledTimes(2);
    await load(async () => "the part");
    await expect(load(broken)).rejects.toThrow();
    expect(reload).toHaveBeenCalledTimes(3);
  });

  test("does not reload where the server is gone: what is on the screen stays there", async () => {
    server.isThere = false;
    await expect(load(broken)).rejects.toThrow("not a module");
    expect(reload).not.toHaveBeenCalled();
    server.isThere = true;
    await expect(load(broken)).rejects.toThrow();
    expect(reload).toHaveBeenCalledOnce();
  });

  test("does not reload where the tab can't remember that it did: it would never end", async () => {
    const refused = makeSafeStorage(() => {
      throw new DOMException("denied", "SecurityError");
    });
    await expect(load(broken, refused)).rejects.toThrow();
    expect(reload).not.toHaveBeenCalled();
  });

  test("does not reload for a reader who is leaving, before it fails or after", async () => {
    const leave = () => void dispatchEvent(new Event("beforeunload"));
    const brokenByLeaving = () => {
      leave();
      return broken();
    };
    await expect(load(brokenByLeaving)).rejects.toThrow();
    expect(fetched).toEqual([]);
    server.meanwhile = leave;
    await expect(load(broken)).rejects.toThrow();
    expect(fetched).not.toEqual([]);
    expect(reload).not.toHaveBeenCalled();
  });
});

describe("what is loaded when it is first used", () => {
  const serve = vi.fn();
  const fail = vi.fn();
  const load = vi.fn();

  function openPage(): void {
    for (const spy of [serve, fail, load]) spy.mockReset();
    load.mockResolvedValue(serve);
    show('<p><a href="#term" id="term"><b>词</b></a><button id="both">对照</button></p>');
    attachFirstUse("a, button", load, fail, pageSignal());
  }

  const point = (selector: string, pointerType: string) =>
    find(selector).dispatchEvent(
      Object.assign(new MouseEvent("pointerover", { bubbles: true }), { pointerType }),
    );
  const releaseKey = (selector: string, key: string) =>
    find(selector).dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key }));

  test("is not loaded for a reader who points elsewhere, or types", async () => {
    openPage();
    point("p", "mouse");
    press(find("p"));
    releaseKey("a", "a");
    await soon();
    expect(load).not.toHaveBeenCalled();
  });

  test("serves a link that the mouse points at, or that Tab reaches", async () => {
    openPage();
    point("b", "mouse");
    await soon();
    expect(serve.mock.calls).toEqual([[find("#term"), false]]);
    openPage();
    releaseKey("a", "Tab");
    await soon();
    expect(serve.mock.calls).toEqual([[find("#term"), false]]);
  });

  test("is only loaded when a finger touches a link, which may begin a scroll", async () => {
    openPage();
    point("b", "touch");
    await soon();
    expect(load).toHaveBeenCalledOnce();
    expect(serve).not.toHaveBeenCalled();
  });

  test("holds back a finger's press on a link, and serves it", async () => {
    openPage();
    point("b", "touch");
    expect(press(find("b"), "touch")).toBe(false);
    await soon();
    expect(load).toHaveBeenCalledOnce();
    expect(serve.mock.calls).toEqual([[find("#term"), true]]);
  });

  test("lets a press of the mouse on a link lead where it leads", async () => {
    openPage();
    expect(press(find("b"))).toBe(true);
    await soon();
    expect(load).not.toHaveBeenCalled();
  });

  test("is only loaded for a button that is pointed at, and serves its press", async () => {
    openPage();
    point("#both", "mouse");
    await soon();
    expect(load).toHaveBeenCalledOnce();
    expect(serve).not.toHaveBeenCalled();
    openPage();
    press(find("#both"));
    await soon();
    expect(serve.mock.calls).toEqual([[find("#both"), true]]);
  });

  test("is left to itself once it serves", async () => {
    openPage();
    press(find("#both"));
    await soon();
    expect(press(find("#both"))).toBe(true);
    await soon();
    expect(serve).toHaveBeenCalledOnce();
    expect(load).toHaveBeenCalledOnce();
  });

  test("tells that it is missing where it was pressed in vain, each time, and not where it was pointed at", async () => {
    openPage();
    load.mockRejectedValue(new Error("gone"));
    point("#both", "mouse");
    await soon();
    expect(fail).not.toHaveBeenCalled();
    for (const time of [1, 2]) {
      press(find("#both"));
      await soon();
      expect(fail).toHaveBeenCalledTimes(time);
    }
    load.mockResolvedValue(serve);
    press(find("#both"));
    await soon();
    expect(serve).toHaveBeenCalledOnce();
  });
});

describe("a reader whose network goes", () => {
  const lost = vi.fn();
  const back = vi.fn();

  function openPage(): void {
    for (const spy of [lost, back]) spy.mockClear();
    vi.useFakeTimers();
    watchNetwork(lost, back, pageSignal());
  }

  test("is told once, and only when it has been gone for five seconds", () => {
    openPage();
    setOnline(false);
    vi.advanceTimersByTime(4999);
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(lost).toHaveBeenCalledOnce();
    setOnline(true);
    expect(back).toHaveBeenCalledOnce();
  });

  test("hears nothing of a short gap, and is told of the next long one", () => {
    openPage();
    for (let gap = 0; gap < 3; gap++) {
      setOnline(false);
      vi.advanceTimersByTime(3000);
      setOnline(true);
      vi.advanceTimersByTime(3000);
    }
    expect(lost).not.toHaveBeenCalled();
    setOnline(false);
    vi.advanceTimersByTime(5000);
    expect(lost).toHaveBeenCalledOnce();
  });

  test("is told on a page that was opened without one", () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    openPage();
    vi.advanceTimersByTime(5000);
    expect(lost).toHaveBeenCalledOnce();
  });
});

describe("a panel whose feature", () => {
  const reportMissing = vi.fn();
  const reportBroken = vi.fn();
  beforeEach(() => {
    reportMissing.mockClear();
    reportBroken.mockClear();
  });

  /** Opens the panel of a feature that is loaded and started so. */
  async function openFeature(load: () => Promise<object>, start: () => void) {
    show('<button popovertarget="panel">朗读</button><main></main><div id="notices"></div>');
    const context = createContext(pageSignal());
    attachFeaturePanel(
      { panelId: "panel", kind: "manual", name: "listening", load, start },
      {
        ...context,
        load: (_, part) => part(),
        loadWords: async () => (key) => key,
        reportMissing,
        reportBroken,
      },
    );
    press(find("button"));
    await soon();
  }

  test("could not be fetched is said to be missing", async () => {
    await openFeature(
      () => Promise.reject(new TypeError("gone")),
      () => undefined,
    );
    expect(reportMissing).toHaveBeenCalledOnce();
    expect(reportBroken).not.toHaveBeenCalled();
  });

  test("was fetched and does not start is not blamed on the network", async () => {
    await openFeature(
      async () => ({}),
      () => {
        throw new Error("another program has changed the page");
      },
    );
    expect(reportBroken).toHaveBeenCalledOnce();
    expect(reportMissing).not.toHaveBeenCalled();
  });
});
