// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { findMove } from "../../src/sw/find-move.ts";
import { usePageForEachTest } from "../support/dom.ts";

usePageForEachTest();

const origin = "http://localhost:3000";
const version = JSON.stringify({ texts: { "wugang-2023": "a hash" } });

/**
 * A host that leads from the worker's address to another; `body` is what is at `version.json` there.
 */
function host(to: string | "elsewhere" | undefined, body: string): string[] {
  const asked: string[] = [];
  const answer = (url: string, type = "basic", text = "") =>
    Object.defineProperties(new Response(text), { url: { value: url }, type: { value: type } });
  vi.stubGlobal("fetch", async (address: string, { redirect }: RequestInit) => {
    asked.push(address);
    if (address.endsWith("version.json")) return answer(address, "basic", body);
    if (to === undefined) return answer(address);
    if (redirect === "manual") return answer("", "opaqueredirect");
    if (to === "elsewhere") throw new TypeError("refused by the policy");
    return answer(origin + to);
  });
  return asked;
}

const look = () => findMove(`${origin}/reader/sw.js`);

test.each([
  ["another path", "/library/sw.js", "/library/"],
  ["another path, whose first page every address leads to", "/library/", "/library/"],
  ["the host's root", "/sw.js", "/"],
])("a reader that has moved to %s is found there", async (_what, to, base) => {
  host(to, version);
  expect(await look()).toEqual({ to: origin + base });
});

test("that a reader has moved to another host is found, though not where", async () => {
  host("elsewhere", version);
  expect(await look()).toEqual({ to: undefined });
});

test.each([
  ["the page for signing in", "/login?next=/reader/sw.js", "<title>Log in"],
  ["another application", "/shop/sw.js", "{}"],
  ["the worker itself", "/reader/sw.js?v=2", version],
])("%s, to which a host leads, is no new place", async (_what, to, body) => {
  host(to, body);
  expect(await look()).toBeUndefined();
});

test("a reader that has not moved costs one question, and one without a network none", async () => {
  const asked = host(undefined, version);
  expect(await look()).toBeUndefined();
  expect(asked).toHaveLength(1);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
  expect(await look()).toBeUndefined();
});
