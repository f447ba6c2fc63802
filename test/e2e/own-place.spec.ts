import type { Locator, Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { settle } from "../support/keys.ts";
import { expect, test } from "../support/reader.ts";

const [chinese] = editions as [Edition];

/** Opens a part and reads to one of its sentences. */
async function readTo(page: Page, part: string, id: string): Promise<void> {
  const full = page.locator(`#${part}-full`);
  if ((await full.getAttribute("open")) === null) await full.locator("summary").click();
  await page
    .locator(`#${id}`)
    .evaluate((found) =>
      scrollBy({ top: found.getBoundingClientRect().top - 90, behavior: "instant" }),
    );
}

/** Expects a sentence where it was read. */
async function expectAt(sentence: Locator): Promise<void> {
  await expect
    .poll(() =>
      sentence.evaluate((found) => Math.abs(Math.round(found.getBoundingClientRect().top) - 90)),
    )
    .toBeLessThan(40);
}

/** Another tab reads elsewhere, and is left. */
async function readElsewhere(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(chinese.report);
  await settle(other);
  await readTo(other, "p4", "p4-m2-s1");
  await other.evaluate(() => dispatchEvent(new Event("pagehide")));
  return other;
}

/** A page that goes without hearing of it, as one does that the browser discards. */
const goUnheard = (page: Page) =>
  page.addInitScript(() => {
    for (const type of ["pagehide", "visibilitychange"])
      addEventListener(type, (event) => event.isTrusted && event.stopImmediatePropagation(), true);
  });

const isOpen = (page: Page, part: string) =>
  page.locator(`#${part}-full`).evaluate((found) => (found as HTMLDetailsElement).open);

/** Shows a page, and waits until nothing moves it any more. */
async function reload(page: Page): Promise<void> {
  await page.reload();
  await settle(page);
}

test.describe("a tab that loads again", () => {
  test("is where it was, wherever another tab was left meanwhile", async ({ page }) => {
    await goUnheard(page);
    await page.goto(chinese.report);
    await settle(page);
    await readTo(page, "p1", "p1-m2-s1");
    await readElsewhere(page);
    await reload(page);
    await expectAt(page.locator("#p1-m2-s1"));
    expect(await isOpen(page, "p4")).toBe(false);
  });

  test("stays where its reader has read on to since a link led them there", async ({ page }) => {
    await page.goto(`${chinese.report}#p3-m2-s1`);
    await settle(page);
    await page.locator("#p3-full summary").click();
    await readTo(page, "p5", "p5-m1-s1");
    await reload(page);
    await expectAt(page.locator("#p5-m1-s1"));
    expect(await isOpen(page, "p3")).toBe(false);
    // Nor is the beginning taken for no place.
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await reload(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await isOpen(page, "p3")).toBe(false);
    // The same link, followed anew, leads there.
    await page.goto("about:blank");
    await page.goto(`${chinese.report}#p3-m2-s1`);
    await expect(page.locator("#p3-m2-s1")).toBeInViewport();
  });

  test("is where it was when it is gone back to, by pages and within one", async ({ page }) => {
    await page.goto(chinese.report);
    await settle(page);
    await readTo(page, "p1", "p1-m2-s1");
    await page.evaluate((path) => location.assign(path), `/${chinese.glossary}`);
    await settle(page);
    await readElsewhere(page);
    await page.goBack();
    await settle(page);
    await expectAt(page.locator("#p1-m2-s1"));
    await page.evaluate(() => location.assign("#p3-m2-s1"));
    await expect(page.locator("#p3-m2-s1")).toBeInViewport();
    await page.locator("#p3-full summary").click();
    await readTo(page, "p5", "p5-m1-s1");
    await page.evaluate(() => location.assign("#p2"));
    await expect(page.locator("#p2")).toBeInViewport();
    await page.goBack();
    await expectAt(page.locator("#p5-m1-s1"));
    expect(await isOpen(page, "p3")).toBe(false);
    await page.goBack();
    await expectAt(page.locator("#p1-m2-s1"));
  });

  test("comes back from another page by a link to where it was itself", async ({ page }) => {
    await page.goto(chinese.report);
    await settle(page);
    await readTo(page, "p1", "p1-m2-s1");
    await page.goto(chinese.glossary);
    await readElsewhere(page);
    await page.goto(chinese.report);
    await settle(page);
    await expectAt(page.locator("#p1-m2-s1"));
  });

  test("is where it was as a copy of another tab, which then goes its own way", async ({
    page,
    context,
  }) => {
    await page.goto(chinese.report);
    await settle(page);
    await readTo(page, "p1", "p1-m2-s1");
    // What the browser copies with a tab: the entry of its history and the session's storage.
    await expect.poll(() => page.evaluate(() => history.state)).not.toBeNull();
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    const copied = await page.evaluate(() => ({
      state: history.state as unknown,
      kept: { ...sessionStorage } as Record<string, string>,
    }));
    const other = await readElsewhere(page);
    await other.close();
    const copy = await context.newPage();
    await copy.goto("icon.svg");
    await copy.evaluate(({ state, kept }) => {
      for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value);
      history.replaceState(state, "", "/");
    }, copied);
    await reload(copy);
    await expectAt(copy.locator("#p1-m2-s1"));
    await readTo(copy, "p5", "p5-m1-s1");
    await reload(page);
    await expectAt(page.locator("#p1-m2-s1"));
  });
});
