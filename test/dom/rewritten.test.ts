// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { webcrypto } from "node:crypto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hasHeldChanges } from "../../src/client/notes/held-changes.ts";
import { loadPanelWords } from "../../src/client/panels/words.ts";
import { localStore } from "../../src/client/platform/storage.ts";
import type { Report } from "../../src/core/document/report.ts";
import { checksumOf } from "../../src/core/page/checksum.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { find, pageSignal, press, usePageForEachTest } from "../support/dom.ts";
import { type Edition, editions } from "../support/editions.ts";
import { installFakeSpeech, type Said } from "../support/fake-speech.ts";
import { noteNames } from "../support/note-names.ts";
import {
  button,
  forgetModules,
  openPrinted,
  printedPage,
  servePages,
  type,
} from "../support/printed-page.ts";
import {
  addPinyin,
  addRemarks,
  toTraditional,
  translate,
  translateInPlace,
} from "../support/rewriters.ts";

usePageForEachTest();
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => expect.poll(() => hasHeldChanges(localStore)).toBe(false));

const [chinese] = editions as [Edition, Edition];
const [{ recipe }] = readReports("content/reports") as [Report];
/** Words of the programs that rewrite. */
const rewrittenWords = /traduit|pīn|note|復/;
const names = { ...chinese.names, ...noteNames["zh-CN"] };

/** What rewrites the page, and whether before or after our script has seen it. */
const cases = Object.entries({ translate, translateInPlace, addPinyin, addRemarks, toTraditional })
  .flatMap(([name, rewrite]) => [
    { name: `${name}, before our script`, rewrite, isEarly: true },
    { name: `${name}, after our script`, rewrite, isEarly: false },
  ])
  .map((each) => [each.name, each] as const);
type Case = (typeof cases)[number][1];

/** Opens the report's page, rewritten; the network has it as it was printed. */
async function openRewritten({ rewrite, isEarly }: Pick<Case, "rewrite" | "isEarly">) {
  forgetModules();
  const network = servePages();
  openPrinted("");
  const { readPublished } = await import("../../src/client/page/published.ts");
  if (!isEarly) await readPublished();
  rewrite();
  return network;
}

const printed = () => new DOMParser().parseFromString(printedPage(""), "text/html");
const printedText = (id: string) => printed().getElementById(id)?.textContent ?? "";

const makePanel = (id: string) => {
  const panel = Object.assign(document.createElement("div"), { id });
  document.body.append(panel);
  return panel;
};

async function openPlayer() {
  installFakeSpeech(["good", 1]);
  const panel = makePanel("listen-panel");
  const { startListening } = await import("../../src/client/listening/start-listening.ts");
  const starting = startListening(panel, await loadPanelWords("zh-CN"), pageSignal());
  await vi.advanceTimersByTimeAsync(3500);
  await starting;
  return panel;
}

/** Selects a range as a reader does, and waits until the toolbar is there for it. */
async function select(range: Range) {
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  document.dispatchEvent(new Event("selectionchange"));
  await expect.poll(() => document.querySelector<HTMLElement>(".marking")?.hidden).toBe(false);
}

async function openNotes() {
  const { startNotes } = await import("../../src/client/notes/start-notes.ts");
  const words = await loadPanelWords("zh-CN", "notes");
  const notes = await startNotes(words, { show: vi.fn(), dismiss: vi.fn() }, pageSignal());
  const panel = makePanel("notes-panel");
  notes.fillPanel(panel);
  return { items: () => [...panel.querySelectorAll(".notes li")] };
}

describe.each(["", "en/"])("the page /%s", (path) => {
  test("carries the checksum of the sentences that it shows, and its language", () => {
    openPrinted(path);
    const { dataset, lang } = document.documentElement;
    const sentences = [...document.querySelectorAll("main .s")];
    expect(sentences.length).toBeGreaterThan(50);
    expect(dataset.sum).toBe(checksumOf(sentences.map((each) => each.textContent ?? "")));
    expect(dataset.language).toBe(lang);
  });
});

describe.each(cases)("a page that another program has rewritten (%s)", (_, how) => {
  test("is read aloud as it was published", async () => {
    vi.useFakeTimers();
    await openRewritten(how);
    const panel = await openPlayer();
    press(button(panel, names.play));
    await vi.advanceTimersByTimeAsync(7_200_000);
    expect(find("#announcements").textContent).toContain(names.ended);
    const said = (window as unknown as { said: Said[] }).said.map(({ text }) => text).join("");
    expect(said).not.toMatch(rewrittenWords);
    expect(said).toContain("行政复议");
    expect(said.length).toBeGreaterThan(4000);
  });

  test("is searched as it was published, and a place is shown in its sentence", async () => {
    await openRewritten(how);
    const panel = makePanel("search-panel");
    const { startSearch } = await import("../../src/client/search/start-search.ts");
    startSearch(panel, await loadPanelWords("zh-CN", "search"), pageSignal());
    const field = panel.querySelector("input") as HTMLInputElement;
    type(field, "行政复议");
    const times = printedPage("").split("行政复议").length;
    expect(times).toBeGreaterThan(2);
    await expect.poll(() => panel.querySelectorAll("mark").length).toBeGreaterThan(2);
    const [first] = panel.querySelectorAll("a");
    expect(first?.textContent).not.toMatch(rewrittenWords);
    press(first as Element);
    const { hash } = first as HTMLAnchorElement;
    expect(document.querySelector(".found")?.id).toBe(hash.slice(1));
  });

  test("is proved by what was published, and said to be shown otherwise", async () => {
    await openRewritten(how);
    vi.stubGlobal("crypto", webcrypto);
    vi.stubGlobal("fetch", async () => Response.json(recipe));
    const { startUnderstanding } = await import(
      "../../src/client/understanding/start-understanding.ts"
    );
    const words = await loadPanelWords("zh-CN");
    const fail = vi.fn();
    startUnderstanding(async () => words, fail, pageSignal())(find("#proof button"), true);
    const status = () => find("#proof [role=status]").textContent;
    await expect.poll(status).toContain(names.agrees);
    expect(status()).toContain("别的程序");
    expect(fail).not.toHaveBeenCalled();
  });
});

describe("a few characters that a reader marks", () => {
  const id = "p5-m1-s1";
  const quoted = (items: readonly Element[]) => items[0]?.textContent ?? "";

  /** Selects from one offset of a sentence's own text to another, and colours it. */
  async function mark(from: number, to: number) {
    const { items } = await openNotes();
    const walker = document.createTreeWalker(find(`#${id}`), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let at = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.matches("rt, .remark")) continue;
      if (from >= at && from < at + node.length) range.setStart(node, from - at);
      if (to > at && to <= at + node.length) range.setEnd(node, to - at);
      at += node.length;
    }
    await select(range);
    press(button(find(".marking"), names.yellow));
    return items();
  }
  const marked = () =>
    [...document.querySelectorAll(`#${id} mark`)].map(({ textContent }) => textContent).join("");

  test.each([
    ["readings", addPinyin],
    ["remarks", addRemarks],
  ] as const)("are exactly these, where a program has added %s to them", async (_, rewrite) => {
    await openRewritten({ rewrite: () => rewrite(find(`#${id}`)), isEarly: true });
    const wanted = printedText(id).slice(0, 8);
    const items = await mark(0, 8);
    expect(quoted(items)).toContain(wanted);
    expect(quoted(items)).not.toContain(printedText(id).slice(0, 9));
    expect(marked().replaceAll("pīn", "")).toBe(wanted);
  });

  test.each([
    ["Chrome", translate],
    ["Safari", translateInPlace],
  ] as const)("stand for the whole sentence, where %s has translated it", async (_, rewrite) => {
    await openRewritten({ rewrite, isEarly: false });
    const items = await mark(1, 4);
    expect(quoted(items)).toContain(printedText(id));
    expect(quoted(items)).not.toMatch(rewrittenWords);
    expect(marked()).toBe(find(`#${id}`).textContent);
  });

  test("are there again in the published words when the page is itself again", async () => {
    await openRewritten({ rewrite: () => translate(), isEarly: false });
    await mark(1, 4);
    await expect.poll(() => hasHeldChanges(localStore)).toBe(false);
    await openRewritten({ rewrite: () => undefined, isEarly: true });
    await openNotes();
    expect(marked()).toBe(printedText(id));
  });
});

test("the buttons of the player say what they do after a translator has rewritten them", async () => {
  vi.useFakeTimers();
  await openRewritten({ rewrite: () => undefined, isEarly: false });
  const panel = await openPlayer();
  translate(panel);
  const play = panel.querySelector(".primary") as HTMLElement;
  expect(play.textContent).toContain("traduit");
  press(play);
  await vi.advanceTimersByTimeAsync(100);
  expect(play.textContent).toBe(names.pause);
  translate(panel);
  press(play);
  await vi.advanceTimersByTimeAsync(100);
  expect(play.textContent).not.toMatch(/traduit/);
  expect(find(".playing span").textContent).not.toMatch(/traduit/);
});
