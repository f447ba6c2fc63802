import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { settle } from "../support/keys.ts";
import { openTextPanel } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";

/** Ways in which a browser refuses to keep things, each as a script that runs before the page. */
const refusals: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "local storage throws when it is touched": (page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }),
  "local storage is missing": (page) =>
    page.addInitScript(() => Object.defineProperty(window, "localStorage", { value: undefined })),
  "every storage is full": (page) =>
    page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    }),
  "session storage throws when it is touched": (page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }),
  "there are no service workers": (page) =>
    page.addInitScript(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    }),
  "service workers are refused": (page) =>
    page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException("denied", "SecurityError"));
    }),
};

for (const [at, [what, refuse]] of Object.entries(refusals).entries()) {
  // The languages take turns: what is refused is the same in both.
  const edition = editions[at % editions.length] as Edition;

  test(`where ${what}, the page reads, opens, grows and changes language (${edition.language})`, async ({
    page,
  }) => {
    const { names } = edition;
    const faults = watchFaults(page);
    await refuse(page);
    await page.goto(edition.report);
    await settle(page);
    await page.getByRole("button", { name: names.expandAll }).click();
    await expect(page.locator("#p5-m3-s1")).toBeVisible();
    const panel = await openTextPanel(page, edition);
    await panel.getByRole("button", { name: names.larger }).click();
    await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.1/);
    const notice = page.getByRole("region", { name: names.notices });
    if (/local storage|every storage/.test(what)) {
      await expect(notice).toContainText(names.notKept);
      await notice.getByRole("button", { name: names.dismiss }).click();
      // Told once: another choice is no news.
      await openTextPanel(page, edition);
      await panel.getByRole("button", { name: names.larger }).click();
      await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.25/);
    }
    await expect(notice).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: names.otherLanguage }).click();
    await expect(page.locator("html")).not.toHaveAttribute("lang", edition.language);
    expect(faults).toEqual([]);
  });
}
