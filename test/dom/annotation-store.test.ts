// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createAnnotationStore } from "../../src/client/notes/annotation-store.ts";
import {
  hasHeldChanges,
  holdChanges,
  readHeldChanges,
} from "../../src/client/notes/held-changes.ts";
import {
  databaseName,
  earlierName,
  hasDatabase,
  table,
} from "../../src/client/notes/open-database.ts";
import { localStore } from "../../src/client/platform/storage.ts";
import type { Annotation, Change } from "../../src/core/notes/annotation.ts";
import { annotationOf } from "../support/annotations.ts";
import { usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

const report = "wugang-2023";
const made = (id: string, note = "") => ({ before: undefined, after: annotationOf(id, { note }) });
const changed = (id: string, before: string, after: string) => ({
  before: annotationOf(id, { note: before }),
  after: annotationOf(id, { note: after }),
});
const removed = (id: string) => ({ before: annotationOf(id), after: undefined });

/** The store as a page that has just loaded makes it, in the same tab. */
function openStore(outside = localStore) {
  const { read, write } = createAnnotationStore(outside);
  return {
    read: async (of: string) => (await read(of)).annotations,
    isReadable: async () => (await read(report)).isWhole,
    write: async (changes: readonly Change[]) => (await write(changes)).isStored,
    conflicts: async (changes: readonly Change[]) => (await write(changes)).conflicts,
    findsGone: async (changes: readonly Change[]) => (await write(changes)).wasGone,
  };
}
const notesOf = (annotations: readonly Annotation[]) =>
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
    expect(await store.write([changed("a", "", "changed"), removed("b")])).toBe(true);
    expect(notesOf(await openStore().read(report))).toEqual([["a", "changed"]]);
    expect(hasHeldChanges(localStore)).toBe(false);
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
    const versions = ["first", "second", "third"].map((note) => annotationOf("a", { note }));
    const writes = versions.map((after, at) => store.write([{ before: versions[at - 1], after }]));
    expect(await Promise.all(writes)).toEqual([true, true, true]);
    expect(notesOf(await store.read(report))).toEqual([["a", "third"]]);
  });

  test("are never older, when they have been read, than what the reader did meanwhile", async () => {
    let whenRead = () => {};
    const tab = {
      ...localStore,
      read(key: string) {
        const held = localStore.read(key);
        const act = whenRead;
        whenRead = () => {};
        act();
        return held;
      },
    };
    const store = openStore(tab);
    await store.write([made("a", "old")]);
    // At the last moment: the device and the tab have been read.
    whenRead = () => void store.write([changed("a", "old", "new"), made("b")]);
    expect(notesOf(await store.read(report))).toEqual([
      ["a", "new"],
      ["b", ""],
    ]);
  });

  test("are held until the database has taken them, for a reader who leaves at once", async () => {
    const writing = openStore().write([made("a", "left at once"), removed("b")]);
    expect([...readHeldChanges(localStore).values()]).toEqual([
      made("a", "left at once"),
      removed("b"),
    ]);
    await writing;
    expect(hasHeldChanges(localStore)).toBe(false);
  });

  test("are held on, as a change of what was written, where they change while they are written", async () => {
    const store = openStore();
    let later: Promise<boolean> | undefined;
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      later ??= store.write([changed("a", "first", "second")]);
      return put.call(this, value);
    });
    await store.write([made("a", "first")]);
    expect([...readHeldChanges(localStore).values()]).toEqual([changed("a", "first", "second")]);
    expect(await later).toBe(true);
    expect(hasHeldChanges(localStore)).toBe(false);
    expect(notesOf(await store.read(report))).toEqual([["a", "second"]]);
  });

  test("what the last page left unwritten is written with the next change", async () => {
    holdChanges(localStore, [made("left"), removed("gone")]);
    const store = openStore();
    expect(await store.write([])).toBe(true);
    expect((await store.read(report)).map(({ id }) => id)).toEqual(["left"]);
    expect(hasHeldChanges(localStore)).toBe(false);
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
      expect(await store.write([changed("a", "one", "two"), made("b")])).toBe(false);
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
    localStorage.clear();
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
      expect(await store.write([changed("a", "before", "after"), made("b")])).toBe(false);
      localStorage.clear();
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

describe("what is held outside the database", () => {
  test.each(["", "{", "[]", "3", '[{"after":{"id":"a"}}]', '{"__proto__":{"x":1}}'])(
    "is nothing where it is not ours: %s",
    (held) => {
      localStorage.setItem("zhanjuan:/:held-notes", held);
      expect(readHeldChanges(localStore).size).toBe(0);
    },
  );

  test("is there for a new tab when the old one was closed, and is written by it", async () => {
    const makeRoom = fillDevice();
    await openStore().write([made("a", "before the tab was closed")]);
    makeRoom();
    sessionStorage.clear();
    expect(await openStore().write([])).toBe(true);
    expect(notesOf(await openStore().read(report))).toEqual([["a", "before the tab was closed"]]);
    expect(hasHeldChanges(localStore)).toBe(false);
  });

  test.each(["constructor", "__proto__", "toString"])(
    "is kept under whatever name a file gave it: %s",
    async (id) => {
      fillDevice();
      expect(await openStore().write([made(id, "mine"), made("b")])).toBe(false);
      expect(notesOf(await openStore().read(report))).toEqual([
        [id, "mine"],
        ["b", ""],
      ]);
    },
  );
});

describe("where what is kept has moved on since a change began", () => {
  test("a note that both have written is kept with both texts, and that is told", async () => {
    await openStore().write([made("a", "theirs")]);
    expect(await openStore().conflicts([made("a", "mine")])).toEqual(["joined"]);
    expect(notesOf(await openStore().read(report))).toEqual([["a", "theirs\n\nmine"]]);
  });

  test("a change that found no room does not replace what was kept later", async () => {
    await openStore().write([made("a", "first")]);
    const makeRoom = fillDevice();
    await openStore().write([changed("a", "first", "no room")]);
    makeRoom();
    const held = localStorage.getItem("zhanjuan:/:held-notes") ?? "";
    localStorage.clear();
    await openStore().write([changed("a", "first", "newer")]);
    localStorage.setItem("zhanjuan:/:held-notes", held);
    expect(await openStore().conflicts([])).toEqual(["joined"]);
    expect(notesOf(await openStore().read(report))).toEqual([["a", "newer\n\nno room"]]);
  });

  test("a mark that was given a note is not deleted", async () => {
    await openStore().write([made("a")]);
    await openStore().write([changed("a", "", "theirs")]);
    expect(await openStore().conflicts([removed("a")])).toEqual(["not-deleted"]);
    expect(notesOf(await openStore().read(report))).toEqual([["a", "theirs"]]);
  });
});

describe("a database in another state", () => {
  /** A database as something else has left it. */
  const leave = async (name: string, version: number, tables: readonly string[]) => {
    const database = await openDB(name, version, {
      upgrade(made) {
        for (const each of tables) made.createObjectStore(each, { keyPath: "id" });
      },
    });
    return database;
  };

  test("without its table is given one", async () => {
    (await leave(databaseName, 3, ["other"])).close();
    expect(await openStore().write([made("a")])).toBe(true);
    expect(await openStore().read(report)).toHaveLength(1);
  });

  test("of a newer version is read and written", async () => {
    const newer = await leave(databaseName, 99, [table]);
    await newer.put(table, annotationOf("a"));
    newer.close();
    expect(await openStore().read(report)).toHaveLength(1);
    expect(await openStore().write([made("b")])).toBe(true);
  });

  test("of an earlier name is copied from once, and left as it is for another reader", async () => {
    const earlier = await leave(earlierName, 1, [table]);
    await earlier.put(table, annotationOf("a", { note: "kept for years" }));
    earlier.close();
    expect(await hasDatabase()).toBe(true);
    expect(notesOf(await openStore().read(report))).toEqual([["a", "kept for years"]]);
    await openStore().write([
      { before: annotationOf("a", { note: "kept for years" }), after: undefined },
    ]);
    expect(await openStore().read(report)).toEqual([]);
    const left = await openDB(earlierName);
    expect(await left.getAll(table)).toHaveLength(1);
    left.close();
  });

  test("at the address from which the reader has moved is copied from", async () => {
    const before = await leave("zhanjuan:/old/:notes", 1, [table]);
    await before.put(table, annotationOf("a", { note: "written at the old address" }));
    before.close();
    localStorage.setItem("zhanjuan:/:came-from", "/old/");
    expect(notesOf(await openStore().read(report))).toEqual([["a", "written at the old address"]]);
  });

  test("that was removed under an open page is made anew, and that is told", async () => {
    const store = openStore();
    expect(await store.findsGone([made("a")])).toBe(false);
    indexedDB.deleteDatabase(databaseName);
    expect(await store.findsGone([made("b")])).toBe(true);
    expect(await store.read(report)).toHaveLength(1);
  });

  test("that can't be opened is not taken for an empty one", async () => {
    vi.stubGlobal("indexedDB", undefined);
    expect(await openStore().isReadable()).toBe(false);
  });
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
