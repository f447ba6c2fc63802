import type { Page } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { editions } from "../support/editions.ts";
import { openTextPanel } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { findUpdate, visit } from "../support/visit.ts";

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

for (const { language, report, names } of editions) {
  const words = told[language];
  const notice = (page: Page) => page.getByRole("region", { name: names.notices });

  test(`a change of the app alone is told as that, and nothing reloads until asked (${language})`, async ({
    page,
    reader,
  }) => {
    await visit(page, report);
    await mark(page);
    reader.deploy(builds.newApp);
    await findUpdate(page);
    await expect(notice(page)).toContainText(words.app);
    expect(await isSame(page)).toBe(true);
    await notice(page).getByRole("button", { name: words.later }).click();
    await expect(notice(page)).toHaveCount(0);
    expect(await isSame(page)).toBe(true);
  });

  test(`a change of the report is told as that, and asking brings it with the place kept (${language})`, async ({
    page,
    reader,
  }) => {
    await visit(page, report);
    await page.locator("#p3-full summary").click();
    await page.locator("#p3-m2").evaluate((element) => element.scrollIntoView());
    const top = () => page.locator("#p3-m2").evaluate((e) => e.getBoundingClientRect().top);
    const before = await top();
    await mark(page);
    reader.deploy(builds.newText);
    await findUpdate(page);
    await expect(notice(page)).toContainText(words.text);
    await notice(page).getByRole("button", { name: words.update }).click();
    await expect.poll(() => isSame(page).catch(() => true)).toBe(false);
    await expect(page.locator("#p3-full")).toHaveAttribute("open", "");
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(40);
    await page.goto("./");
    await expect(page.locator(".summary")).toContainText("如何推动政府依法办事");
  });

  test(`an update that follows one which was put off is told too, as what it is (${language})`, async ({
    page,
    reader,
  }) => {
    await visit(page, report);
    reader.deploy(builds.newApp);
    await findUpdate(page);
    await expect(notice(page)).toContainText(words.app);
    await notice(page).getByRole("button", { name: words.later }).click();
    for (const [deploy, change] of [
      [builds.newText, words.text],
      [builds.newApp, words.app],
    ] as const) {
      reader.deploy(deploy);
      await findUpdate(page);
      await expect(notice(page)).toContainText(change);
    }
    await mark(page);
    await notice(page).getByRole("button", { name: words.update }).click();
    await expect.poll(() => isSame(page).catch(() => true)).toBe(false);
    // Only this version was built for an address.
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /^http:/);
  });

  test(`an update that could not be fetched does not hide the next one (${language})`, async ({
    page,
    reader,
  }) => {
    await visit(page, report);
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
    reader.deploy(builds.newText);
    await findUpdate(page);
    await expect(notice(page)).toContainText(words.text);
  });

  test(`an update is still told when the network has gone and come back (${language})`, async ({
    page,
    context,
    reader,
  }) => {
    await visit(page, report);
    reader.deploy(builds.newApp);
    await findUpdate(page);
    await expect(notice(page)).toContainText(words.app);
    await context.setOffline(true);
    await expect(notice(page)).toContainText(names.offline);
    await context.setOffline(false);
    await expect(notice(page)).toContainText(words.app);
  });
}

test("of two tabs only the one that asks reloads; the other learns of it, and can still open its parts", async ({
  page,
  context,
  reader,
}) => {
  const [chinese] = editions;
  if (!chinese) throw new Error("an edition");
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
  await other.getByRole("button", { name: "稍后" }).click();
  await expect(other.getByRole("region", { name: "通知" })).toHaveCount(0);
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
      if (!request.url?.includes("/assets/TextPanel")) return false;
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

  test("does not reload for a reader who has followed a link meanwhile", async ({
    page,
    reader,
  }) => {
    await page.goto("./");
    const answers: (() => void)[] = [];
    reader.intercept(({ url }, response) => {
      if (url?.includes("/assets/TextPanel")) response.writeHead(404).end();
      else if (url === "/") answers.push(() => response.end("<title>the page, fetched anew"));
      else if (url === "/en/") answers.push(() => response.end("<title>English"));
      else return false;
      return true;
    });
    await page.getByRole("button", { name: "文字", exact: true }).click();
    await expect.poll(() => answers.length).toBe(1);
    await page.getByRole("link", { name: "English", exact: true }).click({ noWaitAfter: true });
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.();
    // What tells that the part is missing is asked for once it is decided that nothing reloads.
    await expect.poll(() => reader.requests.join()).toContain("/assets/Notices");
    answers[1]?.();
    await expect(page).toHaveTitle("English");
  });
});
