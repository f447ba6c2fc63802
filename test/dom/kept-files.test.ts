// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { forget, forgetOlder, isKept, keepAudio } from "../../src/client/platform/kept-files.ts";
import { usePageForEachTest } from "../support/dom.ts";
import { type FakeCaches, fakeCaches, fakeHost } from "../support/fake-caches.ts";

usePageForEachTest();
let caches: FakeCaches;
beforeEach(() => {
  caches = fakeCaches();
});

const [cache, address] = ["recordings", "/narration/zh-CN.1.mp3"];

/**
 * Keeps the recording, of a thousand bytes. Returns how it ended, and how far it was told to be on
 * the way.
 */
async function keep(abort = new AbortController()) {
  const told: number[] = [];
  const result = await keepAudio(cache, address, 1000, (now) => told.push(now), abort.signal);
  return { result, told };
}

describe("a recording that is downloaded", () => {
  test("is kept as a whole, and told how far it is", async () => {
    fakeHost({ bytes: 1000 });
    expect(await keep()).toEqual({ result: "kept", told: [1000] });
    expect(await isKept(cache, address)).toBe(true);
    expect(caches.paths(cache)).toEqual([address]);
    expect(await caches.bytes(cache, address)).toBe(1000);
  });

  test("goes on where the network was lost, and is whole then", async () => {
    const requests = fakeHost({ bytes: 400, line: "cut" }, { status: 206, bytes: 600 });
    expect(await keep()).toEqual({ result: "network", told: [400] });
    expect(await isKept(cache, address)).toBe(false);
    expect(await keep()).toEqual({ result: "kept", told: [400, 1000] });
    expect(requests).toEqual([address, `${address} bytes=400-`]);
    expect(caches.paths(cache)).toEqual([address]);
    expect(await caches.bytes(cache, address)).toBe(1000);
  });

  test("begins anew where the host sends the whole, though a part was asked for", async () => {
    fakeHost({ bytes: 400, line: "cut" }, { status: 200, bytes: 1000 });
    await keep();
    expect(await keep()).toEqual({ result: "kept", told: [1000] });
    expect(await caches.bytes(cache, address)).toBe(1000);
  });

  test("stops when the reader says so, and goes on another time from there", async () => {
    const requests = fakeHost({ bytes: 300, line: "open" }, { status: 206, bytes: 700 });
    const abort = new AbortController();
    const told: number[] = [];
    const keeping = keepAudio(cache, address, 1000, (now) => told.push(now), abort.signal);
    await expect.poll(() => told).toEqual([300]);
    abort.abort();
    expect(await keeping).toBe("stopped");
    expect(await isKept(cache, address)).toBe(false);
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

  test("of which a wrong part came forgets the part as well", async () => {
    fakeHost({ bytes: 400, line: "cut" }, { status: 206, bytes: 500 });
    await keep();
    expect((await keep()).result).toBe("incomplete");
    expect(caches.paths(cache)).toEqual([]);
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
    expect(await isKept(cache, address)).toBe(false);
    expect(requests).toEqual([]);
    await forget(cache, address);
    vi.stubGlobal("caches", undefined);
    expect((await keep()).result).toBe("refused");
  });
});

test("a recording that the reader removes is gone, with what had come of it", async () => {
  fakeHost({ bytes: 1000 }, { bytes: 10, line: "cut" });
  await keep();
  await keep();
  await forget(cache, address);
  expect(caches.paths(cache)).toEqual([]);
});

test("recordings of older versions make room, and those of other reports stay", async () => {
  const held = ["/narration/zh-CN.1.mp3", "/narration/zh-CN.2.mp3", "/elsewhere/zh-CN.1.mp3"];
  const opened = await globalThis.caches.open(cache);
  for (const each of held) await opened.put(each, new Response("x"));
  await forgetOlder(cache, "/narration/zh-CN.", ["/narration/zh-CN.2.mp3"]);
  expect(caches.paths(cache)).toEqual(held.slice(1));
});
