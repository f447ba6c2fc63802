// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { attachPanel, makePanel } from "../../src/client/panels/panel.ts";
import { loadPanelWords } from "../../src/client/panels/words.ts";
import { attachShortcuts } from "../../src/client/settings/attach-shortcuts.ts";
import { fakePopovers, find, pageSignal, press, show, usePageForEachTest } from "../support/dom.ts";
import { forgetModules, openPrinted, servePages } from "../support/printed-page.ts";

usePageForEachTest();

/** Keys that an input method takes: while it composes, and, in Safari, the one that ends it. */
const composing = [
  ["while it composes", { isComposing: true }],
  ["that ends it, as Safari tells it", { isComposing: false, keyCode: 229 }],
] as const;

/** Presses a key; returns whether its default action was not prevented. */
const pressKey = (target: EventTarget, key: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
  );

describe.each(composing)("a key of an input method, %s,", (_, how) => {
  test("does not close the search that is typed into", async () => {
    forgetModules();
    servePages();
    openPrinted("");
    const panel = Object.assign(document.createElement("div"), { id: "search-panel" });
    document.body.append(panel);
    const { startSearch } = await import("../../src/client/search/start-search.ts");
    startSearch(panel, await loadPanelWords("zh-CN", "search"), pageSignal());
    const closed = vi.fn();
    panel.addEventListener("toggle", closed);
    pressKey(find("#search-panel input"), "Escape", how);
    expect(closed).not.toHaveBeenCalled();
    pressKey(find("#search-panel input"), "Escape");
    expect(closed).toHaveBeenCalledOnce();
  });

  test("does not close a panel with a field, where the browser has no popovers", () => {
    show('<button popovertarget="panel"></button><main></main><div id="notices"></div>');
    const panel = makePanel("panel", "书签和笔记", "auto");
    panel.append(document.createElement("input"));
    attachPanel(panel, undefined, pageSignal());
    press(find("button"));
    pressKey(find("input"), "Escape", how);
    expect(panel.hasAttribute("data-open")).toBe(true);
    pressKey(find("input"), "Escape");
    expect(panel.hasAttribute("data-open")).toBe(false);
  });

  test("does not let the browser close a popover with a field", async () => {
    fakePopovers();
    forgetModules();
    show('<button popovertarget="panel"></button><main></main><div id="notices"></div>');
    const module = await import("../../src/client/panels/panel.ts");
    const panel = module.makePanel("panel", "书签和笔记", "auto");
    panel.append(document.createElement("input"));
    module.attachPanel(panel, undefined, pageSignal());
    expect(pressKey(find("input"), "Escape", how)).toBe(false);
    expect(pressKey(find("input"), "Escape")).toBe(true);
    expect(pressKey(find("input"), "a", how)).toBe(true);
    for (const name of ["showPopover", "hidePopover"])
      Reflect.deleteProperty(HTMLElement.prototype, name);
  });

  test("presses no button of the page", () => {
    show("<main></main>");
    const list = vi.fn();
    attachShortcuts({ list, mark: vi.fn() }, pageSignal());
    pressKey(find("main"), "?", how);
    expect(list).not.toHaveBeenCalled();
    pressKey(find("main"), "?");
    expect(list).toHaveBeenCalledOnce();
  });
});
