import type { Page } from "@playwright/test";
import { listKey, shortcuts } from "../../src/core/shortcuts.ts";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { keyList, openKeyList, settle } from "../support/keys.ts";
import { noteNames } from "../support/note-names.ts";
import { openPlayer, openTextPanel } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

const [chinese, english] = editions as [Edition, Edition];

test.describe("a key", () => {
  test("opens its panel, and closes what it opened where it is not typed into", async ({
    page,
  }) => {
    const { names, language } = chinese;
    await page.goto(chinese.report);
    await settle(page);
    for (const [key, name] of [
      ["c", names.contents],
      ["t", names.text],
      ["l", names.listen],
    ] as const) {
      await page.keyboard.press(key);
      const panel = page.getByRole("dialog", { name, exact: true });
      await expect(panel).toBeVisible();
      await page.keyboard.press(key);
      await expect(panel).toBeHidden();
    }
    for (const [key, name] of [
      ["/", names.search],
      ["Control+k", names.search],
      ["b", noteNames[language].bookmarks],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole("dialog", { name, exact: true })).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.locator(".panel:popover-open")).toHaveCount(0);
    }
  });

  test("opens and closes every part, puts both languages together, plays and pauses, and leads to the other language", async ({
    page,
  }) => {
    const { names } = english;
    await fakeSpeech(page);
    await page.goto(english.report);
    await settle(page);
    await page.keyboard.press("e");
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(16);
    await page.keyboard.press("e");
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(0);
    await page.keyboard.press("s");
    const parallel = page.getByRole("switch", { name: names.parallel });
    await expect(parallel).toHaveAttribute("aria-checked", "true");
    const panel = await openPlayer(page, english);
    await page.keyboard.press("p");
    await expect(panel.getByRole("button", { name: names.pause, exact: true })).toBeVisible();
    await page.keyboard.press("p");
    await expect(panel.getByRole("button", { name: names.resume, exact: true })).toBeVisible();
    await page.keyboard.press("g");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  });

  test("is a letter where it is typed, and does what it does beside a slider, which takes other keys", async ({
    page,
  }) => {
    await page.goto(chinese.report);
    await settle(page);
    await page.evaluate(() => {
      const field = Object.assign(document.createElement("input"), { type: "text", id: "typed" });
      document.querySelector("main")?.prepend(field);
      field.focus();
    });
    for (const key of ["c", "t", "l", "e", listKey]) await page.keyboard.type(key);
    await expect(page.locator("#typed")).toHaveValue(`ctle${listKey}`);
    await expect(page.locator(".panel:popover-open")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(0);
    const panel = await openTextPanel(page, chinese);
    await panel.getByRole("slider").first().focus();
    await page.keyboard.press("e");
    await expect(page.locator("details.full[open]")).toHaveCount(5);
  });
});

test.describe("the list of keys", () => {
  test("is there on every page, and once, however often it is asked for", async ({ page }) => {
    await page.goto(chinese.about);
    const list = await openKeyList(page, chinese);
    await expect(list.getByRole("term")).toHaveCount(shortcuts.length + 2);
    await page.keyboard.press("Escape");
    await page.keyboard.press(listKey);
    await page.keyboard.press(listKey);
    await expect(keyList(page, chinese)).toHaveCount(1);
  });

  test("has a switch that turns single keys off for good, and leaves the held ones", async ({
    page,
  }) => {
    await page.goto(english.report);
    const list = await openKeyList(page, english);
    const keys = list.getByRole("switch", { name: "Single-key shortcuts" });
    await expect(keys).toBeChecked();
    await keys.click();
    await expect(keys).not.toBeChecked();
    await expect(page.locator("html")).toHaveAttribute("data-keyless");
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await pressAll(page, english);
    await page.reload();
    await pressAll(page, english);
  });
});

/** Opens the search by its held key, and closes it. */
async function openAndCloseSearch(page: Page, { names }: Edition): Promise<void> {
  const search = page.getByRole("dialog", { name: names.search, exact: true });
  await settle(page);
  await page.keyboard.press("Control+k");
  await expect(search).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toBeHidden();
}

/**
 * Presses every single key, and expects none to do anything, while a held one does, before and
 * after.
 */
async function pressAll(page: Page, edition: Edition): Promise<void> {
  await openAndCloseSearch(page, edition);
  for (const { key } of shortcuts.filter(({ isHeld }) => !isHeld)) await page.keyboard.press(key);
  await page.keyboard.press(listKey);
  await expect(page.locator(".panel:popover-open")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(0);
  await openAndCloseSearch(page, edition);
  await expect(page.locator("html")).toHaveAttribute("lang", edition.language);
}
