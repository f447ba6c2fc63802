import { type Edition, editions } from "../support/editions.ts";
import { settle } from "../support/keys.ts";
import { openTextPanel } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { visit } from "../support/visit.ts";

const [chinese, english] = editions as [Edition, Edition];
const title = "法治政府建设工作报告";

test.describe("with the server gone after one visit", () => {
  test("every page opens, under every address that leads to one", async ({ page, reader }) => {
    await visit(page);
    await reader.stop();
    for (const [what, path, heading] of [
      ["the home page", "./", title],
      ["the English page", "en/", "Law-based Government"],
      ["the English page, without its slash", "en", "Law-based Government"],
      ["the about page", "about/", "关于本文"],
      ["the English about page", "en/about/", "About this text"],
      ["the glossary", "glossary/", "词语解释"],
      ["the page of figures", "en/figures/", "Figures in the report"],
      ["the glossary, with a counter behind it", "glossary/?spm=9", "词语解释"],
      ["a page by the name of its file", "en/figures/index.html?x", "Figures in the report"],
      ["the page of figures, without its slash", "figures", "报告里的数字"],
      ["the same with a query", "en/figures?x=1#top", "Figures in the report"],
      ["an address that only begins like English", "enquiry/", title],
      ["the same without a slash", "entry", title],
      ["an address that does not exist", "nowhere/at/all", title],
      ["an English address that does not exist", "en/nowhere", "Law-based Government"],
      ["a link with the marks of where it was shared", "./?utm_source=x&from=timeline&a=b", title],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }), what).toContainText(heading);
    }
  });

  test("a link into a closed pillar opens on its text, and the app from its icon", async ({
    page,
    context,
    reader,
  }) => {
    await visit(page, "about/");
    const start = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
      return ((await (await fetch(link?.href ?? "")).json()) as { start_url: string }).start_url;
    });
    await reader.stop();
    await page.goto("./#p3-m2-s1");
    await expect(page.locator("#p3-m2-s1")).toBeInViewport();
    await page.close();
    const launched = await context.newPage();
    await launched.goto(new URL(start, reader.url).href);
    await expect(launched.getByRole("heading", { level: 1 })).toContainText(title);
  });

  test("the page itself goes on, also when it is reloaded: its parts open, never having been opened before, and the language changes and changes back", async ({
    page,
    reader,
  }) => {
    await visit(page);
    await reader.stop();
    await openTextPanel(page, chinese);
    await page.reload();
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Law-based Government");
    const panel = await openTextPanel(page, english);
    await panel.getByRole("button", { name: english.names.larger }).click();
    await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.1/);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "中文" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  });
});

test("a second visit asks the server for nothing but the worker", async ({ page, reader }) => {
  await visit(page);
  const before = reader.requests.length;
  await page.goto("en/");
  await page.goto("./");
  await settle(page);
  const asked = reader.requests.slice(before).filter((path) => path !== "/sw.js");
  expect(asked).toEqual([]);
});

test.describe("a first visit that is cut off", () => {
  for (const [what, path] of [
    ["at the worker", /^\/sw\.js$/],
    ["at a page that was to be kept", /^\/en\/about\//],
    ["at a part of the program", /^\/assets\/start-settings/],
  ] as const)
    test(`${what} reads, and the next visit completes it`, async ({ page, reader }) => {
      let isCut = true;
      let cuts = 0;
      reader.intercept((request, response) => {
        if (!isCut || !path.test(request.url?.split("?")[0] ?? "")) return false;
        cuts++;
        response.writeHead(500);
        response.end();
        return true;
      });
      await page.goto("./");
      await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
      await page.getByRole("button", { name: "全部展开" }).click();
      await expect(page.locator("#p5-m3-s1")).toBeVisible();
      await expect.poll(() => cuts).toBeGreaterThan(0);
      isCut = false;
      await visit(page);
      await reader.stop();
      await page.goto("en/about/");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("About this text");
    });

  test("half-way through the page shows what has arrived", async ({ page, reader }) => {
    const html = await (await fetch(`${reader.url}index.html`)).text();
    let isCut = true;
    let cut = () => {};
    reader.intercept((request, response) => {
      if (!isCut || request.url !== "/") return false;
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.write(html.slice(0, html.indexOf('id="p2"')));
      cut = () => response.destroy();
      return true;
    });
    await page.goto("./", { waitUntil: "commit" });
    await expect(page.locator("#p1-m1-s1")).toBeAttached();
    const failed = page.waitForEvent("requestfailed");
    cut();
    await failed;
    await expect(page.locator("#p1-t")).toBeVisible();
    await expect(page.locator("#p3-t")).toHaveCount(0);
    isCut = false;
    await visit(page);
    await expect(page.locator("#date")).toBeVisible();
  });
});

for (const [what, vary] of [
  ["the language", "Accept-Language"],
  ["the type", "Accept, Upgrade-Insecure-Requests"],
  ["everything", "*"],
] as const)
  test(`a host that says its answers vary with ${what} is read without a network all the same`, async ({
    page,
    reader,
  }) => {
    reader.intercept((_, response) => {
      response.setHeader("Vary", vary);
      return false;
    });
    await visit(page);
    await page.goto("en/");
    await reader.stop();
    for (const [path, heading] of [
      ["./", title],
      ["en/about/", "About this text"],
    ] as const) {
      await page.setExtraHTTPHeaders({ "Accept-Language": "de" });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(heading);
      await expect(page.locator("html")).toHaveAttribute("data-ready", "");
    }
    await page.goto("./");
    await openTextPanel(page, chinese);
  });

test("losing the network is told once, after a while, and its return takes it back", async ({
  page,
  context,
}) => {
  const { names, report } = english;
  await page.clock.install({ time: 0 });
  await visit(page, report);
  await settle(page);
  await page.clock.pauseAt(300_000);
  const notice = page.getByRole("region", { name: names.notices });
  const lost = await page.evaluateHandle(() => {
    const event = new Promise<void>((resolve) =>
      addEventListener("offline", () => resolve(), { once: true }),
    );
    return { event };
  });
  await context.setOffline(true);
  await lost.evaluate(({ event }) => event);
  await page.clock.fastForward(4000);
  await expect(notice).toHaveCount(0);
  await page.clock.fastForward(2000);
  await expect(notice).toContainText(names.offline);
  await expect(page.locator("#announcements")).toContainText(names.offline);
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
});
