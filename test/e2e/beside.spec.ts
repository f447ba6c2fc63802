import type { Page } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { settle } from "../support/keys.ts";
import { openPlayer, openTextPanel } from "../support/panels.ts";
import { test as base, expect } from "../support/reader.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { findUpdate, visit } from "../support/visit.ts";

const [chinese] = editions as [Edition];
const { names } = chinese;
const root = "./";
const below = "reader/";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (name: string) => ({ name, exact: true });

/** A host with two readers, one at its root, the other below `/reader/`. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
  reader: async ({}, use) => {
    const server = await startServer(builds.current, { beside: { "/reader/": builds.subPath } });
    await use(server);
    await server.stop();
  },
});

/** Expects every page of a reader to open. */
async function expectPages(page: Page, at: string): Promise<void> {
  for (const [path, words] of [
    ["", "法治政府建设工作报告"],
    ["en/", "Law-based Government"],
    ["glossary/", "词语解释"],
    ["en/about/", "About this text"],
  ] as const) {
    await page.goto(at + path);
    await expect(heading(page), at + path).toContainText(words);
    await expect(page.locator("html"), at + path).toHaveAttribute("data-ready", "");
  }
}

test("each of two readers on one host is whole without a network, in whatever order they come, and after an update", async ({
  page,
  reader,
}) => {
  await visit(page, below);
  const others = ["workbox-precache-v2-http://elsewhere/", "shop-precache-v2-"];
  const names = await page.evaluate(async (names) => {
    const all = [...names, `workbox-precache-v2-${origin}/shop/`, "zhanjuan-of-the-shop"];
    for (const name of all) await (await caches.open(name)).put("/cart", new Response("1"));
    return all;
  }, others);
  await visit(page, root);
  reader.deploy(builds.newApp, "/");
  await findUpdate(page);
  await page.getByRole("button", { name: "更新" }).click();
  await expect(page.getByRole("button", { name: "更新" })).toHaveCount(0);
  await visit(page, root);
  await reader.stop();
  await expectPages(page, below);
  await expectPages(page, root);
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(names));
});

test("what is chosen in one reader, and where one was in it, is nothing to the other; neither takes the other's worker for a new version", async ({
  page,
}) => {
  await visit(page, root);
  await settle(page);
  const panel = await openTextPanel(page, chinese);
  await panel.getByRole("button", { name: names.larger }).click();
  await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.1/);
  await page.keyboard.press("Escape");
  await page.goto(`${root}#p3-m2-s1`);
  await visit(page, below);
  await settle(page);
  await expect(page.locator("html")).not.toHaveAttribute("style", /--size/);
  await expect(page.locator("#p3-m2-s1")).not.toBeInViewport();
  await expect(page.getByRole("region", { name: names.notices })).toHaveCount(0);
  await page.goto(root);
  await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.1/);
  const shared = await page.evaluate(async () =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys())].filter(
      (name) => !/^zhanjuan:\/(reader\/)?:/.test(name),
    ),
  );
  expect(shared).toEqual([]);
});

test("a recording that is kept in one reader is not the other's, and stays when that removes its own", async ({
  page,
}) => {
  await fakeSpeech(page, "none");
  for (const at of [root, below]) {
    await visit(page, at);
    const panel = await openPlayer(page, chinese);
    await panel.getByRole("button", button(names.download)).click();
    await expect(panel.getByText(names.isKept)).toBeVisible();
  }
  await page.getByRole("button", button(names.remove)).click();
  await expect(page.getByRole("button", button(names.download))).toBeVisible();
  await page.goto(root);
  const panel = await openPlayer(page, chinese);
  await expect(panel.getByText(names.isKept)).toBeVisible();
});

test("what an earlier version of a reader has kept is there after its update, and what is the other's stays", async ({
  page,
  reader,
}) => {
  await fakeSpeech(page, "none");
  // A page of the host without a worker.
  await page.goto(`${below}version.json`);
  await page.evaluate(async () => {
    const html = await (await fetch("./")).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const { audio = "", cues = "" } = page.getElementById("lexicon")?.dataset ?? {};
    localStorage.setItem("zhanjuan:settings", '{"version":1,"chosen":{"size":150}}');
    const put = async (cache: string, address: string, body: BodyInit, type: string) =>
      (await caches.open(cache)).put(
        address,
        new Response(body, { headers: { "Content-Type": type } }),
      );
    const script = "text/javascript";
    const own = `workbox-precache-v2-${origin}/reader/`;
    await put(own, "/reader/assets/old-1.js?__WB_REVISION__=1", "old", script);
    await put(`workbox-precache-v2-${origin}/`, "/assets/old-2.js", "old", script);
    await put("zhanjuan-previous", "/reader/assets/older-1.js", "old", script);
    await put("zhanjuan-previous", "/assets/older-2.js", "old", script);
    for (const [address, type] of [
      [audio, "audio/mpeg"],
      [cues, "text/vtt"],
    ] as const)
      await put("zhanjuan-narration", address, await (await fetch(address)).blob(), type);
  });
  await visit(page, below);
  await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.5/);
  const kept = () =>
    page.evaluate(async () => {
      const all = new Map<string, string[]>();
      for (const name of await caches.keys())
        all.set(
          name.replace(origin, ""),
          (await (await caches.open(name)).keys()).map(({ url }) => url.replace(origin, "")),
        );
      return Object.fromEntries(all);
    });
  await expect
    .poll(async () => Object.keys(await kept()).sort())
    .toEqual([
      "workbox-precache-v2-/",
      "zhanjuan-narration",
      "zhanjuan-previous",
      "zhanjuan:/reader/:precache",
      "zhanjuan:/reader/:previous",
    ]);
  expect((await kept())["zhanjuan-previous"]).toEqual(["/assets/older-2.js"]);
  expect((await kept())["zhanjuan:/reader/:previous"]).toContain("/reader/assets/old-1.js");
  await reader.stop();
  await page.reload();
  const panel = await openPlayer(page, chinese);
  await expect(panel.getByText(names.isKept)).toBeVisible();
  await panel.getByRole("button", button(names.play)).click();
  await expect(page.locator("h1.said, h1 .said")).toHaveCount(1);
  await panel.getByRole("button", button(names.remove)).click();
  await expect(panel.getByText(names.isKept)).toBeHidden();
  expect((await kept())["zhanjuan-narration"]).toEqual([]);
});

test.describe("a reader that has moved", () => {
  const leadTo = (address: string) => (path: string) => address + path;
  const move = (server: TestServer, newAddress: (path: string) => string, isMoved = isAtRoot) =>
    server.intercept((request, response) => {
      const path = request.url ?? "/";
      if (!isMoved(path)) return false;
      response.writeHead(301, { Location: newAddress(path) }).end();
      return true;
    });
  const isAtRoot = (path: string) => !path.startsWith("/reader/");
  const link = (page: Page) => page.getByRole("link", { name: "去新地址" });

  for (const [what, newAddress] of [
    ["page by page", leadTo("/reader")],
    ["with every address leading to the first page", () => "/reader/"],
  ] as const)
    test(`to another path, ${what}, is told of with a link to the same place, and settings come along`, async ({
      page,
      reader,
    }) => {
      await visit(page, root);
      const panel = await openTextPanel(page, chinese);
      await panel.getByRole("button", { name: names.larger }).click();
      await page.keyboard.press("Escape");
      move(reader, newAddress);
      await page.goto("about:blank");
      await page.goto(`${root}#p3-m2-s1`);
      await expect(page.locator("#p3-m2-s1")).toBeInViewport();
      await link(page).click();
      await expect(page).toHaveURL(`${reader.url}reader/#p3-m2-s1`);
      await expect(page.locator("#p3-m2-s1")).toBeInViewport();
      await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.1/);
      await settle(page);
      await expect(link(page)).toHaveCount(0);
    });

  test("to another host, is told of, and the old host leads there", async ({ page, reader }) => {
    const there = await startServer(builds.newApp);
    await visit(page, root);
    move(reader, leadTo(there.url.slice(0, -1)), () => true);
    await page.goto(`${root}en/#p3-m2-s1`);
    await page.getByRole("link", { name: "Go to the new address" }).click();
    await expect(page).toHaveURL(`${there.url}en/?lead-on=#p3-m2-s1`);
    await expect(page.locator("#p3-m2-s1")).toBeInViewport();
    await there.stop();
  });

  test("and has left the script that takes its worker back at the old place, leads there by itself", async ({
    page,
    reader,
  }) => {
    await visit(page, below);
    await visit(page, root);
    reader.deploy(builds.recalled);
    move(reader, leadTo("/reader"), (path) => isAtRoot(path) && path !== "/sw.js");
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).sort()))
      .toEqual(["zhanjuan:/reader/:precache", "zhanjuan:/reader/:previous"]);
    await page.goto(`${root}en/#p3-m2-s1`);
    await expect(page).toHaveURL(`${reader.url}reader/en/#p3-m2-s1`);
    await reader.stop();
    await expectPages(page, `${reader.url}reader/`);
  });
});

test("on a host that sends no headers a kept page can't be framed", async ({ page, reader }) => {
  await visit(page, root);
  reader.intercept((request, response) => {
    if (request.url !== "/frame") return false;
    response.writeHead(200, { "Content-Type": "text/html" }).end('<iframe src="./"></iframe>');
    return true;
  });
  await page.goto("frame");
  const frame = page.frameLocator("iframe");
  await expect(page.locator("iframe")).toBeVisible();
  await page.waitForLoadState();
  await expect(frame.locator("#title")).toHaveCount(0);
});
