import type { Page } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { openTextPanel } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { findUpdate, visit } from "../support/visit.ts";

const [chinese, english] = editions as [Edition, Edition];

const told = {
  "zh-CN": { text: "报告的内容有更新", app: "报告没有变", update: "更新", later: "稍后" },
  en: {
    text: "the report’s text has changed",
    app: "not the report",
    update: "Update",
    later: "Later",
  },
} as const;

/** Marks the page, so that a reload can be told from none. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
}
const isSame = (page: Page) => page.evaluate(() => "isSamePage" in window);

const notice = (page: Page, { names }: Edition) =>
  page.getByRole("region", { name: names.notices });

/** Puts an update off, whatever it is. */
async function putOff(page: Page, edition: Edition): Promise<void> {
  const { later } = told[edition.language];
  await notice(page, edition).getByRole("button", { name: later }).click();
  await expect(notice(page, edition)).toHaveCount(0);
}

test("a change of the app alone is told as that, and nothing reloads until asked; the update that follows is told too, as what it is", async ({
  page,
  reader,
}) => {
  const words = told.en;
  await visit(page, english.report);
  await mark(page);
  reader.deploy(builds.newApp);
  await findUpdate(page);
  await expect(notice(page, english)).toContainText(words.app);
  await putOff(page, english);
  for (const [deploy, change] of [
    [builds.newText, words.text],
    [builds.newApp, words.app],
  ] as const) {
    reader.deploy(deploy);
    await findUpdate(page);
    await expect(notice(page, english)).toContainText(change);
  }
  expect(await isSame(page)).toBe(true);
  await notice(page, english).getByRole("button", { name: words.update }).click();
  await expect.poll(() => isSame(page).catch(() => true)).toBe(false);
  // Only this version was built for an address.
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /^http:/);
});

test("a change of the report is told as that, and asking brings it with the place kept, after one that could not be fetched", async ({
  page,
  reader,
}) => {
  const words = told["zh-CN"];
  await visit(page, chinese.report);
  reader.deploy(builds.newApp);
  reader.intercept((request, response) => {
    if (request.url === "/sw.js") return false;
    response.writeHead(503).end();
    return true;
  });
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    await new Promise<void>((resolve) =>
      worker?.addEventListener("statechange", () => worker.state === "redundant" && resolve()),
    );
  });
  reader.intercept(undefined);
  await page.locator("#p3-full summary").click();
  await page.locator("#p3-m2").evaluate((element) => element.scrollIntoView());
  const top = () => page.locator("#p3-m2").evaluate((e) => e.getBoundingClientRect().top);
  const before = await top();
  await mark(page);
  reader.deploy(builds.newText);
  await findUpdate(page);
  await expect(notice(page, chinese)).toContainText(words.text);
  await notice(page, chinese).getByRole("button", { name: words.update }).click();
  await expect.poll(() => isSame(page).catch(() => true)).toBe(false);
  await expect(page.locator("#p3-full")).toHaveAttribute("open", "");
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(40);
  await expect(page.locator(".summary")).toContainText("如何推动政府依法办事");
});

test("of two tabs only the one that asks reloads; the other learns of it, and can still open its parts", async ({
  page,
  context,
  reader,
}) => {
  await visit(page);
  const other = await context.newPage();
  await visit(other);
  await Promise.all([mark(page), mark(other)]);
  reader.deploy(builds.newText);
  await findUpdate(page);
  await page.getByRole("button", { name: "更新" }).click();
  await expect.poll(() => isSame(page).catch(() => true)).toBe(false);
  await expect(other.getByRole("region", { name: "通知" })).toContainText("另一个窗口");
  expect(await isSame(other)).toBe(true);
  await openTextPanel(other, chinese);
  expect(await isSame(other)).toBe(true);
  await other.keyboard.press("Escape");
  await putOff(other, chinese);
});

test("a deploy that is taken back is an update like any other", async ({ page, reader }) => {
  reader.deploy(builds.newText);
  await visit(page);
  reader.deploy(builds.current);
  await findUpdate(page);
  await page.getByRole("button", { name: "更新" }).click();
  await expect(page.locator(".summary")).toContainText("怎样推动政府依法办事");
});

test.describe("an old page that asks for a part which a deploy removed", () => {
  test.use({ serviceWorkers: "block" });

  test("reloads once, then tells it, and never loops", async ({ page, reader }) => {
    await page.goto("./");
    reader.intercept((request, response) => {
      if (!request.url?.includes("/assets/start-settings")) return false;
      response.writeHead(404);
      response.end();
      return true;
    });
    const loads: string[] = [];
    page.on("load", () => loads.push(page.url()));
    const button = page.getByRole("button", { name: "文字", exact: true });
    await button.click();
    await expect.poll(() => loads.length).toBe(1);
    await button.click();
    await expect(page.getByRole("region", { name: "通知" })).toContainText("没有加载出来");
    await button.click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(loads).toHaveLength(1);
  });
});
