import type { BrowserContext, Locator, Page } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { expectTabGoesOnFrom, settle } from "../support/keys.ts";
import { openContents } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { findUpdate, visit } from "../support/visit.ts";

const [chinese, english] = editions as [Edition, Edition];

const told = {
  "zh-CN": {
    goesOn: "接着上次的地方：",
    toTop: "回到开头",
    progress: /已读 (\d+)%，还剩约 (\d+) 分钟/,
    update: "更新",
  },
  en: {
    goesOn: "Continuing where you left off: ",
    toTop: "Back to the top",
    progress: /(\d+)% read, about (\d+) min left/,
    update: "Update",
  },
} as const;

/** How far an element's top lies below the window's. */
const topOf = (element: Locator) =>
  element.evaluate((found) => Math.round(found.getBoundingClientRect().top));

/** Scrolls so that an element's top lies some way below the window's. */
const scrollTo = (element: Locator, top: number) =>
  element.evaluate(
    (found, wanted) =>
      scrollBy({ top: found.getBoundingClientRect().top - wanted, behavior: "instant" }),
    top,
  );

/** A new tab of the same browser, which keeps what the old one kept. */
async function reopen(page: Page, address: string): Promise<Page> {
  const context: BrowserContext = page.context();
  const next = await context.newPage();
  // Whoever goes elsewhere in a tab leaves a page as whoever closes it does.
  await page.goto("about:blank");
  await page.close();
  await next.goto(address);
  return next;
}

const link = (page: Page, { language }: Edition) =>
  page.getByRole("link", { name: told[language].toTop, exact: true });

/** Reads to a sentence of the third part, which is closed at first. */
async function readOn(page: Page, { report }: Edition): Promise<void> {
  await visit(page, report);
  await settle(page);
  await page.locator("#p3-full summary").click();
  await scrollTo(page.locator("#p3-m2-s2"), 90);
}

/** Expects the sentence where it was left, its part open. */
async function expectPlace(page: Page): Promise<void> {
  await expect(page.locator("#p3-full")).toHaveAttribute("open", "");
  await expect
    .poll(async () => Math.abs((await topOf(page.locator("#p3-m2-s2"))) - 90))
    .toBeLessThan(40);
}

test.describe("a report left in the middle", () => {
  for (const edition of editions)
    test(`opens there in another tab, says so, and offers the way back to the top (${edition.language})`, async ({
      page,
    }) => {
      await readOn(page, edition);
      const next = await reopen(page, edition.report);
      await expectPlace(next);
      const status = next.getByRole("status").filter({ hasText: told[edition.language].goesOn });
      await expect(status).toContainText(edition.names.pillars[2] ?? "");
      await expectTabGoesOnFrom(next.locator("#p3-m2-s2"));
      await link(next, edition).click();
      expect(await next.evaluate(() => scrollY)).toBe(0);
      await expect(next.getByRole("main")).toBeFocused();
      await expect(link(next, edition)).toHaveCount(0);
    });

  test("opens there in a new version", async ({ page, reader }) => {
    await readOn(page, english);
    reader.deploy(builds.newText);
    const other = await page.context().newPage();
    await other.goto(english.about);
    await findUpdate(other);
    const loaded = other.waitForEvent("load");
    await other.getByRole("button", { name: told.en.update }).click();
    await loaded;
    await page.goto("about:blank");
    await other.goto("./");
    await expect(other.locator(".summary")).toContainText("如何推动政府依法办事");
    await other.goto(english.report);
    await expectPlace(other);
  });

  test("opens where a link leads, not where it was left", async ({ page }) => {
    await readOn(page, chinese);
    const next = await reopen(page, `${chinese.report}#p1-m2`);
    await settle(next);
    await expect(next.locator("#p1-m2")).toBeInViewport();
    await expect(next.locator("#p3-m2-s2")).not.toBeInViewport();
    await expect(link(next, chinese)).toHaveCount(0);
  });

  test("opens at the words that a link names, not where it was left", async ({ page }) => {
    await readOn(page, chinese);
    const [words = ""] = ((await page.locator("#p1-m2-s1").textContent()) ?? "").split(/[，。]/);
    const next = await reopen(page, `${chinese.report}#:~:text=${encodeURIComponent(words)}`);
    await settle(next);
    await expect(next.locator("#p1-m2-s1")).toBeInViewport();
    await expect(link(next, chinese)).toHaveCount(0);
    await expect(next.locator("#p3-m2-s2")).not.toBeInViewport();
  });

  test("opens there after a change of language on another page", async ({ page }) => {
    await readOn(page, english);
    await page.goto(english.figures);
    await settle(page);
    await scrollTo(page.locator("#counts-p5"), 0);
    // As assistive technology presses it: without scrolling to it first.
    const other = page.getByRole("link", { name: english.names.otherLanguage, exact: true });
    await other.first().evaluate((each: HTMLElement) => each.click());
    await expect(page).toHaveURL(/\/figures\/#/);
    await page.goto(english.report);
    await expectPlace(page);
  });

  test("begins anew for a reader who left by the product's name", async ({ page }) => {
    await readOn(page, chinese);
    const home = page.getByRole("link", { name: chinese.names.product, exact: true }).first();
    // As assistive technology presses it: without scrolling to it first, which would leave the
    // place.
    await Promise.all([
      page.waitForEvent("load"),
      home.evaluate((each: HTMLElement) => each.click()),
    ]);
    await settle(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect(link(page, chinese)).toHaveCount(0);
  });
});

for (const edition of editions)
  test(`the contents tell how much was read and what is left, and lead back to the top (${edition.language})`, async ({
    page,
  }) => {
    const { progress } = told[edition.language];
    await page.goto(edition.report);
    await settle(page);
    await page.getByRole("button", { name: edition.names.expandAll }).click();
    const seen: { percent: number; minutes: number }[] = [];
    for (const place of ["#title", "#p3-m2", "footer"]) {
      await page.locator(place).evaluate((found) => found.scrollIntoView({ behavior: "instant" }));
      const panel = await openContents(page, edition);
      await expect(panel).toContainText(progress);
      // The line is measured anew each time the panel opens.
      await expect
        .poll(async () => {
          const text = (await panel.textContent()) ?? "";
          return Number(progress.exec(text)?.[1]);
        })
        .not.toBe(seen.at(-1)?.percent);
      const [, percent, minutes] = progress.exec((await panel.textContent()) ?? "") ?? [];
      seen.push({ percent: Number(percent), minutes: Number(minutes) });
      if (place === "footer") await link(page, edition).click();
      else await page.keyboard.press("Escape");
      await expect(panel).toBeHidden();
    }
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
    const [begin, middle, end] = seen;
    expect(begin?.percent).toBe(0);
    expect(middle?.percent).toBeGreaterThan(20);
    expect(middle?.percent).toBeLessThan(80);
    expect(middle?.minutes).toBeLessThan(begin?.minutes ?? 0);
    expect(middle?.minutes).toBeGreaterThan(0);
    expect(end).toEqual({ percent: 100, minutes: 0 });
  });
