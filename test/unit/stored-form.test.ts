import { expect, test } from "vitest";
import { storedForm } from "../../src/sw/stored-form.ts";

const headers = { "Content-Type": "text/plain", "Content-Security-Policy": "default-src 'none'" };

test.each(["Accept", "Accept-Language, Upgrade-Insecure-Requests", "*"])(
  "a file is stored whole, without its host's word that answers vary with %s",
  async (vary) => {
    const answer = new Response("<p>原文", { headers: { ...headers, Vary: vary } });
    const stored = await storedForm("/en/index.html", answer);
    expect(stored?.headers.get("Vary")).toBeNull();
    expect(stored?.headers.get("Content-Security-Policy")).toBe("default-src 'none'");
    expect(await stored?.text()).toBe("<p>原文");
  },
);

test.each([
  ["/index.html", "text/html; charset=utf-8"],
  ["/assets/main-1.js", "text/javascript; charset=utf-8"],
  ["/assets/shared-1.css", "text/css; charset=utf-8"],
  ["/a.unknown", "text/plain"],
])("%s is stored under its type, whatever a host takes it for", async (path, type) => {
  const stored = await storedForm(path, new Response("", { headers }));
  expect(stored?.headers.get("Content-Type")).toBe(type);
});

test("a page is kept out of frames, where its host says nothing of them", async () => {
  const silent = await storedForm("/index.html", new Response(""));
  expect(silent?.headers.get("X-Frame-Options")).toBe("DENY");
  const host = new Response("", { headers: { "X-Frame-Options": "SAMEORIGIN" } });
  const told = await storedForm("/index.html", host);
  expect(told?.headers.get("X-Frame-Options")).toBe("SAMEORIGIN");
});

test.each([203, 206, 404, 500, 503])("an answer of status %i is not stored", async (status) => {
  expect(await storedForm("/index.html", new Response("right", { status }))).toBeUndefined();
});

test("an answer that can't be read, or none, is not stored", async () => {
  expect(await storedForm("/index.html", Response.error())).toBeUndefined();
  expect(await storedForm("/index.html", new Response(null, { status: 204 }))).toBeUndefined();
});
