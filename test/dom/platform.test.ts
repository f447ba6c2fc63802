// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { afterLoad } from "../../src/client/platform/after-load.ts";
import { copyText } from "../../src/client/platform/clipboard.ts";
import { clock } from "../../src/client/platform/clock.ts";
import { saveFile } from "../../src/client/platform/save-file.ts";
import { shareWithDevice } from "../../src/client/platform/share.ts";
import {
  adoptStored,
  makeSafeStorage,
  onStoredElsewhere,
  readOnly,
} from "../../src/client/platform/storage.ts";
import { createUrn } from "../../src/client/platform/unique-id.ts";
import { fakePopovers, find, pageSignal, show, usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();

const denied = (): never => {
  throw new DOMException("denied", "SecurityError");
};

describe("what is to be kept", () => {
  test("is in the browser's storage, until it is forgotten", () => {
    const storage = makeSafeStorage(() => localStorage);
    expect(storage.read("a")).toBeNull();
    expect(storage.write("a", "1")).toBe(true);
    expect(localStorage.getItem("zhanjuan:/:a")).toBe("1");
    expect(storage.read("a")).toBe("1");
    storage.remove("a");
    expect(localStorage.getItem("zhanjuan:/:a")).toBeNull();
  });

  test.each([
    ["throws when it is touched", denied],
    ["is missing", () => undefined as unknown as Storage],
  ])(
    "lasts as long as the page, and is said not to last longer, where storage %s",
    (_what, open) => {
      const storage = makeSafeStorage(open);
      expect(storage.write("a", "1")).toBe(false);
      expect(storage.read("a")).toBe("1");
      storage.remove("a");
      expect(storage.read("a")).toBeNull();
      expect(readOnly(open).read("a")).toBeNull();
    },
  );

  test("is what was written last, whether storage was full then or has room again", () => {
    const storage = makeSafeStorage(() => localStorage);
    storage.write("a", "old");
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(denied);
    expect(storage.write("a", "new")).toBe(false);
    expect(storage.read("a")).toBe("new");
    full.mockRestore();
    expect(storage.write("a", "newest")).toBe(true);
    localStorage.setItem("zhanjuan:/:a", "another tab's");
    expect(storage.read("a")).toBe("another tab's");
  });

  test("can be read by the script that only reads", () => {
    localStorage.setItem("zhanjuan:/:a", "1");
    expect(readOnly(() => localStorage).read("a")).toBe("1");
  });
});

describe("what an earlier version stored, which knew no base path,", () => {
  const open = () => localStorage;
  const full = () =>
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
  beforeEach(() => localStorage.setItem("zhanjuan:a", "old"));

  test("is found by every reader on the host, and stays for the others", () => {
    for (const base of ["/", "/reader/"]) {
      expect(readOnly(open, base).read("a")).toBe("old");
      adoptStored(open, base);
      expect(makeSafeStorage(open, base).read("a")).toBe("old");
    }
    expect(localStorage.getItem("zhanjuan:a")).toBe("old");
  });

  test("is each reader's own from then on", () => {
    adoptStored(open, "/");
    adoptStored(open, "/reader/");
    makeSafeStorage(open, "/").write("a", "new");
    expect(makeSafeStorage(open, "/reader/").read("a")).toBe("old");
    localStorage.setItem("zhanjuan:b", "of an earlier version elsewhere on the host");
    adoptStored(open, "/");
    expect(makeSafeStorage(open, "/").read("b")).toBeNull();
    expect(readOnly(open, "/").read("b")).toBeNull();
  });

  test("does not come back once it is removed", () => {
    adoptStored(open, "/");
    makeSafeStorage(open, "/").remove("a");
    adoptStored(open, "/");
    expect(makeSafeStorage(open, "/").read("a")).toBeNull();
    expect(readOnly(open, "/").read("a")).toBeNull();
  });

  test("does not replace what has been stored since", () => {
    localStorage.setItem("zhanjuan:/:a", "new");
    adoptStored(open, "/");
    expect(makeSafeStorage(open, "/").read("a")).toBe("new");
  });

  test("is still found, until it is removed, where there is no room for a copy", () => {
    full();
    adoptStored(open, "/");
    const storage = makeSafeStorage(open, "/");
    expect(storage.read("a")).toBe("old");
    storage.remove("a");
    expect(storage.read("a")).toBeNull();
  });

  test("of something else on the host is left alone", () => {
    localStorage.setItem("zhanjuan-shop", "1");
    localStorage.setItem("cart", "2");
    adoptStored(open, "/");
    const own = Object.keys(localStorage).filter((key) => key.startsWith("zhanjuan:/:"));
    expect(own.sort()).toEqual(["zhanjuan:/:a", "zhanjuan:/:adopted"]);
  });
});

test("what another tab stores is told under its name, and what another reader on the host stores is not", () => {
  const told: (string | null)[] = [];
  onStoredElsewhere("a", (value) => told.push(value), pageSignal());
  const store = (key: string, newValue: string | null) =>
    dispatchEvent(new StorageEvent("storage", { key, newValue }));
  store("zhanjuan:/:a", "1");
  store("zhanjuan:/reader/:a", "2");
  store("zhanjuan:a", "3");
  store("zhanjuan:/:a", null);
  expect(told).toEqual(["1", null]);
});

describe("text that is copied", () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal("navigator", { clipboard: { writeText } });

  /** The old way of copying; `isAllowed` says whether the browser lets a page use it. */
  function allowOldWay(isAllowed: boolean): Map<string, string> {
    const copied = new Map<string, string>();
    document.execCommand = (command) => {
      if (command !== "copy" || !isAllowed) return false;
      const clipboardData = { setData: (type: string, text: string) => copied.set(type, text) };
      document.dispatchEvent(
        Object.assign(new Event("copy", { cancelable: true }), { clipboardData }),
      );
      return true;
    };
    return copied;
  }

  test("is on the clipboard", async () => {
    const written = vi.fn(async () => {});
    clipboard(written);
    expect(await copyText("原文")).toBe(true);
    expect(written).toHaveBeenCalledWith("原文");
  });

  test.each([
    ["refused", () => clipboard(() => Promise.reject(denied))],
    ["missing", () => vi.stubGlobal("navigator", {})],
  ])("is copied the old way where the clipboard is %s", async (_what, refuse) => {
    refuse();
    const copied = allowOldWay(true);
    expect(await copyText("原文")).toBe(true);
    expect([...copied]).toEqual([["text/plain", "原文"]]);
    // What the reader copies afterwards is their own.
    copied.clear();
    document.execCommand("copy");
    expect([...copied]).toEqual([]);
  });

  test("is said not to be there where neither way is allowed", async () => {
    vi.stubGlobal("navigator", {});
    allowOldWay(false);
    expect(await copyText("原文")).toBe(false);
  });
});

describe("what is handed to the device to be shared", () => {
  const device = (share: () => Promise<void>, canShare = true) =>
    vi.stubGlobal("navigator", { share, canShare: () => canShare });

  test("is done with once it is shared, or its reader has closed the sheet", async () => {
    device(async () => {});
    expect(await shareWithDevice({ text: "原文" })).toBe(true);
    device(() => Promise.reject(new DOMException("closed", "AbortError")));
    expect(await shareWithDevice({ text: "原文" })).toBe(true);
  });

  test("is left to another way where the device has none, can't or fails", async () => {
    vi.stubGlobal("navigator", {});
    expect(await shareWithDevice({ text: "原文" })).toBe(false);
    const share = vi.fn(async () => {});
    device(share, false);
    expect(await shareWithDevice({ text: "原文" })).toBe(false);
    expect(share).not.toHaveBeenCalled();
    device(() => Promise.reject(new DOMException("no", "NotAllowedError")));
    expect(await shareWithDevice({ text: "原文" })).toBe(false);
  });
});

test("a file is handed over under its name, and its address is freed later", async () => {
  vi.useFakeTimers();
  const made: Blob[] = [];
  const freed = vi.fn();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`,
    revokeObjectURL: freed,
  });
  const pressed: string[] = [];
  document.addEventListener("click", (event) => {
    event.preventDefault();
    const link = event.target as HTMLAnchorElement;
    pressed.push(`${link.download} ${link.href} ${link.isConnected}`);
  });
  saveFile("笔记.md", "text/markdown", ["# ", "笔记"]);
  expect(pressed).toEqual(["笔记.md blob:1 true"]);
  expect(made[0]?.type).toBe("text/markdown");
  expect(made[0]?.size).toBe(new TextEncoder().encode("# 笔记").length);
  expect(document.querySelector("a")).toBeNull();
  expect(freed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30_000);
  expect(freed).toHaveBeenCalledWith("blob:1");
});

test("a new URN is a random UUID of version 4, and no two are the same", () => {
  const made = Array.from({ length: 200 }, createUrn);
  for (const urn of made)
    expect(urn).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  expect(new Set(made).size).toBe(made.length);
});

test("what waits for the page to load is done then, or at once where it has", () => {
  const act = vi.fn();
  const state = vi.spyOn(document, "readyState", "get").mockReturnValue("interactive");
  afterLoad(act);
  expect(act).not.toHaveBeenCalled();
  dispatchEvent(new Event("load"));
  dispatchEvent(new Event("load"));
  expect(act).toHaveBeenCalledOnce();
  state.mockReturnValue("complete");
  afterLoad(act);
  expect(act).toHaveBeenCalledTimes(2);
});

test("what the clock is to call after a while can be called off", () => {
  vi.useFakeTimers();
  const act = vi.fn();
  clock.after(100, act);
  clock.after(100, act)();
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledOnce();
});

describe("a panel", () => {
  type Popover = typeof import("../../src/client/platform/popover.ts");
  const button = () => find("button");
  const panel = () => find("#panel");
  const toggles: string[] = [];

  /** A page in a browser that has popovers, or none. */
  async function openPage(hasPopovers: boolean): Promise<Popover> {
    fakePopovers();
    if (!hasPopovers)
      for (const name of ["showPopover", "hidePopover"])
        Reflect.deleteProperty(HTMLElement.prototype, name);
    show('<button popovertarget="panel"></button><div id="panel" popover><input></div>');
    toggles.length = 0;
    panel().addEventListener("toggle", (event) => toggles.push((event as ToggleEvent).newState));
    vi.resetModules();
    return import("../../src/client/platform/popover.ts");
  }

  test("is the browser's popover where there are such, with the focus in it", async () => {
    const { hasPopover, openPanel, closePanel } = await openPage(true);
    expect(hasPopover).toBe(true);
    openPanel(panel());
    openPanel(panel());
    expect(panel().matches(":popover-open")).toBe(true);
    expect(document.activeElement).toBe(panel());
    closePanel(panel());
    closePanel(panel());
    expect(panel().matches(":popover-open")).toBe(false);
    expect(panel().hasAttribute("data-open")).toBe(false);
  });

  test("stands in for one elsewhere, says so as one does, and gives the focus back to its button", async () => {
    const { hasPopover, openPanel, closePanel } = await openPage(false);
    expect(hasPopover).toBe(false);
    openPanel(panel());
    expect(panel().hasAttribute("data-open")).toBe(true);
    find("input").focus();
    closePanel(panel());
    expect(panel().hasAttribute("data-open")).toBe(false);
    expect(document.activeElement).toBe(button());
    expect(toggles).toEqual(["open", "closed"]);
  });

  test("leaves the focus where it is, if that was not in it, unless it is to go to the button", async () => {
    const { toggleStandIn, closePanel, closePanelToButton } = await openPage(false);
    toggleStandIn(panel(), true);
    closePanel(panel());
    expect(document.activeElement).toBe(document.body);
    closePanelToButton(panel());
    expect(document.activeElement).toBe(button());
  });
});
