import type { Page } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { noteNames, openNotes, select, toolbar } from "../support/notes.ts";
import { store } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { findUpdate, visit } from "../support/visit.ts";

/** The words that are highlighted on the page, put together. */
const highlighted = (page: Page, kind: string) =>
  page
    .locator(`main mark[data-kind="${kind}"]`)
    .allTextContents()
    .then((texts) => texts.join(""));

for (const edition of editions) {
  const { language, names: own } = edition;
  const names = noteNames[language];

  test.describe(`a reader who marks the text (${language})`, () => {
    test("highlights what they select; the text stays as it is, and a reload keeps the mark", async ({
      page,
    }) => {
      const faults = watchFaults(page);
      await page.goto(edition.report);
      const before = await page.locator("main").textContent();
      const words = await select(page, "intro-s1", 3, 30);
      const bar = await toolbar(page, edition);
      for (const kind of ["yellow", "green", "blue", "red"] as const) {
        await bar.getByRole("button", { name: names[kind], exact: true }).click();
        expect(await highlighted(page, kind)).toBe(words);
        await expect(bar.getByRole("button", { name: names[kind], exact: true })).toHaveAttribute(
          "aria-pressed",
          "true",
        );
      }
      expect(await page.locator("main").textContent()).toBe(before);
      await page.reload();
      await expect.poll(() => highlighted(page, "red")).toBe(words);
      expect(await page.locator("main").textContent()).toBe(before);
      expect(faults).toEqual([]);
    });

    test("highlights over several sentences and takes the mark away again", async ({ page }) => {
      await page.goto(edition.report);
      await page.evaluate(() => {
        const [from, to] = ["intro-s1", "intro-s3"].map((id) => document.getElementById(id));
        if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
      });
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.green, exact: true }).click();
      const expected = await page.locator("#intro-s1, #intro-s2, #intro-s3").allTextContents();
      expect(await highlighted(page, "green")).toBe(expected.join(""));
      await bar.getByRole("button", { name: names.green, exact: true }).click();
      await expect(page.locator("main mark")).toHaveCount(0);
    });

    test("writes a note, which the list shows, finds, sorts, deletes and brings back", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const words = await select(page, "intro-s1", 0, 12);
      let bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox", { name: names.note }).fill("第一条 first");
      await bar.getByRole("button", { name: names.save }).click();
      await expect(bar).toBeHidden();
      await select(page, "outlook-s1", 0, 10);
      bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.blue, exact: true }).click();
      const panel = await openNotes(page, edition);
      const items = panel.getByRole("listitem");
      await expect(items).toHaveCount(2);
      await expect(items.first()).toContainText("第一条 first");
      await expect(items.first()).toContainText(words);
      await expect(items.first()).toContainText(own.parts.intro);
      await panel.getByRole("combobox", { name: names.sort }).selectOption(names.latest);
      await expect(items.first()).toContainText(own.parts.outlook);
      await panel.getByRole("searchbox", { name: names.search }).fill("FIRST");
      await expect(items).toHaveCount(1);
      await expect(panel.getByRole("status")).toHaveText(names.count(1));
      await items.getByRole("button", { name: names.remove }).click();
      await expect(items).toHaveCount(0);
      await expect(panel.getByRole("button", { name: names.undo })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(items).toHaveCount(1);
      await items.getByRole("link").click();
      await expect(page.locator("#intro-s1")).toBeInViewport();
      await expect(panel).toBeHidden();
    });

    test("does it all by keyboard", async ({ page }) => {
      await page.goto(edition.report);
      await page.locator("#p2-m1-s1").evaluate((element) => {
        for (const part of document.querySelectorAll("details")) part.open = true;
        element.scrollIntoView();
      });
      await page.keyboard.press("m");
      const bar = await toolbar(page, edition);
      await expect(bar.getByRole("button", { name: names.bookmark, exact: true })).toBeFocused();
      const asked = await page.evaluate(() => getSelection()?.toString());
      await bar.getByRole("button", { name: names.nextSentence }).press("Enter");
      await expect.poll(() => page.evaluate(() => getSelection()?.toString())).not.toBe(asked);
      await bar.getByRole("button", { name: names.bookmark, exact: true }).press("Enter");
      await expect(page.locator("main [data-bookmark]")).toHaveCount(1);
      const box = bar.getByRole("button", { name: names.note });
      await box.press("Enter");
      await expect(bar.getByRole("textbox")).toBeFocused();
      await page.keyboard.type("keys");
      await page.keyboard.press("Escape");
      await expect(bar).toBeHidden();
      await page.keyboard.press("b");
      const panel = page.getByRole("dialog", { name: names.bookmarks, exact: true });
      await expect(panel.getByRole("listitem")).toContainText("keys");
      await panel.getByRole("button", { name: names.note }).press("Enter");
      await expect(bar.getByRole("textbox")).toHaveValue("keys");
      await bar.getByRole("button", { name: names.cancel }).press("Enter");
      await bar.getByRole("button", { name: names.remove }).press("Enter");
      await expect(page.locator("main [data-bookmark]")).toHaveCount(0);
      await select(page, "intro-s1", 0, 6);
      await toolbar(page, edition);
      await page.keyboard.press("Tab");
      await expect(bar.locator(":focus")).toHaveCount(1);
      await page.keyboard.press("Escape");
      await expect(bar).toBeHidden();
    });

    test("sees no toolbar that they did not ask for, and none over what they select", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const bar = page.getByRole("dialog", { name: names.mark, exact: true });
      await page.locator("#intro-s1").click({ position: { x: 3, y: 8 } });
      await select(page, "intro-s1", 0, 20);
      await toolbar(page, edition);
      const overlap = () =>
        page.evaluate(() => {
          const range = getSelection()?.getRangeAt(0).getBoundingClientRect();
          const toolbar = document.querySelector(".marking")?.getBoundingClientRect();
          return !range || !toolbar || (toolbar.top < range.bottom && toolbar.bottom > range.top);
        });
      expect(await overlap()).toBe(false);
      await page.evaluate(() => {
        const sentence = document.getElementById("intro-s1");
        sentence?.scrollIntoView({ block: "end", behavior: "instant" });
        window.scrollBy({ top: -40, behavior: "instant" });
        getSelection()?.selectAllChildren(sentence as Node);
      });
      await expect.poll(overlap).toBe(false);
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await expect(bar).toBeHidden();
    });

    test("keeps their notes through an update of the app and of the text", async ({
      page,
      reader,
    }) => {
      await visit(page, edition.report);
      const words = await select(page, "intro-s1", 0, 12);
      await (await toolbar(page, edition)).getByRole("button", { name: names.red }).click();
      await select(page, "summary-s1", 0, 18);
      await (await toolbar(page, edition)).getByRole("button", { name: names.blue }).click();
      for (const build of [builds.newApp, builds.newText]) {
        reader.deploy(build);
        await findUpdate(page);
        const navigated = page.waitForEvent("load");
        await page
          .getByRole("region", { name: own.notices })
          .getByRole("button", { name: language === "en" ? "Update" : "更新" })
          .click();
        await navigated;
        await expect.poll(() => highlighted(page, "red")).toBe(words);
        await expect(page.locator('main mark[data-kind="blue"]')).not.toHaveCount(0);
      }
    });

    test("finds a half-written note again after a reload", async ({ page }) => {
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 12);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox").fill("half a tho");
      await page.reload();
      await expect(bar.getByRole("textbox")).toHaveValue("half a tho");
      await bar.getByRole("button", { name: names.save }).click();
      await page.reload();
      const panel = await openNotes(page, edition);
      await expect(panel.getByRole("listitem")).toContainText("half a tho");
      await expect(bar).toBeHidden();
    });

    test("sees in one tab what they do in another", async ({ page, context, reader }) => {
      await page.goto(edition.report);
      const other = await context.newPage();
      await other.goto(reader.url + edition.report.replace("./", ""));
      await other.locator("html[data-script=on]").waitFor();
      await page.bringToFront();
      const words = await select(page, "intro-s1", 0, 12);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.green, exact: true }).click();
      await expect.poll(() => highlighted(other, "green")).toBe(words);
      await bar.getByRole("button", { name: names.remove }).click();
      await expect.poll(() => highlighted(other, "green")).toBe("");
    });

    const refusals: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
      "IndexedDB throws when it is touched": (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, "indexedDB", {
            get() {
              throw new DOMException("denied", "SecurityError");
            },
          });
        }),
      "IndexedDB is refused": (page) =>
        page.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException("denied", "InvalidStateError");
          };
        }),
      "the storage is full": (page) =>
        page.addInitScript(() => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        }),
    };
    for (const [what, refuse] of Object.entries(refusals))
      test(`where ${what}, keeps their notes for the visit and is told once`, async ({ page }) => {
        const faults = watchFaults(page);
        await refuse(page);
        await page.goto(edition.report);
        const words = await select(page, "intro-s1", 0, 12);
        const bar = await toolbar(page, edition);
        await bar.getByRole("button", { name: names.green, exact: true }).click();
        const notice = page.getByRole("region", { name: own.notices });
        await expect(notice).toContainText(names.notKept);
        await notice.getByRole("button", { name: own.dismiss }).click();
        await bar.getByRole("button", { name: names.blue, exact: true }).click();
        await expect(notice).toHaveCount(0);
        await page.getByRole("link", { name: own.otherLanguage, exact: true }).click();
        await expect(page.locator("html")).not.toHaveAttribute("lang", language);
        await page.goBack();
        await page.reload();
        await expect.poll(() => highlighted(page, "blue")).toBe(words);
        expect(faults).toEqual([]);
      });

    test("at 300 % type and 360 px finds toolbar and list on the screen", async ({ page }) => {
      await store(page, { size: 3 });
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 6);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.red, exact: true }).click();
      await bar.getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox").fill("long ".repeat(60));
      await bar.getByRole("button", { name: names.save }).click();
      await openNotes(page, edition);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(360);
      const inner = await page
        .locator("#notes-panel")
        .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
      expect(inner).toBe(0);
    });
  });
}
