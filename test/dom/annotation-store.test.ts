// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createAnnotationStore } from "../../src/client/notes/annotation-store.ts";
import { databaseName, hasDatabase } from "../../src/client/notes/has-database.ts";
import {
  hasPendingChanges,
  readPendingChanges,
  storePendingChanges,
} from "../../src/client/notes/pending-changes.ts";
import { sessionStore } from "../../src/client/platform/storage.ts";
import { annotationOf } from "../support/annotations.ts";
import { usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

const report = "wugang-2023";
const made = (id: string, note = "") => ({ before: undefined, after: annotationOf(id, { note }) });
const removed = (id: string) => ({ before: annotationOf(id), after: undefined });

/** The store as a page that has just loaded makes it, in the same tab. */
const openStore = () => createAnnotationStore(sessionStore);
const notesOf = (annotations: readonly { id: string; note: string }[]) =>
  annotations.map(({ id, note }) => [id, note]);

/** Lets the device refuse every write for lack of room; returns what makes room again. */
function fillDevice(): () => void {
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  return () => put.mockRestore();
}

describe("annotations on a device that keeps them", () => {
  test("are there for the next page, as they were last changed", async () => {
    const store = openStore();
    expect(await store.write([made("a"), made("b")])).toBe(true);
    expect(await store.write([made("a", "changed"), removed("b")])).toBe(true);
    expect(notesOf(await openStore().read(report))).toEqual([["a", "changed"]]);
    expect(hasPendingChanges(sessionStore)).toBe(false);
  });

  test("are read for their own report alone", async () => {
    const store = openStore();
    const elsewhere = annotationOf("b", { report: "elsewhere" });
    await store.write([made("a"), { before: undefined, after: elsewhere }]);
    expect((await store.read(report)).map(({ id }) => id)).toEqual(["a"]);
    expect((await store.read("elsewhere")).map(({ id }) => id)).toEqual(["b"]);
  });

  test("are written in the order in which the reader made them, without waiting for each other", async () => {
    const store = openStore();
    const writes = ["first", "second", "third"].map((note) => store.write([made("a", note)]));
    expect(await Promise.all(writes)).toEqual([true, true, true]);
    expect(notesOf(await store.read(report))).toEqual([["a", "third"]]);
  });

  test("are never older, when they have been read, than what the reader did meanwhile", async () => {
    let whenRead = () => {};
    const tab = {
      ...sessionStore,
      read(key: string) {
        const held = sessionStore.read(key);
        const act = whenRead;
        whenRead = () => {};
        act();
        return held;
      },
    };
    const store = createAnnotationStore(tab);
    await store.write([made("a", "old")]);
    // At the last moment: the device and the tab have been read.
    whenRead = () => void store.write([made("a", "new"), made("b")]);
    expect(notesOf(await store.read(report))).toEqual([
      ["a", "new"],
      ["b", ""],
    ]);
  });

  test("are held by the tab until the device has taken them, for a reader who leaves at once", async () => {
    const writing = openStore().write([made("a", "left at once"), removed("b")]);
    expect(readPendingChanges(sessionStore)).toEqual({
      a: annotationOf("a", { note: "left at once" }),
      b: null,
    });
    await writing;
    expect(hasPendingChanges(sessionStore)).toBe(false);
  });

  test("are still held by the tab while a later change waits to be written", async () => {
    const store = openStore();
    const first = store.write([made("a")]);
    const second = store.write([made("b")]);
    await first;
    expect(Object.keys(readPendingChanges(sessionStore))).toEqual(["a", "b"]);
    await second;
    expect(hasPendingChanges(sessionStore)).toBe(false);
  });

  test("what the last page left unwritten is written with the next change", async () => {
    storePendingChanges(sessionStore, { left: annotationOf("left"), gone: null });
    const store = openStore();
    expect(await store.write([])).toBe(true);
    expect((await store.read(report)).map(({ id }) => id)).toEqual(["left"]);
    expect(hasPendingChanges(sessionStore)).toBe(false);
  });

  test("what is no annotation in the database is passed over", async () => {
    const store = openStore();
    await store.write([made("a")]);
    const database = await openDB(databaseName);
    await database.put("annotations", { id: "broken", report, note: 3 });
    database.close();
    expect((await store.read(report)).map(({ id }) => id)).toEqual(["a"]);
  });

  test("leave the database free for another tab between two deeds", async () => {
    const store = openStore();
    await store.write([made("a")]);
    const newer = await openDB(databaseName, 99, { upgrade() {} });
    expect(newer.version).toBe(99);
    newer.close();
  });
});

describe("annotations on a device that keeps none", () => {
  const refusals: Readonly<Record<string, () => void>> = {
    "throws when it is touched": () => {
      vi.stubGlobal("indexedDB", undefined);
    },
    "refuses its database": () => {
      vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
        throw new DOMException("denied", "InvalidStateError");
      });
    },
    "is full": fillDevice,
  };

  test.each(Object.keys(refusals))(
    "last for the visit where the device %s, and that is known",
    async (what) => {
      refusals[what]?.();
      const store = openStore();
      expect(await store.write([made("a", "one")])).toBe(false);
      expect(await store.write([made("a", "two"), made("b")])).toBe(false);
      // Another page of the same tab.
      expect(notesOf(await openStore().read(report))).toEqual([
        ["a", "two"],
        ["b", ""],
      ]);
    },
  );

  test("are kept, all of them, once there is room", async () => {
    const makeRoom = fillDevice();
    const store = openStore();
    await store.write([made("a")]);
    makeRoom();
    expect(await store.write([made("b")])).toBe(true);
    sessionStorage.clear();
    expect((await openStore().read(report)).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("a removal that found no room hides what the device still has", async () => {
    const store = openStore();
    await store.write([made("a"), made("b")]);
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await store.write([removed("a")])).toBe(false);
    expect((await store.read(report)).map(({ id }) => id)).toEqual(["b"]);
  });

  test.each<[string, (store: IDBObjectStore) => IDBRequest<IDBValidKey>]>([
    // The request fails a moment later, as on a full device.
    ["a moment later", (store) => store.add({ id: "a" })],
    [
      "at once",
      () => {
        throw new DOMException("can't be stored", "DataCloneError");
      },
    ],
  ])(
    "of several changes that are made together none is kept alone where one fails %s",
    async (_, fail) => {
      const store = openStore();
      await store.write([made("a", "before")]);
      const { put } = IDBObjectStore.prototype;
      vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
        this: IDBObjectStore,
        value: { readonly id: string },
      ) {
        return value.id === "b" ? fail(this) : put.call(this, value);
      });
      expect(await store.write([made("a", "after"), made("b")])).toBe(false);
      sessionStorage.clear();
      expect(notesOf(await store.read(report))).toEqual([["a", "before"]]);
    },
  );

  test("a failed write holds up nothing that comes after it", async () => {
    const store = openStore();
    const makeRoom = fillDevice();
    const failing = store.write([made("a")]);
    await failing;
    makeRoom();
    expect(await store.write([made("c")])).toBe(true);
  });
});

describe("what a tab holds", () => {
  test.each(["", "{", "[]", "3", '{"a":{"id":"a"}}', '{"__proto__":{"x":1}}'])(
    "is nothing where it is not ours: %s",
    (held) => {
      sessionStorage.setItem("zhanjuan:/:unkept-notes", held);
      expect(readPendingChanges(sessionStore)).toEqual({});
    },
  );
});

describe("whether there may be annotations", () => {
  test("is told by the database, which asking does not make", async () => {
    expect(await hasDatabase()).toBe(false);
    expect(await hasDatabase()).toBe(false);
    await openStore().write([made("a")]);
    expect(await hasDatabase()).toBe(true);
  });

  test("is no where the browser cannot say", async () => {
    vi.stubGlobal("indexedDB", {});
    expect(await hasDatabase()).toBe(false);
  });
});
