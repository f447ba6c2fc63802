import type { Locator, Page } from "@playwright/test";
import { ownName } from "../../src/core/own-name.ts";
import type { Chosen } from "../../src/core/settings/schema.ts";
import { printStoredSettings, settingsStorageKey } from "../../src/core/settings/stored.ts";
import type { Edition } from "./editions.ts";

/** Opens the text settings and returns their dialog, ready for use. */
export async function openTextPanel(page: Page, { names }: Edition): Promise<Locator> {
  await page.getByRole("button", { name: names.text, exact: true }).click();
  const panel = page.getByRole("dialog", { name: names.text });
  await panel.getByRole("button", { name: names.reset }).waitFor();
  return panel;
}

/** Opens the table of contents and returns its dialog. */
export async function openContents(page: Page, { names }: Edition): Promise<Locator> {
  await page.getByRole("button", { name: names.contents, exact: true }).click();
  const panel = page.getByRole("dialog", { name: names.contents });
  await panel.waitFor();
  return panel;
}

/** Opens the player and returns its dialog, ready for use. */
export async function openPlayer(page: Page, { names }: Edition): Promise<Locator> {
  await page.getByRole("button", { name: names.listen, exact: true }).click();
  const panel = page.getByRole("dialog", { name: names.listen });
  await panel.getByRole("button", { name: names.stop }).waitFor();
  return panel;
}

/** Opens the search and returns its dialog, ready to be typed into. */
export async function openSearch(page: Page, { names }: Edition): Promise<Locator> {
  await page.getByRole("button", { name: names.search, exact: true }).click();
  const panel = page.getByRole("dialog", { name: names.search });
  await panel.getByRole("searchbox", { name: names.search }).waitFor();
  return panel;
}

/** Stores these settings before every page that opens from now on. */
export async function store(page: Page, chosen: Chosen): Promise<void> {
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    ownName("/", settingsStorageKey),
    printStoredSettings(chosen),
  ] as const);
}

/** The parts of a report page that have names, in one language. */
export function pillar(page: Page, { names }: Edition, number: number): Locator {
  return page.getByRole("region", { name: names.pillars[number - 1] ?? "" });
}
