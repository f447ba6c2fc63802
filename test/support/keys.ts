import { expect, type Locator, type Page } from "@playwright/test";
import { listKey } from "../../src/core/shortcuts.ts";
import type { Edition } from "./editions.ts";

const listNames = { "zh-CN": "键盘快捷键", en: "Keyboard shortcuts" } as const;

/** The dialog that lists the shortcuts. */
export function keyList(page: Page, { language }: Edition): Locator {
  return page.getByRole("dialog", { name: listNames[language] });
}

/** Opens the list of shortcuts with its key, and returns its dialog. */
export async function openKeyList(page: Page, edition: Edition): Promise<Locator> {
  const list = keyList(page, edition);
  await settle(page);
  await page.keyboard.press(listKey);
  await expect(list).toBeVisible();
  return list;
}

/**
 * Waits for the listeners that are attached after the page has loaded: shortcuts, and keeping the
 * reader's place.
 */
export async function settle(page: Page): Promise<void> {
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

/** Presses Tab and expects focus to move from an element: into it, or to the element after it. */
export async function expectTabGoesOnFrom(element: Locator): Promise<void> {
  await element.page().keyboard.press("Tab");
  const isThere = await element.evaluate((place) => {
    const focused = document.activeElement;
    const { DOCUMENT_POSITION_FOLLOWING: after } = Node;
    return Boolean(focused && place.compareDocumentPosition(focused) & after);
  });
  expect(isThere).toBe(true);
}
