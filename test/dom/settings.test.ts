// @vitest-environment jsdom

import { createRoot } from "solid-js";
import { describe, expect, test, vi } from "vitest";
import { painted } from "../../src/client/platform/after-paint.ts";
import { makeSafeStorage } from "../../src/client/platform/storage.ts";
import { attachSettings, showSettings } from "../../src/client/settings/apply-settings.ts";
import { attachMarkedTerms } from "../../src/client/settings/attach-marked-terms.ts";
import { attachShortcuts } from "../../src/client/settings/attach-shortcuts.ts";
import { createSettingsState, type SettingsState } from "../../src/client/settings/state.ts";
import { attachSettingsStorage } from "../../src/client/settings/store-settings.ts";
import { ownName } from "../../src/core/own-name.ts";
import type { Chosen } from "../../src/core/settings/schema.ts";
import { printStoredSettings, settingsStorageKey } from "../../src/core/settings/stored.ts";
import { listKey, markKey, shortcuts } from "../../src/core/shortcuts.ts";
import { find, pageSignal, show, soon, usePageForEachTest } from "../support/dom.ts";
import { layOut, scrollToTop } from "../support/fake-layout.ts";

usePageForEachTest();

const root = document.documentElement;
const size = () => root.style.getPropertyValue("--size");

describe("a setting that the reader chooses", () => {
  function openPage(initial: Chosen = {}): SettingsState {
    const state = createSettingsState(initial);
    createRoot(() => attachSettings(root, state));
    return state;
  }

  test("shows on the page once the press itself has been seen", async () => {
    show("");
    const state = openPage();
    state.choose("size", 150);
    expect(size()).toBe("");
    await painted();
    expect(size()).toBe("1.5");
  });

  test("shows once, as it was last, however often a slider asks for it before the next paint", async () => {
    show("");
    const state = openPage();
    const written = vi.spyOn(root.style, "setProperty");
    for (const value of [110, 125, 150, 175]) state.choose("size", value);
    await painted();
    expect(written.mock.calls).toEqual([["--size", "1.75"]]);
    state.choose("size", 200);
    await painted();
    expect(size()).toBe("2");
  });

  test("is gone from the page when all is set back", async () => {
    show("");
    const state = openPage();
    state.choose("theme", "dark");
    state.choose("size", 150);
    await painted();
    expect(root.dataset.theme).toBe("dark");
    state.reset();
    await painted();
    expect(size()).toBe("");
    expect(root.hasAttribute("data-theme")).toBe(false);
  });

  test("leaves the line being read where it is, though all above it has grown", async () => {
    show('<main><h2 id="a">一</h2><p id="b">二</p></main>');
    const boxes: Record<string, readonly [number, number]> = { a: [0, 400], b: [900, 400] };
    layOut(boxes);
    scrollToTop(850);
    const state = openPage();
    state.choose("size", 300);
    const grow = vi.spyOn(root.style, "setProperty").mockImplementation(() => {
      boxes.b = [2700, 1200];
    });
    await painted();
    expect(grow).toHaveBeenCalled();
    expect(find("#b").getBoundingClientRect().top).toBe(50);
  });

  test("can be shown on a sample of text alone", () => {
    show('<p id="sample"></p>', "en");
    showSettings(find("#sample"), { leading: 2, face: "serif" });
    expect(find("#sample").style.getPropertyValue("--leading")).toBe("2");
    expect(find("#sample").dataset.face).toBe("serif");
    expect(root.style.getPropertyValue("--leading")).toBe("");
  });

  test("colours the browser's own bars with the theme's paper, and gives back what was printed", async () => {
    document.head.innerHTML =
      "<style>:root { --paper: #fbf8f1 } :root[data-theme=dark] { --paper: #16140f }</style>" +
      '<meta name="theme-color" content="#fff"><meta name="theme-color" content="#000">';
    show("");
    const colours = () =>
      [...document.querySelectorAll<HTMLMetaElement>("meta")].map(({ content }) => content);
    const state = openPage();
    expect(colours()).toEqual(["#fff", "#000"]);
    state.choose("theme", "dark");
    await painted();
    expect(colours()).toEqual(["#16140f", "#16140f"]);
    state.choose("theme", "system");
    await painted();
    expect(colours()).toEqual(["#fff", "#000"]);
  });
});

describe("what the reader has chosen", () => {
  const refused = vi.fn();

  function openPage(storage: Storage = localStorage): SettingsState {
    refused.mockClear();
    const state = createSettingsState({});
    createRoot(() =>
      attachSettingsStorage(
        makeSafeStorage(() => storage),
        state,
        refused,
        pageSignal(),
      ),
    );
    return state;
  }

  function storeInAnotherTab(chosen: Chosen): void {
    const newValue = printStoredSettings(chosen);
    dispatchEvent(new StorageEvent("storage", { key: ownName("/", settingsStorageKey), newValue }));
  }

  test("is kept for the next visit", async () => {
    const state = openPage();
    state.choose("size", 125);
    state.choose("theme", "sepia");
    await soon();
    expect(localStorage.getItem(ownName("/", settingsStorageKey))).toBe(
      printStoredSettings({ size: 125, theme: "sepia" }),
    );
    expect(refused).not.toHaveBeenCalled();
  });

  test("is not written merely because the page was opened", async () => {
    openPage();
    await soon();
    expect(localStorage.getItem(ownName("/", settingsStorageKey))).toBeNull();
  });

  test("is told once to be lost where nothing can be kept", async () => {
    const full = { getItem: () => null } as unknown as Storage;
    const state = openPage(full);
    for (const value of [110, 125]) {
      state.choose("size", value);
      await soon();
    }
    expect(refused.mock.calls).toEqual([[false]]);
    expect(state.chosen()).toEqual({ size: 125 });
  });

  test("is told to be kept after all where there is room again when the page is shown again", async () => {
    const storage = { getItem: () => null } as unknown as Storage;
    const state = openPage(storage);
    state.choose("size", 110);
    await soon();
    const setItem = vi.fn();
    Object.assign(storage, { setItem });
    document.dispatchEvent(new Event("visibilitychange"));
    expect(refused.mock.calls).toEqual([[false], [true]]);
    expect(setItem).toHaveBeenCalledWith(
      ownName("/", settingsStorageKey),
      printStoredSettings({ size: 110 }),
    );
    document.dispatchEvent(new Event("visibilitychange"));
    expect(setItem).toHaveBeenCalledOnce();
  });

  test("in another tab holds here, and is not written back over what comes after it", async () => {
    const state = openPage();
    storeInAnotherTab({ theme: "dark" });
    await soon();
    expect(state.chosen()).toEqual({ theme: "dark" });
    expect(localStorage.getItem(ownName("/", settingsStorageKey))).toBeNull();
    state.choose("size", 110);
    await soon();
    expect(localStorage.getItem(ownName("/", settingsStorageKey))).toBe(
      printStoredSettings({ theme: "dark", size: 110 }),
    );
  });

  test("stays when another tab stores something else, and goes when it forgets all", () => {
    const state = openPage();
    storeInAnotherTab({ size: 150 });
    dispatchEvent(new StorageEvent("storage", { key: "another", newValue: "{}" }));
    expect(state.chosen()).toEqual({ size: 150 });
    dispatchEvent(
      new StorageEvent("storage", { key: ownName("/", settingsStorageKey), newValue: null }),
    );
    expect(state.chosen()).toEqual({});
  });
});

describe("terms in the text", () => {
  const text =
    '<p class="s">在<a href="glossary/#t1">政务服务</a>上，见<a href="#p1">上文</a>。</p>';

  test("are no links for a reader who does not want them marked, and links again when asked for", () => {
    show(text);
    const before = document.body.innerHTML;
    const state = createSettingsState({ unmarked: true });
    createRoot(() => attachMarkedTerms(state));
    expect(document.querySelectorAll("a[href]")).toHaveLength(1);
    expect(find("p").textContent).toBe("在政务服务上，见上文。");
    state.choose("unmarked", false);
    expect(document.body.innerHTML).toBe(before);
    state.choose("unmarked", true);
    expect(document.querySelectorAll("a[href]")).toHaveLength(1);
  });

  test("are left as they were printed for everyone else, whatever else is chosen", () => {
    show(text);
    const before = document.body.innerHTML;
    const state = createSettingsState({});
    createRoot(() => attachMarkedTerms(state));
    state.choose("size", 150);
    expect(document.body.innerHTML).toBe(before);
  });
});

describe("a key", () => {
  const list = vi.fn();
  const mark = vi.fn();
  const pressed = vi.fn();

  /** A page that has everything that a key presses, and fields beside it. */
  function openPage(): void {
    for (const spy of [list, mark, pressed]) spy.mockClear();
    const panels = ["contents", "text", "listen", "search", "notes"];
    show(
      `<main><a class="language" href="#en"></a><button data-expand></button><button class="parallel"></button>
      ${panels.map((name) => `<button popovertarget="${name}-panel"></button>`).join("")}
      <div id="listen-panel"><button class="primary"></button></div>
      <input id="text"><textarea></textarea><select></select>
      <input type="checkbox"><input type="radio"><input type="range"></main>`,
    );
    document.addEventListener("click", ({ target }) => pressed(target), { signal: pageSignal() });
    attachShortcuts({ list, mark }, pageSignal());
  }

  /**
   * Presses a key with the focus on an element. Returns whether the browser may do what it does
   * with it.
   */
  function pressKey(key: string, held: KeyboardEventInit = {}, at: Element = document.body) {
    const keydown = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
    return at.dispatchEvent(keydown);
  }

  test.each(shortcuts)("$key presses the button that it stands for", (shortcut) => {
    openPage();
    const isLeft = pressKey(shortcut.key, { ctrlKey: shortcut.isHeld ?? false });
    expect(pressed.mock.calls).toEqual([[find(shortcut.presses)]]);
    expect(isLeft).toBe(false);
  });

  test("with Command does what it does with Ctrl", () => {
    openPage();
    pressKey("k", { metaKey: true });
    expect(pressed).toHaveBeenCalledOnce();
  });

  test.each([
    ["C", "c"],
    ["ｃ", "c"],
    ["／", "/"],
    ["、", "/"],
  ])("does what it stands for as %s too, with Caps Lock or a Chinese input method", (key, same) => {
    openPage();
    expect(pressKey(key)).toBe(false);
    const shortcut = shortcuts.find((each) => each.key === same);
    expect(pressed.mock.calls).toEqual([[find(shortcut?.presses ?? "")]]);
  });

  test("lists the keys, or marks the sentence, with Caps Lock or a Chinese input method", () => {
    openPage();
    pressKey("？", { shiftKey: true });
    pressKey("M");
    expect([list, mark].map((each) => each.mock.calls.length)).toEqual([1, 1]);
  });

  test("with Ctrl and Caps Lock does the same, and with Shift too is the browser's", () => {
    openPage();
    expect(pressKey("K", { ctrlKey: true })).toBe(false);
    expect(pressKey("K", { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(pressKey("k", { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(pressed).toHaveBeenCalledOnce();
  });

  test("is not taken from the middle of what is being composed", () => {
    openPage();
    expect(pressKey("c", { isComposing: true })).toBe(true);
    expect(pressed).not.toHaveBeenCalled();
  });

  test("lists the keys, or marks the sentence", () => {
    openPage();
    pressKey(listKey);
    expect([list, mark].map((each) => each.mock.calls.length)).toEqual([1, 0]);
    pressKey(markKey);
    expect([list, mark].map((each) => each.mock.calls.length)).toEqual([1, 1]);
  });

  test("is the browser's where the page has nothing for it, or with Alt, Ctrl or Command", () => {
    openPage();
    expect(pressKey("x")).toBe(true);
    expect(pressKey("c", { altKey: true })).toBe(true);
    expect(pressKey("c", { ctrlKey: true })).toBe(true);
    expect(pressKey(listKey, { ctrlKey: true })).toBe(true);
    find(".language").remove();
    expect(pressKey("g")).toBe(true);
    for (const spy of [list, mark, pressed]) expect(spy).not.toHaveBeenCalled();
  });

  test("is a letter where the reader types", () => {
    openPage();
    for (const field of ["#text", "textarea", "select"])
      for (const key of ["c", "e", listKey, markKey])
        expect(pressKey(key, {}, find(field)), `${key} in ${field}`).toBe(true);
    for (const spy of [list, mark, pressed]) expect(spy).not.toHaveBeenCalled();
    pressKey("k", { ctrlKey: true }, find("#text"));
    expect(pressed).toHaveBeenCalledOnce();
  });

  test("does what it does beside a slider or a choice, which take other keys", () => {
    openPage();
    for (const kind of ["checkbox", "radio", "range"])
      pressKey("e", {}, find(`input[type=${kind}]`));
    expect(pressed).toHaveBeenCalledTimes(3);
  });

  test("does nothing by itself for a reader who has turned single keys off, and all with Ctrl", () => {
    openPage();
    root.dataset.keyless = "";
    for (const { key } of shortcuts.filter(({ isHeld }) => !isHeld))
      expect(pressKey(key), key).toBe(true);
    for (const key of [listKey, markKey]) expect(pressKey(key), key).toBe(true);
    for (const spy of [list, mark, pressed]) expect(spy).not.toHaveBeenCalled();
    pressKey("k", { ctrlKey: true });
    expect(pressed).toHaveBeenCalledOnce();
  });

  test("that something else has taken does nothing more", () => {
    openPage();
    find("main").addEventListener("keydown", (event) => event.preventDefault());
    pressKey("c", {}, find("main"));
    expect(pressed).not.toHaveBeenCalled();
  });
});
