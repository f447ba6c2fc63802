import type { Page } from "@playwright/test";
import { violations } from "../support/axe.ts";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { openKeyList } from "../support/keys.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar } from "../support/notes.ts";
import { openContents, openPlayer, openSearch, openTextPanel } from "../support/panels.ts";

// The page's policy refuses a script that a test brings along; what it forbids is tested elsewhere.
test.use({ serviceWorkers: "block", bypassCSP: true });

const [chinese, english] = editions as [Edition, Edition];

/**
 * Each state is looked at on a phone and on a wide screen, in one of the languages: the page is
 * made of the same parts.
 */
const screens = [
  { name: "on a phone", viewport: { width: 360, height: 740 }, edition: chinese },
  { name: "on a wide screen", viewport: { width: 1280, height: 800 }, edition: english },
] as const;

const openPanel = ".panel:popover-open";

/** Marks some text in each of the four ways. */
async function markFour(page: Page, edition: Edition): Promise<void> {
  const notes = noteNames[edition.language];
  for (const [id, kind] of [
    ["intro-s1", "yellow"],
    ["intro-s2", "green"],
    ["shortcomings-s1", "blue"],
    ["outlook-s1", "red"],
  ] as const) {
    await select(page, id, 0, 20);
    const bar = await toolbar(page, edition);
    await bar.getByRole("button", { name: notes[kind], exact: true }).click();
  }
}

for (const { name, viewport, edition } of screens) {
  const { names } = edition;

  test.describe(`${edition.title}, ${name}, axe finds nothing`, () => {
    test.use({ viewport });

    test("as the pages open", async ({ page }) => {
      for (const path of [edition.report, edition.about, edition.glossary, edition.figures]) {
        await page.goto(path);
        expect(await violations(page)).toEqual([]);
      }
    });

    test("with every part open, both languages together, a term explained and the text proved", async ({
      page,
    }) => {
      await page.goto(edition.report);
      await page.getByRole("button", { name: names.expandAll }).click();
      await page.getByText(names.metadata, { exact: true }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("switch", { name: names.parallel }).click();
      await expect(page.locator("#date-s1 + .other")).toHaveCount(1);
      await page.getByRole("button", { name: names.prove }).click();
      await expect(page.locator("#proof").getByRole("status")).toContainText(names.agrees);
      await page.locator('#p5-m1-s2 a[href*="glossary/#"]').first().hover();
      await expect(page.locator("#explanation")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("with the contents, the text settings, the keys or the search open, however much is found", async ({
      page,
    }) => {
      await page.goto(edition.report);
      for (const open of [openContents, openTextPanel, openKeyList]) {
        await open(page, edition);
        expect(await violations(page, openPanel)).toEqual([]);
        await page.keyboard.press("Escape");
      }
      const panel = await openSearch(page, edition);
      expect(await violations(page)).toEqual([]);
      const field = panel.getByRole("searchbox");
      await field.fill("100%");
      await expect(panel.locator("section").nth(1)).toBeVisible();
      expect(await violations(page, openPanel)).toEqual([]);
      await field.press("Enter");
      await expect(panel.getByRole("button", { name: names.nextPlace, exact: true })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await openSearch(page, edition);
      await field.fill("qqqq zzzz");
      await expect(panel.getByText(names.nothingFound)).toBeVisible();
      expect(await violations(page, openPanel)).toEqual([]);
    });

    test("with text marked, the toolbar, the note's editor, sharing and the list open, and while a sentence is read aloud", async ({
      page,
    }) => {
      const notes = noteNames[edition.language];
      await fakeSpeech(page);
      await page.goto(edition.report);
      await markFour(page, edition);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: notes.share, exact: true }).click();
      expect(await violations(page)).toEqual([]);
      await bar.getByRole("button", { name: notes.note }).click();
      expect(await violations(page)).toEqual([]);
      await bar.getByRole("textbox").fill("n");
      await bar.getByRole("button", { name: notes.save }).click();
      await openNotes(page, edition);
      expect(await violations(page, openPanel)).toEqual([]);
      await page.keyboard.press("Escape");
      const panel = await openPlayer(page, edition);
      await panel.getByRole("switch", { name: names.caption }).check();
      await panel.getByRole("button", { name: names.play, exact: true }).click();
      await expect(page.locator(".said")).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
    });
  });
}

test("in every theme, with text marked and every part open, axe finds nothing", async ({
  page,
}) => {
  const { names } = chinese;
  await page.goto(chinese.report);
  await markFour(page, chinese);
  await page.getByRole("button", { name: names.expandAll }).click();
  const panel = await openTextPanel(page, chinese);
  for (const theme of ["paper", "sepia", "dark", "contrast"] as const) {
    await panel.getByRole("radio", { name: names.themes[theme], exact: true }).check();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    expect(await violations(page), theme).toEqual([]);
  }
});

test("with a notice shown, axe finds nothing", async ({ page }) => {
  const { names } = english;
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.goto(english.report);
  const panel = await openTextPanel(page, english);
  await panel.getByRole("radio", { name: names.themes.sepia }).check();
  await expect(page.getByRole("region", { name: names.notices })).toContainText(names.notKept);
  expect(await violations(page)).toEqual([]);
});
