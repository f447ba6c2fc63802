import { expect, type Locator, type Page } from "@playwright/test";
import { listKey } from "../../src/core/shortcuts.ts";
import type { Edition } from "./editions.ts";

const listNames = { "zh-CN": "键盘快捷键", en: "Keyboard shortcuts" } as const;

/** The dialog that lists the keys. */
export function keyList(page: Page, { language }: Edition): Locator {
  return page.getByRole("dialog", { name: listNames[language] });
}

/** Opens a panel by a key, which does something only once the page has loaded. */
export async function openByKey(page: Page, key: string, panel: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Opens the list of keys by its key, and returns its dialog. */
export async function openKeyList(page: Page, edition: Edition): Promise<Locator> {
  const list = keyList(page, edition);
  await openByKey(page, listKey, list);
  return list;
}

/** Waits until what is attached last is there: the keys, and what keeps the reader's place. */
export async function settle(page: Page, edition: Edition): Promise<void> {
  const list = await openKeyList(page, edition);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
}

/** Presses Tab and expects the focus to go on from an element: into it, or to what comes after it. */
export async function expectTabGoesOnFrom(element: Locator): Promise<void> {
  await element.page().keyboard.press("Tab");
  const isThere = await element.evaluate((place) => {
    const focused = document.activeElement;
    const { DOCUMENT_POSITION_FOLLOWING: after } = Node;
    return Boolean(focused && place.compareDocumentPosition(focused) & after);
  });
  expect(isThere).toBe(true);
}
