// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  findKept,
  forget,
  isAnyKept,
  keepAudio,
  keepText,
} from "../../src/client/platform/kept-files.ts";
import { usePageForEachTest } from "../support/dom.ts";
import { type FakeCaches, fakeCaches, fakeHost } from "../support/fake-caches.ts";

usePageForEachTest();
let caches: FakeCaches;
beforeEach(() => {
  caches = fakeCaches();
});

const [cache, earlier, address] = ["recordings", "earlier", "/narration/zh-CN.1.mp3"];
const names = [cache, earlier] as const;
const isKept = async () => (await findKept(names, address)) !== undefined;

/**
 * Keeps the recording, of a thousand bytes. Returns how it ended, and how far it was told to be on
 * the way.
 */
async function keep(abort = new AbortController()) {
  const told: number[] = [];
  const result = await keepAudio(names, address, 1000, (now) => told.push(now), abort.signal);
  return { result, told };
}

describe("a recording that is downloaded", () => {
  test("is kept as a whole, and told how far it is", async () => {
    fakeHost({ bytes: 1000 });
    expect(await keep()).toEqual({ result: "kept", told: [1000] });
    expect(await isKept()).toBe(true);
    expect(caches.paths(cache)).toEqual([address]);
    expect(caches.bytes(cache, address)).toBe(1000);
  });

  test("goes on where the network was lost, and is whole then", async () => {
    const requests = fakeHost({ bytes: 400, line: "cut" }, { status: 206, bytes: 600 });
    expect(await keep()).toEqual({ result: "network", told: [400] });
    expect(await isKept()).toBe(false);
    expect(await keep()).toEqual({ result: "kept", told: [400, 1000] });
    expect(requests).toEqual([address, `${address} bytes=400-`]);
    expect(caches.paths(cache)).toEqual([address]);
    expect(caches.bytes(cache, address)).toBe(1000);
  });

  test("begins anew where the host sends the whole, though a part was asked for", async () => {
    fakeHost({ bytes: 400, line: "cut" }, { status: 200, bytes: 1000 });
    await keep();
    expect(await keep()).toEqual({ result: "kept", told: [1000] });
    expect(caches.bytes(cache, address)).toBe(1000);
  });

  test("stops when the reader says so, and goes on another time from there", async () => {
    const requests = fakeHost({ bytes: 300, line: "open" }, { status: 206, bytes: 700 });
    const abort = new AbortController();
    const told: number[] = [];
    const keeping = keepAudio(names, address, 1000, (now) => told.push(now), abort.signal);
    await expect.poll(() => told).toEqual([300]);
    abort.abort();
    expect(await keeping).toBe("stopped");
    expect(await isKept()).toBe(false);
    expect((await keep()).result).toBe("kept");
    expect(requests[1]).toBe(`${address} bytes=300-`);
  });

  test("of which nothing came is nothing that is kept", async () => {
    fakeHost({ status: 503 });
    expect((await keep()).result).toBe("network");
    fakeHost({ bytes: 0, line: "cut" });
    expect((await keep()).result).toBe("network");
    expect(caches.paths(cache)).toEqual([]);
  });

  test.each([999, 1001])("of another length than it should have is not kept: %i", async (bytes) => {
    fakeHost({ bytes });
    expect((await keep()).result).toBe("incomplete");
    expect(caches.paths(cache)).toEqual([]);
  });

  test("of whose rest too much came begins anew another time", async () => {
    fakeHost({ bytes: 400, line: "cut" }, { status: 206, bytes: 700 });
    await keep();
    expect((await keep()).result).toBe("incomplete");
    expect(caches.paths(cache)).toEqual([]);
  });

  test("of whose rest too little came goes on from there", async () => {
    const requests = fakeHost(
      { bytes: 400, line: "cut" },
      { status: 206, bytes: 500 },
      { status: 206, bytes: 100 },
    );
    await keep();
    expect((await keep()).result).toBe("network");
    expect((await keep()).result).toBe("kept");
    expect(requests[2]).toBe(`${address} bytes=900-`);
  });

  describe("and was cut off after most of it", () => {
    const part = `${address}?part`;
    const portal = { type: "text/html; charset=utf-8", bytes: 30 };
    for (const [what, ...answers] of [
      ["a network that wants its users to sign in answers", portal],
      ["such a network answers as many bytes as are missing", { ...portal, bytes: 100 }],
      ["such a network claims that to be the rest", { ...portal, status: 206, bytes: 100 }],
      ["the worker says that there is nothing", { status: 204 }],
      ["the server is overloaded", { status: 503, bytes: 4 }],
      [
        "the server sends another rest, and then nothing",
        { status: 206, bytes: 500, range: "bytes 500-999/1000" },
      ],
      [
        "the server sends the rest of another file",
        { status: 206, bytes: 100, range: "bytes 900-999/2000" },
        { status: 404 },
      ],
      ["the server begins anew, and is cut off earlier", { bytes: 300, line: "cut" }],
      ["the server begins anew, and sends something shorter", { bytes: 300 }],
    ] as const)
      test(`keeps what there is of it where ${what}`, async () => {
        fakeHost({ bytes: 900, line: "cut" }, ...answers);
        await keep();
        expect((await keep()).result).toMatch(/^(foreign|network|incomplete)$/);
        expect(caches.paths(cache)).toEqual([part]);
        expect(caches.bytes(cache, part)).toBe(900);
        fakeHost({ status: 206, bytes: 100 });
        expect((await keep()).result).toBe("kept");
      });

    test("is fetched anew where the server knows no such rest", async () => {
      const requests = fakeHost({ bytes: 900, line: "cut" }, { status: 416 }, { bytes: 1000 });
      await keep();
      expect((await keep()).result).toBe("kept");
      expect(requests.slice(1)).toEqual([`${address} bytes=900-`, address]);
    });

    test("keeps what comes anew once that is more", async () => {
      fakeHost({ bytes: 400, line: "cut" }, { bytes: 700, line: "cut" });
      await keep();
      await keep();
      expect(caches.bytes(cache, part)).toBe(700);
    });
  });

  test("is not taken from a page of exactly its size", async () => {
    fakeHost({ type: "text/html", bytes: 1000 });
    expect((await keep()).result).toBe("foreign");
    expect(caches.paths(cache)).toEqual([]);
  });

  test("and begun by an earlier version goes on, and leaves nothing there", async () => {
    await (await globalThis.caches.open(earlier)).put(
      `${address}?part`,
      new Response(new Uint8Array(400)),
    );
    const requests = fakeHost({ status: 206, bytes: 600 });
    expect((await keep()).result).toBe("kept");
    expect(requests).toEqual([`${address} bytes=400-`]);
    expect(caches.paths(earlier)).toEqual([]);
  });

  test("for which there is no room leaves nothing half", async () => {
    fakeHost({ bytes: 400, line: "cut" }, { status: 206, bytes: 600 });
    await keep();
    caches.fill();
    expect((await keep()).result).toBe("full");
    expect(caches.paths(cache)).toEqual([]);
  });

  test("is refused where the browser keeps nothing", async () => {
    const requests = fakeHost({ bytes: 1000 });
    vi.stubGlobal("caches", {
      open: () => Promise.reject(new DOMException("denied", "SecurityError")),
    });
    expect((await keep()).result).toBe("refused");
    expect(await isKept()).toBe(false);
    expect(requests).toEqual([]);
    await forget(names, address);
    vi.stubGlobal("caches", undefined);
    expect((await keep()).result).toBe("refused");
  });
});

test("a recording that the reader removes is gone, with what had come of it", async () => {
  fakeHost({ bytes: 1000 }, { bytes: 10, line: "cut" });
  await keep();
  await keep();
  await forget(names, address);
  expect(caches.paths(cache)).toEqual([]);
});

test("recordings of older versions make room, and those of other reports stay", async () => {
  const held = ["/narration/zh-CN.1.mp3", "/narration/zh-CN.2.mp3", "/elsewhere/zh-CN.1.mp3"];
  const opened = await globalThis.caches.open(cache);
  for (const each of held) await opened.put(each, new Response("x"));
  await forget(names, "/narration/zh-CN.", ["/narration/zh-CN.2.mp3"]);
  expect(caches.paths(cache)).toEqual(held.slice(1));
});

test("what an earlier version has kept is found, and removed with the rest", async () => {
  await (await globalThis.caches.open(earlier)).put(address, new Response("x"));
  expect(await isKept()).toBe(true);
  expect(await isAnyKept(names, "/narration/zh-CN.")).toBe(true);
  expect(await isAnyKept(names, "/narration/en.")).toBe(false);
  await forget(names, "/narration/zh-CN.");
  expect(await isAnyKept(names, "/narration/")).toBe(false);
});

test("a text is kept under its type, and said not to be where there is no room", async () => {
  expect(await keepText(names, "/a.vtt", "WEBVTT", "text/vtt")).toBe(true);
  const kept = await findKept(names, "/a.vtt");
  expect(kept?.headers.get("Content-Type")).toBe("text/vtt");
  caches.fill();
  expect(await keepText(names, "/b.vtt", "WEBVTT", "text/vtt")).toBe(false);
  expect(caches.paths(cache)).toEqual(["/a.vtt"]);
});
