import { resolve } from "node:path";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { settle } from "../support/keys.ts";
import { comparable, published, translated } from "../support/source.ts";
import { visit } from "../support/visit.ts";

const slug = "wugang-2023";
const names = {
  "zh-CN": { title: "下载", way: "下载这份报告", offline: /现在没有网络/, text: "纯文本" },
  en: {
    title: "Download",
    way: "Download this report",
    offline: /You are offline/,
    text: "Plain text",
  },
} as const;

const [chinese, english] = editions as [Edition, Edition];

for (const [edition, kind] of [
  [chinese, "html"],
  [english, "pair.html"],
] as const)
  test(`a report taken along ${edition.title} opens from the file system with all its text and no request: ${kind}`, async ({
    page,
  }) => {
    const { language, names: own } = edition;
    const whole = (language === "en" ? translated : published.report).join("");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const file = `file://${resolve(builds.current, "take", `${slug}.${language}.${kind}`)}`;
    await page.goto(file);
    expect(requests).toEqual([file]);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(own.reportTitle);
    const sentences = await page.locator("main .s").allTextContents();
    expect(comparable(sentences.join(""))).toBe(whole);
    await expect(page.getByRole("button")).toHaveCount(0);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);

    // Its parts comparable natively, and its links lead within it.
    const measure = page.getByRole("heading", { name: own.measures.digital });
    await expect(measure).toBeVisible();
    const part = page.locator("#p2-full summary");
    await part.click();
    await expect(measure).toBeHidden();
    await part.click();
    await expect(measure).toBeVisible();
    await page.locator("#p2-m1-s1 a[href^='#']").last().click();
    await expect(page.locator(":target")).toBeInViewport();
    expect(requests).toEqual([file]);
  });

test("a report to take along is offered with its size, a link away from the report, and downloads", async ({
  page,
}) => {
  const own = names.en;
  await page.goto(english.report);
  await page.getByRole("link", { name: own.way }).click();
  const list = page.getByRole("region", { name: own.title });
  await expect(list).toBeInViewport();
  await expect(list.getByRole("listitem")).toHaveCount(7);
  for (const item of await list.getByRole("listitem").all())
    await expect(item).toContainText(/\d (?:kB|MB)$/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    list.getByRole("link", { name: own.text, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/2023.*\.txt$/);
  expect(await download.failure()).toBeNull();
});

test("a report to take along is refused in a plain sentence where there is no network", async ({
  page,
  context,
}) => {
  const own = names["zh-CN"];
  await visit(page, chinese.about);
  await settle(page);
  await context.setOffline(true);
  const list = page.getByRole("region", { name: own.title });
  await list.getByRole("link", { name: own.text, exact: true }).click();
  await expect(list.getByRole("status")).toHaveText(own.offline);
  await context.setOffline(false);
  await Promise.all([
    page.waitForEvent("download"),
    list.getByRole("link", { name: own.text, exact: true }).click(),
  ]);
  await expect(list.getByRole("status")).toBeEmpty();
});

test("a file that cannot be had is never answered with the report’s page", async ({
  page,
  context,
}) => {
  await visit(page);
  await context.setOffline(true);
  await expect(page.goto(`take/${slug}.zh-CN.html`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(false);
  await page.goto(`take/${slug}.zh-CN.html`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("法治政府建设工作报告");
});
