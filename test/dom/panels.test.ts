// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { attachPanel, makePanel } from "../../src/client/panels/panel.ts";
import { loadPanelWords } from "../../src/client/panels/words.ts";
import { mountShortcutsPanel } from "../../src/client/settings/ShortcutsPanel.tsx";
import { createSettingsState, type SettingsState } from "../../src/client/settings/state.ts";
import { mountTextPanel } from "../../src/client/settings/TextPanel.tsx";
import { mountNotices } from "../../src/client/shell/NoticeBox.tsx";
import { createNoticesState, type Notice } from "../../src/client/shell/notices.ts";
import type { Chosen } from "../../src/core/settings/schema.ts";
import { listKey, markKey, shortcuts } from "../../src/core/shortcuts.ts";
import { find, pageSignal, press, show, soon, usePageForEachTest } from "../support/dom.ts";
import { editions } from "../support/editions.ts";

usePageForEachTest();

const announce = vi.fn();
const close = vi.fn();

beforeEach(() => {
  announce.mockClear();
  close.mockClear();
});

/** The control of a name: a button, a switch, a radio button or a slider. */
function control(name: string | RegExp): HTMLInputElement {
  const nameOf = (each: HTMLInputElement) =>
    each.getAttribute("aria-label") ?? each.labels?.[0]?.textContent ?? each.textContent ?? "";
  const found = [...document.querySelectorAll<HTMLInputElement>("button, input")].find((each) =>
    typeof name === "string" ? nameOf(each).trim() === name : name.test(nameOf(each)),
  );
  if (!found) throw new Error(`there is no control named ${name}`);
  return found;
}

/** Moves a slider to a value. */
function slide(slider: HTMLInputElement, value: number): void {
  slider.value = String(value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
}

describe.each(editions)("the text settings $title", ({ language, names }) => {
  const onSample = vi.fn();

  async function openPanel(initial: Chosen = {}): Promise<SettingsState> {
    show('<div id="panel"></div>', language);
    const state = createSettingsState(initial);
    onSample.mockClear();
    mountTextPanel(find("#panel"), {
      language,
      words: await loadPanelWords(language),
      state,
      sample: "样句",
      show: (_element, chosen) => onSample(chosen),
      announce,
      close,
    });
    return state;
  }
  const isOff = (name: string) => control(name).getAttribute("aria-disabled") === "true";

  test("make the type larger and smaller, show it on the sample and say so", async () => {
    const state = await openPanel();
    control(names.larger).click();
    expect(state.chosen()).toEqual({ size: 110 });
    expect(onSample).toHaveBeenLastCalledWith({ size: 110 });
    expect(announce).toHaveBeenLastCalledWith(expect.stringContaining("110%"));
    control(names.smaller).click();
    control(names.smaller).click();
    expect(state.chosen()).toEqual({ size: 90 });
    control(names.reset).click();
    expect(state.chosen()).toEqual({});
    expect(announce).toHaveBeenLastCalledWith(names.isReset);
  });

  test("reach 300 % and no further, and 80 % and no less", async () => {
    const state = await openPanel();
    for (const [name, end] of [
      [names.larger, 300],
      [names.smaller, 80],
    ] as const) {
      for (let press = 0; press < 20; press++) control(name).click();
      expect(state.chosen().size).toBe(end);
      expect(isOff(name)).toBe(true);
      // Its reader hears where they are, also at the end.
      expect(announce).toHaveBeenLastCalledWith(expect.stringContaining(`${end}%`));
    }
  });

  test("offer each theme, typeface and alignment, and choose the one that is checked", async () => {
    const state = await openPanel();
    for (const [key, choices] of [
      ["theme", names.themes],
      ["face", names.faces],
      ["align", names.aligns],
    ] as const)
      for (const [value, name] of Object.entries(choices).reverse()) {
        control(name).click();
        expect(control(name).checked).toBe(true);
        expect(state.chosen()[key]).toBe(value);
      }
    expect(document.querySelectorAll("[type=radio]:checked")).toHaveLength(3);
  });

  test("move each slider, in words that are read", async () => {
    const state = await openPanel();
    for (const [key, name, value] of [
      ["leading", names.leading, 2.2],
      ["tracking", names.tracking, 0.1],
      ["spacing", names.spacing, 2],
      ["width", names.width, 30],
    ] as const) {
      const slider = control(name);
      const before = slider.getAttribute("aria-valuetext");
      slide(slider, value);
      expect(state.chosen()[key]).toBe(value);
      expect(slider.getAttribute("aria-valuetext")).not.toBe(before);
      expect(slider.getAttribute("aria-valuetext")).toMatch(/\d/);
    }
  });

  test("say the width in characters of the page's language", async () => {
    await openPanel();
    slide(control(names.width), 30);
    const said = control(names.width).getAttribute("aria-valuetext");
    expect(said).toContain(language === "en" ? "60" : "30");
  });

  test("in easy mode offer nothing smaller than it gives, and keep what was chosen before", async () => {
    const state = await openPanel({ size: 110 });
    control(names.easy).click();
    expect(state.chosen()).toEqual({ size: 110, easy: true });
    expect(isOff(names.smaller)).toBe(true);
    control(names.smaller).click();
    expect(state.chosen().size).toBe(110);
    expect(control(names.leading).min).toBe("2");
    control(names.easy).click();
    expect(isOff(names.smaller)).toBe(false);
    expect(control(names.leading).min).toBe("1.4");
    expect(state.chosen()).toEqual({ size: 110, easy: false });
  });

  test("turn marked terms and single keys off and on", async () => {
    const state = await openPanel();
    const [terms, keys] = [control(names.markedTerms), control(/快捷键|shortcuts/)];
    expect([terms.checked, keys.checked]).toEqual([true, true]);
    terms.click();
    keys.click();
    expect(state.chosen()).toEqual({ unmarked: true, keyless: true });
    terms.click();
    expect(state.chosen()).toEqual({ unmarked: false, keyless: true });
  });

  test("follow what another tab chose", async () => {
    const state = await openPanel();
    state.replace({ theme: "dark", easy: true, leading: 2.4 });
    expect(control(names.themes.dark).checked).toBe(true);
    expect(control(names.easy).checked).toBe(true);
    expect(control(names.leading).value).toBe("2.4");
  });

  test("close by their own button", async () => {
    await openPanel();
    control(names.close).click();
    expect(close).toHaveBeenCalledOnce();
  });
});

/** What each key does, in the list's order. */
const does = {
  "zh-CN": [
    ...["打开目录", "打开文字设置", "打开朗读", "播放、暂停或继续朗读", "搜索", "搜索"],
    ...[
      "打开书签和笔记",
      "全部展开或全部收起",
      "中英对照",
      "切换到英文",
      "标记当前句",
      "显示这张表",
    ],
  ],
  en: [
    ...["Open the contents", "Open the text settings", "Open Listen", "Play, pause or resume"],
    ...["Search", "Search", "Open bookmarks and notes", "Expand or collapse all", "Side by side"],
    ...["Switch to Chinese", "Mark this sentence", "Show this list"],
  ],
} as const;

describe.each(editions)("the list of keys $title", ({ language, names }) => {
  async function openPanel(): Promise<SettingsState> {
    show('<div id="panel"></div>', language);
    const state = createSettingsState({});
    const words = await loadPanelWords(language);
    mountShortcutsPanel(find("#panel"), { words, state, held: "⌘", close });
    return state;
  }

  test("has every key with what it does", async () => {
    await openPanel();
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());
    expect(texts("dt")).toEqual([
      ...shortcuts.map(({ key, isHeld }) => (isHeld ? `⌘ +${key}` : key)),
      markKey,
      listKey,
    ]);
    expect(texts("dd")).toEqual(does[language]);
  });

  test("turns single keys off and on again", async () => {
    const state = await openPanel();
    const single = find<HTMLInputElement>("[role=switch]");
    expect(single.checked).toBe(true);
    single.click();
    expect(state.chosen()).toEqual({ keyless: true });
    single.click();
    expect(state.chosen()).toEqual({ keyless: false });
    control(names.close).click();
    expect(close).toHaveBeenCalledOnce();
  });
});

/**
 * What is said of a version in which the report changed, and of one in which only the program did.
 */
const updates = {
  "zh-CN": { text: "报告的内容有更新", app: "报告没有变" },
  en: { text: "the report’s text has changed", app: "not the report" },
} as const;

describe.each(editions)("a notice $title", ({ language, names }) => {
  async function openPage() {
    show('<div id="notices"></div>', language);
    const state = createNoticesState();
    mountNotices(find("#notices"), { words: await loadPanelWords(language), state, announce });
    return state;
  }
  const text = () => document.querySelector("#notices p")?.textContent;

  test("is shown and said once, and taken away by its reader", async () => {
    const state = await openPage();
    expect(document.querySelector("#notices section")).toBeNull();
    state.show({ kind: "not-kept" });
    expect(text()).toContain(names.notKept);
    expect(announce.mock.calls).toEqual([[text()]]);
    expect(find("#notices section").getAttribute("aria-label")).toBe(names.notices);
    control(names.dismiss).click();
    expect(document.querySelector("#notices section")).toBeNull();
    expect(announce).toHaveBeenCalledOnce();
  });

  test("is said for each thing that happens, in other words for each", async () => {
    const state = await openPage();
    const notices: Notice[] = [
      { kind: "offline", isComplete: true },
      { kind: "offline", isComplete: false },
      { kind: "not-kept" },
      { kind: "notes-not-kept", text: "书签和笔记没能保存" },
      { kind: "missing" },
      { kind: "updated-elsewhere", update() {} },
      { kind: "moved", to: undefined },
      ...(["text", "app", undefined] as const).map(
        (changed): Notice => ({ kind: "update", changed, update() {} }),
      ),
    ];
    for (const notice of notices) state.show(notice);
    const said = announce.mock.calls.map(([sentence]) => String(sentence));
    expect(new Set(said).size).toBe(notices.length);
    for (const sentence of said) expect(sentence).not.toMatch(/^notices|[{}]/);
  });

  test("of an update says what has changed", async () => {
    const state = await openPage();
    for (const changed of ["text", "app"] as const) {
      state.show({ kind: "update", changed, update() {} });
      expect(text()).toContain(updates[language][changed]);
    }
  });

  test("that can be acted on offers it, or can be put off", async () => {
    const state = await openPage();
    const update = vi.fn();
    state.show({ kind: "update", changed: "text", update });
    const [act, later] = document.querySelectorAll<HTMLButtonElement>("#notices button");
    expect(act?.textContent).toBe(language === "en" ? "Update" : "更新");
    act?.click();
    expect(update).toHaveBeenCalledOnce();
    later?.click();
    expect(document.querySelector("#notices section")).toBeNull();
  });

  test("of a move leads to the same place there, with what was chosen here", async () => {
    const state = await openPage();
    const at = (path: string) => new URL(path, location.href).href;
    const link = () => find<HTMLAnchorElement>("#notices a");
    history.replaceState(null, "", "/en/?from=timeline#p3-m2-s1");
    localStorage.setItem("zhanjuan:/:settings", "large");
    localStorage.setItem("zhanjuan:/:listening", "fast");
    localStorage.setItem("zhanjuan:/library/:listening", "slow");
    state.show({ kind: "moved", to: at("/library/") });
    expect(link().textContent).toBe(language === "en" ? "Go to the new address" : "去新地址");
    expect(link().href).toBe(at("/library/en/?from=timeline#p3-m2-s1"));
    history.replaceState(null, "", "/en/#p4");
    document.addEventListener("click", (event) => event.preventDefault(), { once: true });
    link().click();
    expect(link().href).toBe(at("/library/en/#p4"));
    expect(localStorage.getItem("zhanjuan:/library/:settings")).toBe("large");
    expect(localStorage.getItem("zhanjuan:/library/:listening")).toBe("slow");
    expect(localStorage.getItem("zhanjuan:/:settings")).toBe("large");
    find("#notices button").click();
    expect(document.querySelector("#notices section")).toBeNull();
  });

  test("of a move to another host leads there by way of this one", async () => {
    const state = await openPage();
    history.replaceState(null, "", "/en/?a=b#p3");
    state.show({ kind: "moved", to: undefined });
    const { href } = find<HTMLAnchorElement>("#notices a");
    expect(href).toBe(new URL("/en/?a=b&lead-on=#p3", location.href).href);
  });

  test("that another covered is shown again, and was not said while it was covered", async () => {
    const state = await openPage();
    state.show({ kind: "missing" });
    state.show({ kind: "offline", isComplete: true });
    expect(text()).toContain(names.offline);
    state.dismiss("missing");
    expect(announce).toHaveBeenCalledTimes(2);
    state.show({ kind: "missing" });
    state.dismiss();
    expect(text()).toContain(names.offline);
  });
});

describe("a panel where the browser has no popovers", () => {
  const button = () => find("button");
  const isOpen = () => find("#panel").hasAttribute("data-open");
  const pressEscape = () =>
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));

  const fail = vi.fn();

  function openPage(kind: "auto" | "manual", fill: () => Promise<void> | void = () => undefined) {
    show('<button popovertarget="panel"><b>文字</b></button><main></main><div id="notices"></div>');
    const panel = makePanel("panel", "文字", kind);
    attachPanel(panel, { fill, fail }, pageSignal());
    return panel;
  }

  test("opens and closes by its button, which says so, and has a name", () => {
    const panel = openPage("auto");
    expect(panel.getAttribute("aria-label")).toBe("文字");
    expect(panel.nextElementSibling).toBe(find("#notices"));
    expect(button().getAttribute("aria-expanded")).toBe("false");
    press(find("b"));
    expect(isOpen()).toBe(true);
    expect(button().getAttribute("aria-expanded")).toBe("true");
    press(find("b"));
    expect(isOpen()).toBe(false);
    expect(button().getAttribute("aria-expanded")).toBe("false");
  });

  test("closes on Escape, with the focus back on its button, and only while it is open", () => {
    openPage("auto");
    pressEscape();
    expect(document.activeElement).toBe(document.body);
    press(button());
    pressEscape();
    expect(isOpen()).toBe(false);
    expect(document.activeElement).toBe(button());
  });

  test("closes when the page is pressed beside it, unless it stays open beside the page", () => {
    for (const kind of ["auto", "manual"] as const) {
      openPage(kind);
      press(button());
      press(find("#panel"));
      expect(isOpen()).toBe(true);
      press(find("main"));
      expect(isOpen(), kind).toBe(kind === "manual");
    }
  });

  test("is filled when it first opens, and again only where that failed, which closes it", async () => {
    const fill = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error("gone"));
    fill.mockResolvedValue();
    fail.mockClear();
    openPage("auto", fill);
    expect(fill).not.toHaveBeenCalled();
    press(button());
    await soon();
    expect(isOpen()).toBe(false);
    for (let time = 0; time < 4; time++) press(button());
    await soon();
    expect(fill).toHaveBeenCalledTimes(2);
    expect(fail).toHaveBeenCalledTimes(1);
  });
});
