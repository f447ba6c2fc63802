// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { describe, expect, test, vi } from "vitest";
import { findLeftDrafts, keepDraft, readDrafts } from "../../src/client/notes/draft.ts";
import { createMarking } from "../../src/client/notes/marking.ts";
import {
  hasAnnotations,
  listenToOtherTabs,
  tellOtherTabs,
} from "../../src/client/notes/other-tabs.ts";
import { annotationAround, paintAnnotations } from "../../src/client/notes/paint-annotations.ts";
import { createNotesState } from "../../src/client/notes/state.ts";
import { localStore } from "../../src/client/platform/storage.ts";
import type { Annotation, Change, Kind } from "../../src/core/notes/annotation.ts";
import type { Conflict } from "../../src/core/notes/merge.ts";
import { annotationOf } from "../support/annotations.ts";
import { find, pageSignal, show, usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();

const { start, end, quote } = annotationOf("a");
const words = { start, end, quote };
const later = "2026-02-02T00:00:00.000Z";

/** A reader's marks and what they do with them, and every change that was to be kept. */
function startMarking(stored: readonly Annotation[] = []) {
  const kept: (readonly Change[])[] = [];
  const told: Conflict[] = [];
  return createRoot(() => {
    const notes = createNotesState({
      store: (changes) => kept.push(changes),
      tell: (conflict) => told.push(conflict),
    });
    notes.replace(stored);
    let made = 0;
    const make = (anchor: typeof words, kind: Kind, note: string) =>
      annotationOf(`new${++made}`, { ...anchor, kind, note, modified: later });
    const marking = createMarking(notes, make, () => later);
    return { notes, marking, kept, told };
  });
}

describe("marking a stretch of the text", () => {
  test("makes one mark of it, however often the reader thinks better of its colour", () => {
    const { notes, marking, kept } = startMarking();
    marking.open({ anchor: words, by: "selection" });
    for (const kind of ["yellow", "green", "red"] as const) marking.choose(kind);
    expect(notes.all()).toEqual([annotationOf("new1", { kind: "red", modified: later })]);
    expect(kept).toHaveLength(3);
  });

  test("takes the mark away when the same colour is chosen again", () => {
    const { notes, marking } = startMarking();
    marking.open({ anchor: words, by: "selection" });
    marking.choose("yellow");
    marking.choose("yellow");
    expect(notes.all()).toEqual([]);
    expect(marking.annotation()).toBeUndefined();
  });

  test("takes no note away with the colour that is chosen again", () => {
    const { notes, marking } = startMarking([annotationOf("a", { note: "mine" })]);
    marking.open({ anchor: words, id: "a", by: "press" });
    marking.choose("yellow");
    expect(notes.all().map(({ note }) => note)).toEqual(["mine"]);
  });

  test("marks anew where the mark that was pressed has been taken away since", () => {
    const { notes, marking } = startMarking([annotationOf("a")]);
    marking.open({ anchor: words, id: "a", by: "press" });
    marking.choose("yellow");
    marking.choose("green");
    marking.choose("red");
    expect(notes.all().map(({ id, kind }) => [id, kind])).toEqual([["new1", "red"]]);
  });

  test("knows the mark that is there already by its words", () => {
    const { marking } = startMarking([annotationOf("a")]);
    marking.open({ anchor: words, by: "selection" });
    expect(marking.annotation()?.id).toBe("a");
  });

  test("does nothing where nothing is open", () => {
    const { marking, kept } = startMarking();
    marking.choose("red");
    marking.write();
    marking.type("a thought");
    marking.close();
    expect(kept).toEqual([]);
  });
});

describe("a note that is being written", () => {
  test("is saved, with a bookmark to carry it, when the reader closes it", () => {
    const { notes, marking } = startMarking();
    marking.open({ anchor: words, by: "command" });
    marking.write();
    marking.type(" a thought ");
    marking.close();
    expect(notes.all().map(({ kind, note }) => [kind, note])).toEqual([["bookmark", "a thought"]]);
    expect(marking.target()).toBeUndefined();
    expect(marking.draft()).toBeUndefined();
  });

  test("is saved when the reader goes on to another stretch", () => {
    const { notes, marking } = startMarking([annotationOf("a")]);
    marking.open({ anchor: words, id: "a", by: "press" });
    marking.write();
    marking.type("a thought");
    marking.open({ anchor: { ...words, start: end }, by: "selection" });
    expect(notes.all().map(({ note }) => note)).toEqual(["a thought"]);
    expect(marking.draft()).toBeUndefined();
  });

  test("is not kept when the reader drops it, nor when they changed nothing", () => {
    const { marking, kept } = startMarking([annotationOf("a", { note: "old" })]);
    marking.open({ anchor: words, id: "a", by: "press" });
    marking.write();
    expect(marking.draft()).toBe("old");
    marking.type("new");
    marking.finish(true);
    marking.write();
    marking.finish();
    expect(kept).toEqual([]);
  });

  test("begins with the text that was left when the reader comes back to it", () => {
    const { marking } = startMarking();
    marking.goOn({ anchor: words, by: "draft" }, { text: "half a tho", began: undefined });
    expect(marking.draft()).toBe("half a tho");
  });

  test("that another tab has finished meanwhile does not replace what it wrote", () => {
    const { notes, marking, told } = startMarking();
    marking.goOn({ anchor: words, by: "draft" }, { text: "first half", began: undefined });
    const finished = annotationOf("a", { note: "first half and second", modified: later });
    notes.replace([finished]);
    marking.close();
    expect(notes.all().map(({ note }) => note)).toEqual(["first half and second"]);
    expect(told).toEqual([]);
  });

  test("is kept beside what another tab has written, and that is told", () => {
    const own = annotationOf("a", { note: "old" });
    const { notes, marking, told } = startMarking([own]);
    marking.open({ anchor: words, id: "a", by: "press" });
    marking.write();
    marking.type("mine");
    notes.replace([{ ...own, note: "theirs", kind: "red" }]);
    marking.close();
    expect(notes.all().map(({ note, kind }) => [note, kind])).toEqual([["theirs\n\nmine", "red"]]);
    expect(told).toEqual(["joined"]);
  });

  test("is kept where another tab has removed its mark", () => {
    const own = annotationOf("a", { note: "old" });
    const { notes, marking } = startMarking([own]);
    marking.open({ anchor: words, id: "a", by: "press" });
    marking.write();
    marking.type("mine");
    notes.replace([]);
    marking.close();
    expect(notes.all().map(({ id, note }) => [id, note])).toEqual([["a", "mine"]]);
  });

  test("goes with the mark that is removed", () => {
    const { notes, marking } = startMarking([annotationOf("a")]);
    marking.open({ anchor: words, id: "a", by: "press" });
    marking.write();
    marking.type("never mind");
    marking.remove();
    marking.close();
    expect(notes.all()).toEqual([]);
  });
});

describe("undoing", () => {
  test("takes back the last change first, and says when nothing is left", () => {
    const { notes } = startMarking();
    const [a, b] = [annotationOf("a"), annotationOf("b")];
    notes.change([{ before: undefined, after: a }]);
    notes.change([{ before: undefined, after: b }]);
    notes.change([{ before: a, after: undefined }]);
    expect(notes.canUndo()).toBe(true);
    for (const left of [[b, a], [a], []]) {
      expect(notes.undo()).toBe(true);
      expect(new Set(notes.all())).toEqual(new Set(left));
    }
    expect(notes.canUndo()).toBe(false);
  });

  test("takes back together what was changed together", () => {
    const { notes, kept } = startMarking();
    notes.change(["a", "b"].map((id) => ({ before: undefined, after: annotationOf(id) })));
    notes.undo();
    expect(notes.all()).toEqual([]);
    expect(kept).toHaveLength(2);
  });

  test("leaves what another tab has changed since", () => {
    const { notes } = startMarking();
    const own = annotationOf("a");
    notes.change([{ before: undefined, after: own }]);
    const theirs = { ...own, note: "a thought", modified: later };
    notes.replace([theirs]);
    expect(notes.undo()).toBe(false);
    expect(notes.all()).toEqual([theirs]);
    expect(notes.canUndo()).toBe(false);
  });

  test("is not offered for a change of nothing", () => {
    const { notes, kept } = startMarking();
    notes.change([]);
    expect(notes.canUndo()).toBe(false);
    expect(kept).toEqual([]);
  });
});

describe("marks on the page", () => {
  const sentence = (number: number, text: string) =>
    `<span id="s${number}" class="s">${text}</span>`;
  const elements = () => [...document.querySelectorAll<HTMLElement>(".s")];
  const painted = (
    id: string,
    changes: Partial<Annotation>,
    from: [string, number],
    to = from,
  ) => ({
    annotation: annotationOf(id, changes),
    start: { sentence: from[0], offset: from[1] },
    end: { sentence: to[0], offset: to[1] },
  });
  const showText = () =>
    show(
      `<p>${sentence(1, "one <a>two</a> three")} ${sentence(2, "four")}</p>${sentence(3, "five")}`,
    );
  const marks = () =>
    [...document.querySelectorAll<HTMLElement>("mark")].map(({ textContent, dataset }) => [
      textContent,
      dataset.kind,
    ]);

  test("run over links and sentences, and the text stays as it is", () => {
    showText();
    const before = document.body.textContent;
    paintAnnotations([painted("a", { kind: "green" }, ["s1", 2], ["s3", 2])], elements());
    expect(marks()).toEqual(["e ", "two", " three", "four", "fi"].map((text) => [text, "green"]));
    expect(document.body.textContent).toBe(before);
    expect(annotationAround(find("a mark"))).toBe("a");
  });

  test("go without a trace, down to the text nodes, when their annotations do", () => {
    showText();
    const before = document.body.innerHTML;
    const all = [
      painted("a", { note: "x" }, ["s1", 2], ["s3", 2]),
      painted("b", { kind: "bookmark", note: "y" }, ["s2", 0]),
    ];
    paintAnnotations(all, elements());
    expect(document.body.innerHTML).not.toBe(before);
    paintAnnotations([], elements());
    expect(document.body.innerHTML).toBe(before);
    expect(find("#s3").childNodes).toHaveLength(1);
  });

  test("a bookmark is on its sentence, and a note at the end of what it is about", () => {
    showText();
    const all = [
      painted("a", { kind: "red", note: "x" }, ["s1", 0], ["s2", 4]),
      painted("b", { kind: "bookmark", note: "y" }, ["s3", 0]),
    ];
    paintAnnotations(all, elements());
    expect(find("#s3").dataset.bookmark).toBe("b");
    expect([...document.querySelectorAll("[data-note]")]).toEqual([find("#s2 mark"), find("#s3")]);
    expect(annotationAround(find("#s3"))).toBe("b");
    expect(annotationAround(document.body)).toBeUndefined();
  });

  test("lie on each other without one within another, the newest on top", () => {
    showText();
    const all = [
      painted("old", { kind: "red", note: "x" }, ["s1", 0], ["s1", 9]),
      painted("new", { kind: "blue" }, ["s1", 4], ["s1", 9]),
    ];
    paintAnnotations(all, elements());
    expect(marks()).toEqual([
      ["one ", "red"],
      ["two", "blue"],
      [" t", "blue"],
    ]);
    expect(document.querySelector("mark mark")).toBeNull();
    expect(document.querySelectorAll("[data-note]")).toHaveLength(1);
  });

  test("of which thousands are on one stretch are one mark", () => {
    showText();
    const all = Array.from({ length: 2000 }, (_, at) =>
      painted(`a${at}`, {}, ["s2", 0], ["s2", 4]),
    );
    paintAnnotations(all, elements());
    expect(document.querySelectorAll("mark")).toHaveLength(1);
  });

  test("that stay as they are, are not drawn again", () => {
    showText();
    const red = painted("red", { kind: "red" }, ["s1", 0], ["s1", 3]);
    paintAnnotations([red], elements());
    const [mark] = document.querySelectorAll("mark");
    paintAnnotations([red, painted("b", {}, ["s2", 0], ["s2", 4])], elements());
    expect(document.querySelector("mark")).toBe(mark);
  });

  test("are not shown where the page lacks their sentence", () => {
    showText();
    paintAnnotations([painted("a", {}, ["gone", 0], ["s2", 2])], elements());
    expect(marks()).toEqual([]);
  });

  test("a selection outlives what is painted beneath it", () => {
    showText();
    getSelection()?.selectAllChildren(find("#s1"));
    paintAnnotations([painted("a", {}, ["s1", 2], ["s1", 6])], elements());
    expect(getSelection()?.toString()).toBe("one two three");
  });
});

describe("a half-written note", () => {
  const page = { report: "wugang-2023", language: "zh-CN" } as const;
  const draft = { text: "half a tho", annotation: annotationOf("a"), began: undefined };

  test("is there after a reload, and gone once it is finished", () => {
    keepDraft(localStore, "tab", page, draft);
    expect(readDrafts(localStore)).toEqual([{ ...draft, tab: "tab", anchor: words }]);
    keepDraft(localStore, "tab", page, undefined);
    expect(readDrafts(localStore)).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  test("is one for each language's page of a tab", () => {
    const english = { ...page, language: "en" } as const;
    const annotation = annotationOf("b", english);
    keepDraft(localStore, "tab", page, draft);
    keepDraft(localStore, "tab", english, { ...draft, annotation });
    expect(readDrafts(localStore)).toHaveLength(2);
    keepDraft(localStore, "tab", english, undefined);
    expect(readDrafts(localStore).map((each) => each.annotation.language)).toEqual(["zh-CN"]);
  });

  test("is one for each tab, and known as left behind when its tab is gone", async () => {
    keepDraft(localStore, "mine", page, draft);
    keepDraft(localStore, "gone", page, { ...draft, text: "left" });
    keepDraft(localStore, "open", page, { ...draft, text: "there" });
    const query = async () => ({ held: [{ name: "zhanjuan:/:draft:open" }] });
    vi.stubGlobal("navigator", { ...navigator, locks: { query } });
    expect((await findLeftDrafts(localStore, "mine")).map(({ text }) => text)).toEqual(["left"]);
  });

  test.each(["", "{", "3", "null", '[{"text":"x"}]', '[{"tab":"t","text":"x","annotation":{}}]'])(
    "is none where what is kept is not ours: %s",
    (held) => {
      localStorage.setItem("zhanjuan:/:drafts", held);
      expect(readDrafts(localStore)).toEqual([]);
    },
  );
});

describe("the reader's other tabs", () => {
  test("hear that annotations have changed, and of nothing else", () => {
    let heard = 0;
    listenToOtherTabs(() => {
      heard++;
    }, pageSignal());
    expect(hasAnnotations(localStore)).toBe(false);
    tellOtherTabs(localStore);
    expect(hasAnnotations(localStore)).toBe(true);
    const [key] = Object.keys(localStorage);
    // The browser tells the other tabs only.
    dispatchEvent(new StorageEvent("storage", { key: "zhanjuan:/:settings" }));
    expect(heard).toBe(0);
    dispatchEvent(new StorageEvent("storage", { key: key ?? null }));
    expect(heard).toBe(1);
  });
});
