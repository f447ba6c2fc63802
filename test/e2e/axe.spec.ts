import { violations } from "../support/axe.ts";
import { editions } from "../support/editions.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar } from "../support/notes.ts";
import { openContents, openPlayer, openSearch, openTextPanel, store } from "../support/panels.ts";

// The page's policy refuses a script that a test brings along; what it forbids is tested elsewhere.
test.use({ serviceWorkers: "block", bypassCSP: true });

for (const edition of editions) {
  const { names } = edition;
  for (const [screen, viewport] of [
    ["a phone", { width: 360, height: 740 }],
    ["a wide screen", { width: 1280, height: 800 }],
  ] as const) {
    test.describe(`${edition.title}, on ${screen}, axe finds nothing`, () => {
      test.use({ viewport });

      test("as the pages open", async ({ page }) => {
        for (const path of [edition.report, edition.about, edition.glossary, edition.figures]) {
          await page.goto(path);
          expect(await violations(page)).toEqual([]);
        }
      });

      test("with both languages together, a term explained and the text proved", async ({
        page,
      }) => {
        await page.goto(edition.report);
        await page.getByRole("button", { name: names.expandAll }).click();
        await page.getByRole("switch", { name: names.parallel }).click();
        await expect(page.locator("#date-s1 + .other")).toHaveCount(1);
        await page.getByRole("button", { name: names.prove }).click();
        await expect(page.locator("#proof").getByRole("status")).toContainText(names.agrees);
        await page.locator('#p5-m1-s2 a[href*="glossary/#"]').first().hover();
        await expect(page.locator("#explanation")).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test("with every part open", async ({ page }) => {
        await page.goto(edition.report);
        await page.getByRole("button", { name: names.expandAll }).click();
        await page.getByText(names.metadata).click();
        expect(await violations(page)).toEqual([]);
      });

      test("with the contents or the text settings open", async ({ page }) => {
        await page.goto(edition.report);
        await openContents(page, edition);
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await openTextPanel(page, edition);
        expect(await violations(page)).toEqual([]);
      });

      test("with the search open, empty, with results, with none, and at a place", async ({
        page,
      }) => {
        await page.goto(edition.report);
        const panel = await openSearch(page, edition);
        expect(await violations(page)).toEqual([]);
        const field = panel.getByRole("searchbox");
        await field.fill("100%");
        await expect(panel.locator("section").nth(1)).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await field.press("Enter");
        expect(await violations(page)).toEqual([]);
        await panel.getByRole("button", { name: names.nextPlace, exact: true }).click();
        expect(await violations(page)).toEqual([]);
        await openSearch(page, edition);
        await field.fill("qqqq zzzz");
        await expect(panel.getByText(names.nothingFound)).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test("with text marked, the toolbar, the note's editor, sharing and the list open", async ({
        page,
      }) => {
        const notes = noteNames[edition.language];
        await page.goto(edition.report);
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
        const bar = await toolbar(page, edition);
        await bar.getByRole("button", { name: notes.share, exact: true }).click();
        expect(await violations(page)).toEqual([]);
        await bar.getByRole("button", { name: notes.note }).click();
        expect(await violations(page)).toEqual([]);
        await bar.getByRole("textbox").fill("n");
        await bar.getByRole("button", { name: notes.save }).click();
        await openNotes(page, edition);
        expect(await violations(page)).toEqual([]);
      });

      test("while a sentence is read aloud", async ({ page }) => {
        await fakeSpeech(page);
        await page.goto(edition.report);
        const panel = await openPlayer(page, edition);
        await panel.getByRole("switch", { name: names.caption }).check();
        await panel.getByRole("button", { name: names.play, exact: true }).click();
        await expect(page.locator(".said")).toHaveCount(1);
        expect(await violations(page)).toEqual([]);
      });
    });
  }

  for (const theme of ["paper", "sepia", "dark", "contrast"] as const)
    test(`${edition.title}, in the theme ${theme}, axe finds nothing`, async ({ page }) => {
      await store(page, { theme });
      await page.goto(edition.report);
      const notes = noteNames[edition.language];
      for (const [id, kind] of [
        ["intro-s1", "yellow"],
        ["intro-s2", "green"],
        ["shortcomings-s1", "blue"],
        ["outlook-s1", "red"],
      ] as const) {
        await select(page, id, 0, 40);
        const bar = await toolbar(page, edition);
        await bar.getByRole("button", { name: notes[kind], exact: true }).click();
      }
      await page.getByRole("button", { name: names.expandAll }).click();
      await openTextPanel(page, edition);
      expect(await violations(page)).toEqual([]);
    });

  test(`${edition.title}, with a notice shown, axe finds nothing`, async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.goto(edition.report);
    const panel = await openTextPanel(page, edition);
    await panel.getByRole("radio", { name: names.themes.sepia }).check();
    await expect(page.getByRole("region", { name: names.notices })).toContainText(names.notKept);
    expect(await violations(page)).toEqual([]);
  });
}
