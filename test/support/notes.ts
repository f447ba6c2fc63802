import { expect, type Locator, type Page } from "@playwright/test";
import type { Edition } from "./editions.ts";
import { noteNames } from "./note-names.ts";

/** Selects part of a sentence; the page gets no event but `selectionchange`. */
export async function select(page: Page, id: string, from: number, to: number): Promise<string> {
  return page.evaluate(
    async ([sentence, first, last]) => {
      const element = document.getElementById(sentence);
      if (!element) throw new Error(`no ${sentence}`);
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let begin = 0;
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const end = begin + node.length;
        if (first >= begin && first < end) range.setStart(node, first - begin);
        if (last > begin && last <= end) range.setEnd(node, last - begin);
        begin = end;
      }
      const changed = new Promise((resolve) =>
        document.addEventListener("selectionchange", resolve, { once: true }),
      );
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      await changed;
      return range.toString();
    },
    [id, from, to] as const,
  );
}

/** The toolbar for what is selected, ready for use. */
export async function toolbar(page: Page, { language }: Edition): Promise<Locator> {
  const bar = page.getByRole("dialog", { name: noteNames[language].mark, exact: true });
  await expect(bar).toBeVisible();
  return bar;
}

/** Performs a change of annotations and waits until it has been stored or refused. */
export async function written(page: Page, act: () => Promise<unknown>): Promise<void> {
  const lastChange = () => page.evaluate(() => localStorage.getItem("zhanjuan:/:notes-changed"));
  const before = await lastChange();
  await act();
  await expect.poll(lastChange).not.toBe(before);
}

/** Opens the list of bookmarks and returns its dialog, ready for use. */
export async function openNotes(page: Page, { language }: Edition): Promise<Locator> {
  const names = noteNames[language];
  await page
    .getByRole("banner")
    .getByRole("button", { name: names.bookmarks, exact: true })
    .click();
  const panel = page.getByRole("dialog", { name: names.bookmarks, exact: true });
  await panel.getByRole("button", { name: names.markHere }).waitFor();
  return panel;
}
