import { expect, type Page } from "@playwright/test";
import { test as base } from "./reader.ts";

/**
 * An error that Chromium throws itself, occasionally on a busy machine, when a page is shown before
 * its view transition could begin: the page appears without the transition. Remove this when
 * Chromium no longer does it.
 */
const lateTransition = /Transition was aborted because of invalid state\. Page already revealed/;

/** Collects a page's console errors, uncaught errors and dialogs. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => {
    if (!lateTransition.test(String(error))) faults.push(String(error));
  });
  page.on("dialog", async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  return faults;
}

/** A test that also fails if the page reports any error. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults = watchFaults(page);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
