import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { settle } from "../support/keys.ts";
import { openContents, openSearch, openTextPanel } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";

test.use({ serviceWorkers: "block" });

const [chinese, english] = editions as [Edition, Edition];

/** Scrolls as a reader does with a finger or a wheel, down, and a little up. */
async function readDown(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
}

/**
 * The share of the window's height that its middle column leaves to the text: rows of points at
 * which nothing stands over `main`.
 */
const shareForText = (page: Page) =>
  page.evaluate(() => {
    const rows = Array.from({ length: innerHeight / 2 }, (_, row) => row * 2 + 1);
    const free = rows.filter((y) => {
      const found = document.elementFromPoint(innerWidth / 2, y);
      return found === document.body || found?.closest("main") !== null;
    });
    return free.length / rows.length;
  });

for (const [what, width, height] of [
  ["500 % zoom", 256, 160],
  ["400 % zoom", 320, 256],
  ["a phone on its side", 740, 360],
  ["a phone on its side, with its keyboard", 740, 190],
] as const)
  for (const edition of [chinese, english])
    test.describe(`at ${what} (${edition.language})`, () => {
      test.use({ viewport: { width, height } });

      test("the text has the height, and the tools come back for who scrolls up or tabs to them", async ({
        page,
      }) => {
        await page.goto(edition.report);
        await settle(page);
        await readDown(page);
        await expect.poll(() => shareForText(page)).toBeGreaterThan(0.95);
        await page.mouse.wheel(0, -40);
        const bar = page.getByRole("navigation", { name: edition.names.tools });
        for (const name of [edition.names.contents, edition.names.search]) {
          const button = bar.getByRole("button", { name, exact: true });
          await expect(button).toBeInViewport({ ratio: 0.99 });
          const box = await button.boundingBox();
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
        }
        await expect.poll(() => shareForText(page)).toBeGreaterThan(0.7);
        await readDown(page);
        await bar.getByRole("button", { name: edition.names.search, exact: true }).focus();
        await expect(
          bar.getByRole("button", { name: edition.names.search, exact: true }),
        ).toBeInViewport({ ratio: 0.99 });
      });

      test("a panel scrolls to its end, and its button closes it again", async ({ page }) => {
        await page.goto(edition.report);
        await settle(page);
        for (const [open, name] of [
          [openContents, edition.names.contents],
          [openTextPanel, edition.names.text],
        ] as const) {
          const panel = await open(page, edition);
          const last = panel.locator("a, button, input").last();
          await last.scrollIntoViewIfNeeded();
          await expect(last).toBeInViewport({ ratio: 0.99 });
          await page.getByRole("button", { name, exact: true }).first().click();
          await expect(panel).toBeHidden();
        }
      });
    });

for (const [what, width, height] of [
  ["upright", 360, 440],
  ["on its side", 740, 190],
] as const)
  test.describe(`with a keyboard open on a phone ${what}`, () => {
    // What is left of the window: `interactive-widget=resizes-content` makes it so in Chromium and
    // Firefox, which headless browsers can't show.
    test.use({ viewport: { width, height } });

    test("the first that a search finds is in sight", async ({ page }) => {
      await page.goto(chinese.report);
      await settle(page);
      const panel = await openSearch(page, chinese);
      await panel.getByRole("searchbox").fill("执法");
      const first = panel.getByRole("link").first();
      // A line of it at the least.
      await expect
        .poll(async () => ((await first.boundingBox())?.y ?? height) + 34)
        .toBeLessThanOrEqual(height);
      await expect(panel.getByRole("searchbox")).toBeInViewport({ ratio: 0.99 });
    });
  });

test("the page asks for a window that ends above the keyboard", async ({ page }) => {
  await page.goto(chinese.report);
  await expect(page.locator("meta[name=viewport]")).toHaveAttribute(
    "content",
    /interactive-widget=resizes-content/,
  );
});

test("a panel stands above a keyboard that covers the window, as in Safari", async ({ page }) => {
  await page.goto(chinese.report);
  await settle(page);
  const panel = await openSearch(page, chinese);
  await panel.getByRole("searchbox").fill("执法");
  await expect(panel.getByRole("link").first()).toBeVisible();
  // No browser here has such a keyboard: what it reports is imitated, what follows is real.
  await page.evaluate(() => {
    const seen = window.visualViewport as VisualViewport;
    Object.defineProperty(seen, "height", { value: innerHeight - 300, configurable: true });
    seen.dispatchEvent(new Event("resize"));
  });
  const within = async () => {
    const box = await panel.boundingBox();
    return box && box.y >= 0 && box.y + box.height <= 441;
  };
  await expect.poll(within).toBe(true);
  const link = await panel.getByRole("link").first().boundingBox();
  expect((link?.y ?? 0) + 30).toBeLessThan(440);
  await page.evaluate(() => {
    const seen = window.visualViewport as VisualViewport;
    Object.defineProperty(seen, "height", { value: innerHeight, configurable: true });
    seen.dispatchEvent(new Event("resize"));
  });
  await expect.poll(within).toBe(false);
});

test.describe("the head of the page", () => {
  for (const edition of [chinese, english])
    test(`returns when its reader scrolls up a little, and its link keeps the sentence (${edition.language})`, async ({
      page,
    }) => {
      await page.goto(edition.report);
      await settle(page);
      await page.getByRole("button", { name: edition.names.expandAll }).click();
      await page
        .locator("#p4-m2-s1")
        .evaluate((found) =>
          scrollBy({ top: found.getBoundingClientRect().top - 150, behavior: "instant" }),
        );
      const other = page.getByRole("link", { name: edition.names.otherLanguage, exact: true });
      const top = () =>
        page
          .locator("#p4-m2-s1")
          .evaluate((found) => Math.round(found.getBoundingClientRect().top));
      // Beside the text: over a term the pointer would open its explanation.
      await page.mouse.move(6, 400);
      await page.mouse.wheel(0, 30);
      await expect.poll(top).toBe(120);
      await expect(other.first()).not.toBeInViewport();
      await page.mouse.wheel(0, -30);
      // The text moves by what was scrolled, and not for the head.
      await expect.poll(top).toBe(150);
      await expect(other.first()).toBeInViewport({ ratio: 1 });
      // Nor does it for who comes to the link by keyboard.
      await other.first().focus();
      expect(await top()).toBe(150);
      await other.first().click();
      await expect(page.locator("html")).not.toHaveAttribute("lang", edition.language);
      await settle(page);
      await expect(page.locator("#p4-m2-s1")).toBeInViewport();
      await expect.poll(async () => Math.abs((await top()) - 150)).toBeLessThan(60);
    });

  test("covers nothing that was jumped to", async ({ page }) => {
    await page.goto(chinese.report);
    await settle(page);
    await page.mouse.move(180, 400);
    await readDown(page);
    await page.mouse.wheel(0, -60);
    await expect(page.locator("html")).toHaveAttribute("data-head", "back");
    await page.evaluate(() => location.assign("#p1"));
    const clear = () =>
      page.evaluate(() => {
        const { top, left } = (
          document.querySelector("#p1 h2") as HTMLElement
        ).getBoundingClientRect();
        const found = document.elementFromPoint(left + 2, top + 2);
        return Boolean(found?.closest("#p1"));
      });
    await expect.poll(clear).toBe(true);
    // Nor a link that is tabbed back to.
    await page.locator("#p4-full summary").focus();
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press("Shift+Tab");
      expect(
        await page.evaluate(() => {
          const focused = document.activeElement as HTMLElement;
          const { top, left } = focused.getBoundingClientRect();
          return focused.contains(document.elementFromPoint(left + 3, top + 3));
        }),
      ).toBe(true);
    }
  });

  test("stays in the flow where no script runs, and on paper", async ({ browser, reader }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${reader.url}${chinese.report}`);
    const position = () =>
      page.locator("header.masthead").evaluate((head) => getComputedStyle(head).position);
    expect(await position()).toBe("static");
    await context.close();
  });
});

test("a notice covers none of the links at the head, and goes when the device keeps things again", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    let isFull = true;
    Storage.prototype.setItem = function (this: Storage, key, value) {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, key, value);
    };
    Object.assign(window, {
      makeRoom() {
        isFull = false;
      },
    });
  });
  await page.goto(chinese.report);
  await settle(page);
  const panel = await openTextPanel(page, chinese);
  await panel.getByRole("button", { name: chinese.names.larger }).click();
  const notice = page.getByRole("region", { name: chinese.names.notices });
  await expect(notice).toContainText(chinese.names.notKept);
  await page.keyboard.press("Escape");
  // Trial: pressed only if nothing else would be.
  await page.getByRole("link", { name: chinese.names.otherLanguage }).click({ trial: true });
  await page.getByRole("banner").getByRole("button").click({ trial: true });
  await page.evaluate(() => {
    (window as unknown as { makeRoom(): void }).makeRoom();
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(notice).toHaveCount(0);
});
