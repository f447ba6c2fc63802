// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAnnotationStore } from "../../src/client/notes/annotation-store.ts";
import { keepDraft, tabId } from "../../src/client/notes/draft.ts";
import { hasHeldChanges } from "../../src/client/notes/held-changes.ts";
import { startNotes } from "../../src/client/notes/start-notes.ts";
import { loadPanelWords } from "../../src/client/panels/words.ts";
import { localStore, sessionStore } from "../../src/client/platform/storage.ts";
import type { Annotation } from "../../src/core/notes/annotation.ts";
import { printAnnotations } from "../../src/core/notes/web-annotation.ts";
import { annotationOf } from "../support/annotations.ts";
import { find, pageSignal, press, usePageForEachTest } from "../support/dom.ts";
import { hostileSample, hostileStrings } from "../support/hostile.ts";
import { noteNames } from "../support/note-names.ts";
import { button, openPrinted, type } from "../support/printed-page.ts";

usePageForEachTest();
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});
// What a test leaves to be written would be written into the next one's database.
afterEach(() => expect.poll(() => hasHeldChanges(localStore)).toBe(false));

/**
 * The notes of a page as a reader has them: the list, the toolbar, and what they were told failed.
 */
async function openNotes(language: "zh-CN" | "en" = "zh-CN") {
  openPrinted(language === "en" ? "en/" : "");
  const told: string[] = [];
  const shown = {
    show: (kind: string) => void told.push(kind),
    dismiss: (kind: string) => void told.push(`no ${kind}`),
  };
  const notes = await startNotes(await loadPanelWords(language, "notes"), shown, pageSignal());
  const panel = Object.assign(document.createElement("div"), { id: "notes-panel" });
  document.body.append(panel);
  notes.fillPanel(panel);
  const names = noteNames[language];
  const items = () => [...panel.querySelectorAll(".notes li")];
  /** What is said of a file that was read. */
  const report = () => panel.querySelector("[role=status]:last-of-type")?.textContent ?? "";
  const skipped = () => [...panel.querySelectorAll(".skipped li")].map((each) => each.textContent);
  const bring = async (content: string | Blob) => {
    const input = panel.querySelector<HTMLInputElement>("input[type=file]");
    const file = new File([content], "n.json");
    Object.defineProperty(input, "files", { value: [file], configurable: true });
    Object.defineProperty(input, "value", { value: "n.json", configurable: true, writable: true });
    input?.dispatchEvent(new Event("change", { bubbles: true }));
    await expect.poll(() => input?.value, { interval: 1 }).toBe("");
  };
  return { notes, panel, names, items, report, skipped, bring, told, language };
}

const toolbar = () => find(".marking");

/**
 * Selects a stretch of a sentence as a reader does, and waits until the toolbar is there for it.
 */
async function select(id: string, from: number, to: number): Promise<string> {
  const walker = document.createTreeWalker(find(`#${id}`), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let begin = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (from >= begin && from < begin + node.length) range.setStart(node, from - begin);
    if (to > begin && to <= begin + node.length) range.setEnd(node, to - begin);
    begin += node.length;
  }
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  document.dispatchEvent(new Event("selectionchange"));
  await expect.poll(() => toolbar().hidden).toBe(false);
  return range.toString();
}

const highlighted = (kind: string) =>
  [...document.querySelectorAll(`main mark[data-kind="${kind}"]`)]
    .map(({ textContent }) => textContent)
    .join("");

/** Lets a file that the reader saves be read; returns what waits for one and reads it. */
function takeFiles(): () => Promise<string> {
  let last: Blob | undefined;
  Object.assign(URL, {
    createObjectURL: (file: Blob) => {
      last = file;
      return "blob:notes";
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  return async () => {
    await expect.poll(() => last).toBeDefined();
    const text = await readText(last as Blob);
    last = undefined;
    return text;
  };
}

/** The text of a file: jsdom's files lack `text`. */
const readText = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
beforeEach(() => {
  Object.assign(Blob.prototype, {
    text(this: Blob) {
      return readText(this);
    },
    async arrayBuffer(this: Blob) {
      return new TextEncoder().encode(await readText(this)).buffer;
    },
  });
});

describe.each(["zh-CN", "en"] as const)("a reader who marks the text (%s)", (language) => {
  test("selects it, colours it, and finds it in the list under its section", async () => {
    const { items, names } = await openNotes(language);
    const before = find("main").textContent;
    const words = await select("intro-s1", 3, 20);
    for (const kind of ["yellow", "green"] as const) {
      press(button(toolbar(), names[kind]));
      expect(highlighted(kind)).toBe(words);
      expect(button(toolbar(), names[kind]).getAttribute("aria-pressed")).toBe("true");
    }
    expect(highlighted("yellow")).toBe("");
    expect(find("main").textContent).toBe(before);
    expect(items()).toHaveLength(1);
    expect(items()[0]?.textContent).toContain(words.trim());
    expect(items()[0]?.textContent).toContain(find("#intro-h").textContent?.trim());
    expect(items()[0]?.querySelector("a")?.getAttribute("href")).toBe("#intro-s1");
  });

  test("writes notes, which the list sorts, searches, deletes and brings back", async () => {
    const { panel, items, names } = await openNotes(language);
    await select("outlook-s1", 0, 10);
    press(button(toolbar(), names.blue));
    await select("intro-s1", 0, 12);
    press(button(toolbar(), names.note));
    type(find<HTMLTextAreaElement>(".marking textarea"), "第一条 ＦＩＲＳＴ");
    press(button(toolbar(), names.save));
    expect(toolbar().hidden).toBe(true);
    expect(items()[0]?.textContent).toContain("第一条");
    const sort = panel.querySelector("select") as HTMLSelectElement;
    sort.value = [...sort.options].find(({ text }) => text === names.latest)?.value ?? "";
    sort.dispatchEvent(new Event("change", { bubbles: true }));
    expect(items()).toHaveLength(2);
    type(panel.querySelector("input[type=search]") as HTMLInputElement, "first");
    expect(items()).toHaveLength(1);
    expect(panel.textContent).toContain(names.count(1));
    press(button(items()[0] as Element, new RegExp(`^${names.remove}`)));
    expect(items()).toHaveLength(0);
    expect(document.activeElement).toBe(button(panel, names.undo));
    press(button(panel, names.undo));
    expect(items()).toHaveLength(1);
    expect(document.querySelectorAll("main [data-note]")).toHaveLength(1);
  });
});

test("a mark that has lost its place is told to have, and never deleted", async () => {
  const { panel, items, names, bring } = await openNotes();
  const point = (start: number) => ({
    ...{ type: "FragmentSelector", value: "p9-m9-s9" },
    refinedBy: { type: "TextPositionSelector", start, end: start },
  });
  const lost = {
    ...{ type: "Annotation", id: "urn:lost", motivation: "highlighting" },
    ...{ created: "2026-01-01T00:00:00Z", modified: "2026-01-01T00:00:00Z" },
    body: { type: "TextualBody", value: "keep me" },
    target: {
      source: { report: "wugang-2023", language: "zh-CN" },
      selector: [
        { type: "RangeSelector", startSelector: point(0), endSelector: point(9) },
        { type: "TextQuoteSelector", exact: "words that no report has ever had" },
      ],
    },
  };
  await bring(JSON.stringify([lost]));
  expect(items()[0]?.textContent).toContain("keep me");
  expect(items()[0]?.textContent).toContain(names.lost);
  expect(items()[0]?.querySelector("a")).toBeNull();
  expect(document.querySelector("main mark")).toBeNull();
  expect(panel.querySelectorAll(".notes li")).toHaveLength(1);
});

test("a mark of the other language leads to that language's page, and is not painted on this", async () => {
  const other = annotationOf("urn:other", { language: "en" });
  const { items, bring } = await openNotes();
  await bring([...printAnnotations([other], () => "https://example.org/")].join(""));
  expect(items()).toHaveLength(1);
  expect(items()[0]?.querySelector("a")?.href).toBe(`${location.origin}/en/#intro-s1`);
  expect(document.querySelector("main mark")).toBeNull();
});

describe("a file of notes", () => {
  test("holds them all, and brings the same set back", async () => {
    const takeFile = takeFiles();
    const { panel, items, names, report, bring } = await openNotes();
    await select("intro-s1", 0, 12);
    press(button(toolbar(), names.red));
    await select("intro-s2", 0, 12);
    press(button(toolbar(), names.note));
    type(find<HTMLTextAreaElement>(".marking textarea"), "<b>note</b> & 笔记");
    press(button(toolbar(), names.save));
    press(button(panel, names.exportMarkdown));
    const readable = await takeFile();
    expect(readable).toContain(`## ${find("#intro-h").textContent}`);
    expect(readable).toContain("\\<b\\>note");
    press(button(panel, names.exportJson));
    const exported = await takeFile();
    expect(JSON.parse(exported).total).toBe(2);
    const before = panel.querySelector(".notes")?.innerHTML;
    await bring(exported);
    expect(report()).toBe(names.imported(0, 2, 0));
    for (const _ of [1, 2]) press(button(items()[0] as Element, new RegExp(`^${names.remove}`)));
    expect(items()).toHaveLength(0);
    await bring(exported);
    expect(report()).toBe(names.imported(2, 0, 0));
    expect(panel.querySelector(".notes")?.innerHTML).toBe(before);
    press(button(panel, names.exportJson));
    expect(JSON.parse(await takeFile()).first.items).toEqual(
      expect.arrayContaining(JSON.parse(exported).first.items),
    );
  });

  test("is refused in a sentence where it is none, and what the reader had stays", async () => {
    const { items, names, report, bring } = await openNotes();
    await select("intro-s1", 0, 12);
    press(button(toolbar(), names.red));
    await bring("<html>");
    expect(report()).toContain(names.notJson);
    await bring('{"bookmarks": []}');
    expect(report()).toContain(names.noAnnotations);
    expect(items()).toHaveLength(1);
  });

  test("is read but for what is not in this report, or has markup, and the reader is told of each", async () => {
    const { panel, items, names, report, skipped, bring } = await openNotes();
    const evil = "<img src=x onerror=alert(1)>";
    const words = find("#intro-s2").textContent?.slice(0, 24) ?? "";
    const target = (exact: string, of?: string) => ({
      source: { id: "https://example.org/", ...(of && { report: of }) },
      selector: { type: "TextQuoteSelector", exact },
    });
    const note = (id: string, format?: string) => ({
      ...{ type: "Annotation", id, target: target(words) },
      body: { type: "TextualBody", value: evil, ...(format && { format }) },
    });
    await bring(
      JSON.stringify([
        { type: "Annotation", id: "urn:a", target: target(evil), body: evil },
        { type: "Annotation", id: "urn:b", target: target(words, "elsewhere") },
        note("urn:c", "text/html"),
        note("urn:d"),
      ]),
    );
    expect(report()).toBe(names.imported(2, 0, 3));
    for (const told of [names.notFound, names.otherReport, names.markup])
      expect(skipped().filter((each) => each?.includes(told))).toHaveLength(1);
    expect(items()).toHaveLength(2);
    expect(panel.querySelector(".notes")?.textContent).toContain(evil);
    expect(document.querySelector("img")).toBeNull();
  });
});

describe("a reader with thousands of notes", () => {
  const many = (count: number, changes: object = {}) => {
    const text = find("#intro-s1").textContent ?? "";
    return Array.from({ length: count }, (_, at) =>
      annotationOf(`urn:${at}`, {
        ...{ note: `note ${at}`, quote: { exact: text.slice(0, 3), prefix: "", suffix: "" } },
        ...changes,
      }),
    );
  };
  const print = (annotations: readonly Annotation[]) =>
    [...printAnnotations(annotations, () => "https://example.org/")].join("");

  test("brings all of them back, and again, which adds none", async () => {
    const { items, names, report, bring, panel } = await openNotes();
    const file = print(many(5002));
    await bring(file);
    expect(report()).toBe(names.imported(5002, 0, 0));
    expect(panel.textContent).toContain(names.count(5002));
    expect(items().length).toBeLessThan(100);
    await bring(file);
    expect(report()).toBe(names.imported(0, 5002, 0));
  });

  test("brings back notes of any length, from a file of any size", async () => {
    const { names, report, bring } = await openNotes();
    const file = print(many(91, { note: "长".repeat(60_000) }));
    expect(file.length).toBeGreaterThan(5_000_000);
    await bring(file);
    expect(report()).toBe(names.imported(91, 0, 0));
  });

  test("can act while words are looked for that the text has no more, and is told when they are not there", async () => {
    openPrinted("");
    const lost = many(300).map((each, at) => ({
      ...each,
      quote: {
        exact: `这几个字从来没有在报告里出现过，第${at}条`.repeat(8),
        prefix: "",
        suffix: "",
      },
    }));
    await createAnnotationStore(localStore).write(
      lost.map((after) => ({ before: undefined, after })),
    );
    const { items, names } = await openNotes();
    // Not yet looked for: the page has not been held up.
    await expect.poll(() => items()[0]?.textContent).toContain(names.sought);
    await expect.poll(() => items()[0]?.textContent, { timeout: 30_000 }).toContain(names.lost);
  });

  test("gets what a file holds that was cut off, and is told", async () => {
    const { names, report, skipped, bring } = await openNotes();
    const lines = print(many(9)).split("\n");
    await bring(lines.slice(0, 5).join("\n"));
    expect(report()).toBe(names.imported(4, 0, 1));
    expect(skipped()[0]).toContain(names.cutOff);
  });

  test("sees more of the list at a press, and is led to what is new", async () => {
    const { panel, items, names, bring } = await openNotes();
    await bring(print(many(60)));
    expect(items()).toHaveLength(30);
    press(button(panel, names.more));
    expect(items()).toHaveLength(60);
    expect(items()[30]?.contains(document.activeElement)).toBe(true);
  });
});

describe("hostile strings", () => {
  /** What the page is made of: nothing may be added to it. */
  const shape = () => [
    document.querySelectorAll("main *:not(mark)").length,
    document.querySelectorAll("script, iframe, object, embed, base, meta, style, form, img").length,
  ];
  /** A string without halves of characters, which no field can hold. */
  const wellFormed = (string: string) => Buffer.from(string).toString();

  test("are kept, listed, exported and read again as the text that they are", async () => {
    const takeFile = takeFiles();
    const { panel, items, names, report, bring } = await openNotes();
    const before = shape();
    const texts = [...new Set(hostileStrings.map((string) => wellFormed(string).trim()))].filter(
      ({ length }) => length > 0 && length < 2000,
    );
    const annotations = texts.map((value, number) => ({
      // With a name of its own, which is as hostile.
      ...{ type: "Annotation", id: `${number}${value.slice(0, 150)}` },
      body: { type: "TextualBody", value },
      target: {
        source: "https://example.org/",
        selector: {
          type: "TextQuoteSelector",
          exact: find("#intro-s1").textContent?.slice(0, 12),
        },
      },
    }));
    await bring(JSON.stringify(annotations));
    while (items().length < texts.length) press(button(panel, names.more));
    const shown = new Set([...panel.querySelectorAll(".note")].map((each) => each.textContent));
    for (const text of texts) expect(shown).toContain(text);
    press(button(panel, names.exportMarkdown));
    expect((await takeFile()).length).toBeGreaterThan(texts.join("").length);
    press(button(panel, names.exportJson));
    await bring(await takeFile());
    expect(report()).toBe(names.imported(0, texts.length, 0));
    expect(shape()).toEqual(before);
  });

  test("as a whole file, or in every member of one, are no notes", async () => {
    const { items, names, report, bring } = await openNotes();
    const before = shape();
    for (const string of hostileStrings) {
      await bring(string);
      expect(report()).not.toBe("");
    }
    expect(items()).toHaveLength(0);
    const filled = hostileStrings
      .map((full) => full.slice(0, 10_000))
      .map((string) => ({
        ...{ type: "Annotation", id: string, motivation: string },
        ...{ created: string, modified: string, [string]: string },
        body: { type: "TextualBody", value: string, format: string, language: string },
        target: {
          source: { id: string, report: string, language: string },
          styleClass: string,
          selector: [
            { type: "TextQuoteSelector", exact: string, prefix: string, suffix: string },
            {
              type: "RangeSelector",
              startSelector: { type: "FragmentSelector", value: string },
              endSelector: { type: "FragmentSelector", value: string },
            },
          ],
        },
      }));
    await bring(JSON.stringify(filled));
    expect(report()).toBe(names.imported(0, 0, hostileStrings.length));
    expect(items()).toHaveLength(0);
    expect(shape()).toEqual(before);
    expect("polluted" in {}).toBe(false);
  });

  test("are text in a note and in the search among the notes", async () => {
    const { panel, items, names } = await openNotes();
    await select("intro-s1", 0, 12);
    getSelection()?.removeAllRanges();
    const before = shape();
    for (const string of hostileSample.filter(({ length }) => length < 2000)) {
      press(button(toolbar(), names.note));
      type(find<HTMLTextAreaElement>(".marking textarea"), wellFormed(string) || "x");
      press(button(toolbar(), names.save));
      press(find("main [data-bookmark]"));
    }
    expect(items()).toHaveLength(1);
    const search = panel.querySelector("input[type=search]") as HTMLInputElement;
    for (const string of hostileStrings) type(search, wellFormed(string));
    type(search, "");
    expect(items()).toHaveLength(1);
    expect(shape()).toEqual(before);
  });
});

test("a reader whose device has no database is told once, whatever they mark", async () => {
  vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("denied", "InvalidStateError");
  });
  const { names, told } = await openNotes();
  await select("intro-s1", 0, 12);
  press(button(toolbar(), names.green));
  await expect.poll(() => told.filter((each) => each === "held")).toHaveLength(1);
  press(button(toolbar(), names.blue));
  await expect.poll(() => Object.keys(localStorage)).toContain("zhanjuan:/:notes-changed");
  expect(told.filter((each) => each === "held")).toHaveLength(1);
  localStorage.clear();
});

test("a reader whose database never answers is told so, and can mark, copy and read all the same", async () => {
  const open = vi
    .spyOn(IDBFactory.prototype, "open")
    .mockImplementation(() => new IDBOpenDBRequest());
  const { names, told, items, panel } = await openNotes();
  await expect.poll(() => told).toContain("silent");
  expect(panel.textContent).toContain(names.unread);
  await select("intro-s1", 0, 12);
  press(button(toolbar(), names.green));
  expect(highlighted("green")).not.toBe("");
  expect(items()).toHaveLength(1);
  open.mockRestore();
  // It would be written by the next test's page.
  localStorage.clear();
});

test("a half-written note is open again on the next page, and what was kept is painted", async () => {
  openPrinted("");
  const quoteOf = (id: string) => ({
    quote: { exact: find(`#${id}`).textContent?.slice(0, 3) ?? "", prefix: "", suffix: "" },
    start: { sentence: id, offset: 0 },
    end: { sentence: id, offset: 3 },
  });
  const red = annotationOf("urn:red", { kind: "red", ...quoteOf("intro-s2") });
  await createAnnotationStore(localStore).write([{ before: undefined, after: red }]);
  keepDraft(localStore, tabId(sessionStore), annotationOf("urn:draft"), {
    text: "half a tho",
    annotation: annotationOf("urn:draft", quoteOf("intro-s1")),
    began: undefined,
  });
  const { items } = await openNotes();
  await expect.poll(() => highlighted("red")).toBe(red.quote.exact);
  expect(items()).toHaveLength(1);
  const text = find<HTMLTextAreaElement>(".marking textarea");
  expect(text.value).toBe("half a tho");
  expect(find("#announcements").textContent).not.toBe("");
});

test.each<[string, Partial<Annotation>, boolean]>([
  ["in a tab that is gone", {}, false],
  [
    "about words that a new version of the report lacks",
    { start: { sentence: "p9-m9-s9", offset: 0 }, end: { sentence: "p9-m9-s9", offset: 0 } },
    true,
  ],
])(
  "a note that was half-written %s is among the notes, and that is told",
  async (_, place, isOwn) => {
    openPrinted("");
    const exact = find("#intro-s1").textContent?.slice(0, 3) ?? "";
    const annotation = annotationOf("urn:draft", {
      ...{ kind: "bookmark", note: "half a tho", ...place },
      quote: { exact, prefix: "", suffix: "" },
    });
    const tab = isOwn ? tabId(sessionStore) : "a tab that is gone";
    keepDraft(localStore, tab, annotation, { text: "half a tho", annotation, began: undefined });
    const { items, told } = await openNotes();
    await expect
      .poll(() => items().map((each) => each.querySelector(".note")?.textContent))
      .toEqual(["half a tho"]);
    expect(told).toContain("draft-saved");
    expect(toolbar().hidden).toBe(true);
  },
);

test("what an earlier version kept in the tab is there after an update: a half-written note and one that was not stored", async () => {
  const { start, end, quote } = annotationOf("urn:draft");
  sessionStorage.setItem(
    "zhanjuan:draft:wugang-2023:zh-CN",
    JSON.stringify({ place: { start, end, quote }, text: "half a tho" }),
  );
  sessionStorage.setItem(
    "zhanjuan:unkept-notes",
    JSON.stringify({ "urn:held": annotationOf("urn:held", { note: "no room" }), gone: null }),
  );
  const { items } = await openNotes();
  await expect
    .poll(() => items().map((each) => each.querySelector(".note")?.textContent))
    .toEqual(["no room"]);
  expect(find<HTMLTextAreaElement>(".marking textarea").value).toBe("half a tho");
  // Written for good, so that it does not come back.
  await expect.poll(() => hasHeldChanges(localStore)).toBe(false);
  expect(sessionStorage.getItem("zhanjuan:/:unkept-notes")).toBeNull();
});

test("what another tab changes is painted here as well", async () => {
  const { names } = await openNotes();
  const theirs: Annotation = annotationOf("urn:theirs", { kind: "green" });
  const quote = find("#intro-s1").textContent?.slice(0, 3) ?? "";
  await createAnnotationStore(localStore).write([
    { before: undefined, after: { ...theirs, quote: { ...theirs.quote, exact: quote } } },
  ]);
  dispatchEvent(new StorageEvent("storage", { key: "zhanjuan:/:notes-changed" }));
  await expect.poll(() => highlighted("green")).toBe(quote);
  expect(button(find("#notes-panel"), names.undo).getAttribute("aria-disabled")).toBe("true");
});

test.each([
  ["zh-CN", "这是展卷写的，不是报告原文。http", ""],
  ["en", "Written by Zhanjuan, not part of the report. http", "(unofficial translation)"],
] as const)("what is shared from %s says which words are whose", async (language, ours, remark) => {
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: async () => {} },
    configurable: true,
  });
  const { panel } = await openNotes(language);
  const share = async (id: string) => {
    await select(id, 0, 8);
    press(button(toolbar(), language === "en" ? "Share" : "分享"));
    press(button(toolbar(), /GB\/T 7714/));
    const text = () => find<HTMLTextAreaElement>(".sharing textarea").value;
    await expect.poll(() => document.querySelector(".sharing textarea")).not.toBeNull();
    expect(toolbar().textContent).toContain(language === "en" ? "Copied" : "已复制");
    expect(find("#announcements").textContent).toMatch(language === "en" ? /^Copied/ : /^已复制/);
    return text();
  };
  expect(await share("summary-s1")).toContain(ours);
  expect(await share("intro-s1")).toContain(remark);
  expect(panel.querySelectorAll(".notes li")).toHaveLength(0);
});

test("a key that ends an input method leaves the note open that is being written", async () => {
  const { names } = await openNotes();
  await select("intro-s1", 0, 12);
  press(button(toolbar(), names.note));
  const pressEscape = (how: KeyboardEventInit) =>
    find(".marking textarea").dispatchEvent(
      new KeyboardEvent("keydown", { key: "Escape", bubbles: true, ...how }),
    );
  pressEscape({ isComposing: true });
  pressEscape({ keyCode: 229 });
  expect(toolbar().hidden).toBe(false);
  pressEscape({});
  expect(toolbar().hidden).toBe(true);
});
