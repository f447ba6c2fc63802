import { expect, type Page } from "@playwright/test";
import { test as base } from "./reader.ts";

/**
 * What Chromium itself throws, now and then on a busy machine, when a page is shown before its transition from the one
 * before could begin: the reader sees the page without the transition. Delete when it no longer does.
 */
const lateTransition = /Transition was aborted because of invalid state\. Page already revealed/;

/** Collects what a page complains of: errors on its console, errors nobody caught, and dialogs. */
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

/** A test that fails, whatever else it checks, if the page complains of anything. */
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
