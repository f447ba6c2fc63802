import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { hold } from "../support/hold.ts";
import { settle } from "../support/keys.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar, written } from "../support/notes.ts";
import { store } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { findUpdate, visit } from "../support/visit.ts";

/** The words that are highlighted on the page, put together. */
const highlighted = (page: Page, kind: string) =>
  page
    .locator(`main mark[data-kind="${kind}"]`)
    .allTextContents()
    .then((texts) => texts.join(""));

const [chinese, english] = editions as [Edition, Edition];
const { "zh-CN": zh, en } = noteNames;

test("a reader highlights words over several sentences; the text stays as it is, a reload keeps the mark, and a press takes it away", async ({
  page,
}) => {
  const faults = watchFaults(page);
  await page.goto(english.report);
  const before = await page.locator("main").textContent();
  await page.evaluate(() => {
    const [from, to] = ["intro-s1", "intro-s3"].map((id) => document.getElementById(id));
    if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
  });
  const bar = await toolbar(page, english);
  await written(page, () => bar.getByRole("button", { name: en.green, exact: true }).click());
  const expected = (await page.locator("#intro-s1, #intro-s2, #intro-s3").allTextContents()).join(
    "",
  );
  expect(await highlighted(page, "green")).toBe(expected);
  await page.reload();
  await expect.poll(() => highlighted(page, "green")).toBe(expected);
  expect(await page.locator("main").textContent()).toBe(before);
  await page.locator("main mark").first().click();
  await bar.getByRole("button", { name: en.green, exact: true }).click();
  await expect(page.locator("main mark")).toHaveCount(0);
  expect(await page.locator("main").textContent()).toBe(before);
  expect(faults).toEqual([]);
});

test("a reader loses nothing when they leave before the device has taken it", async ({ page }) => {
  await page.goto(chinese.report);
  const words = await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, chinese);
  // The device is busy with the same table until the page is left.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("zhanjuan:/:notes");
        request.addEventListener("success", () => {
          const table = "annotations";
          const store = request.result.transaction(table, "readwrite").objectStore(table);
          const goOn = () => {
            store.count().onsuccess = goOn;
          };
          goOn();
          resolve();
        });
      }),
  );
  await bar.getByRole("button", { name: zh.yellow, exact: true }).click();
  await bar.getByRole("button", { name: zh.green, exact: true }).click();
  await page.reload();
  await expect.poll(() => highlighted(page, "green")).toBe(words);
  // It is taken then, and there in another tab.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect.poll(() => highlighted(other, "green")).toBe(words);
});

test("a reader may select before the parts of the page that serve it have come", async ({
  page,
}) => {
  const letThrough = await hold(page, "**/assets/when-loaded-*");
  await page.goto(english.report);
  await select(page, "intro-s1", 0, 12);
  letThrough();
  await toolbar(page, english);
});

test("a reader does it all by keyboard", async ({ page }) => {
  await page.goto(chinese.report);
  await settle(page);
  await page.locator("#p2-m1-s1").evaluate((element) => {
    for (const part of document.querySelectorAll("details")) part.open = true;
    element.scrollIntoView();
  });
  await page.keyboard.press("m");
  const bar = await toolbar(page, chinese);
  await expect(bar.getByRole("button", { name: zh.bookmark, exact: true })).toBeFocused();
  const asked = await page.evaluate(() => getSelection()?.toString());
  await bar.getByRole("button", { name: zh.nextSentence }).press("Enter");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).not.toBe(asked);
  await bar.getByRole("button", { name: zh.bookmark, exact: true }).press("Enter");
  await expect(page.locator("main [data-bookmark]")).toHaveCount(1);
  const box = bar.getByRole("button", { name: zh.note });
  await box.press("Enter");
  await expect(bar.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("keys");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await page.keyboard.press("b");
  const panel = page.getByRole("dialog", { name: zh.bookmarks, exact: true });
  await expect(panel.getByRole("listitem")).toContainText("keys");
  await panel.getByRole("listitem").getByRole("button", { name: zh.note }).press("Enter");
  await expect(bar.getByRole("textbox")).toHaveValue("keys");
  await bar.getByRole("button", { name: zh.cancel }).press("Enter");
  await expect(page.locator("main [data-note]")).toHaveCount(1);
  await bar.getByRole("button", { name: zh.remove }).press("Enter");
  await expect(page.locator("main [data-bookmark], main [data-note]")).toHaveCount(0);
  await select(page, "intro-s1", 0, 6);
  await toolbar(page, chinese);
  await page.keyboard.press("Tab");
  await expect(bar.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
});

test("a reader closes the toolbar that they asked for, and is not asked again", async ({
  page,
}) => {
  // Before anything waits by the browser's own clock.
  await page.clock.install();
  await page.goto(english.report);
  const panel = await openNotes(page, english);
  await panel.getByRole("button", { name: en.markHere }).click();
  const bar = await toolbar(page, english);
  // The selection has rested for so long that it counts.
  await page.clock.runFor(1000);
  await bar.getByRole("button", { name: english.names.close, exact: true }).click();
  await expect(bar).toBeHidden();
  await page.clock.runFor(1000);
  await expect(bar).toBeHidden();
});

test("a reader sees no toolbar that they did not ask for, and none over what they select", async ({
  page,
}) => {
  await page.goto(chinese.report);
  const bar = page.getByRole("dialog", { name: zh.mark, exact: true });
  await page.locator("#intro-s1").click({ position: { x: 3, y: 8 } });
  await select(page, "intro-s1", 0, 20);
  await toolbar(page, chinese);
  const overlap = () =>
    page.evaluate(() => {
      const range = getSelection()?.getRangeAt(0).getBoundingClientRect();
      const shown = document.querySelector(".marking:not([hidden])");
      const toolbar = shown?.getBoundingClientRect();
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

for (const [what, build, edition] of [
  ["app", builds.newApp, english],
  ["text", builds.newText, chinese],
] as const)
  test(`a reader keeps their notes through an update of the ${what}`, async ({ page, reader }) => {
    const { language, names: own } = edition;
    const names = noteNames[language];
    await visit(page, edition.report);
    const words = await select(page, "intro-s1", 0, 12);
    await (await toolbar(page, edition)).getByRole("button", { name: names.red }).click();
    await select(page, "summary-s1", 0, 18);
    await (await toolbar(page, edition)).getByRole("button", { name: names.blue }).click();
    reader.deploy(build);
    await findUpdate(page);
    const loaded = page.waitForEvent("load");
    await page
      .getByRole("region", { name: own.notices })
      .getByRole("button", { name: language === "en" ? "Update" : "更新" })
      .click();
    await loaded;
    await expect(page.locator('main mark[data-kind="red"]')).not.toHaveCount(0);
    expect(await highlighted(page, "red")).toBe(words);
    await expect(page.locator('main mark[data-kind="blue"]')).not.toHaveCount(0);
    const panel = await openNotes(page, edition);
    // The summary's first sentence is corrected in the new text.
    await expect(panel.getByText(names.changed)).toHaveCount(what === "text" ? 1 : 0);
  });

test("a reader finds a half-written note again after a reload", async ({ page }) => {
  await page.goto(english.report);
  await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, english);
  await bar.getByRole("button", { name: en.note }).click();
  await bar.getByRole("textbox").fill("half a tho");
  await page.reload();
  await expect(bar.getByRole("textbox")).toHaveValue("half a tho");
  await written(page, () => bar.getByRole("button", { name: en.save }).click());
  await page.reload();
  const panel = await openNotes(page, english);
  await expect(panel.getByRole("listitem")).toContainText("half a tho");
  await expect(bar).toBeHidden();
});

for (const [isReloaded, edition] of [
  [false, chinese],
  [true, english],
] as const)
  test(`a reader finds in the list the note that they are writing${isReloaded ? ", and were before a reload" : ""}`, async ({
    page,
  }) => {
    const names = noteNames[edition.language];
    await page.goto(edition.report);
    await select(page, "p3-m2-s1", 0, 12);
    const bar = await toolbar(page, edition);
    await bar.getByRole("button", { name: names.note }).click();
    await bar.getByRole("textbox").fill("half a tho");
    if (isReloaded) await page.reload();
    await expect(bar.getByRole("textbox")).toHaveValue("half a tho");
    // Twice: the list has come the second time, and must follow all the same.
    for (const note of ["half a tho", "a thought"]) {
      // Above, where the note is out of sight: what ends it must not take the reader back to it.
      const list = page
        .getByRole("banner")
        .getByRole("button", { name: names.bookmarks, exact: true });
      await (isReloaded ? list.click() : list.press("Enter"));
      const panel = page.getByRole("dialog", { name: names.bookmarks, exact: true });
      await expect(panel.getByRole("listitem")).toContainText(note);
      await expect(bar).toBeHidden();
      await panel.getByRole("listitem").getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox").fill("a thought");
    }
  });

test("a reader sees in one tab what they do in another, and undoes there only what is theirs", async ({
  page,
  context,
}) => {
  await page.goto(chinese.report);
  const words = await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, chinese);
  await written(page, () => bar.getByRole("button", { name: zh.green }).click());
  const other = await context.newPage();
  await other.goto(page.url());
  await expect.poll(() => highlighted(other, "green")).toBe(words);
  await other.locator("main mark").first().click();
  const otherBar = await toolbar(other, chinese);
  await otherBar.getByRole("button", { name: zh.note }).click();
  await otherBar.getByRole("textbox").fill("a thought");
  await written(other, () => otherBar.getByRole("button", { name: zh.save }).click());
  await page.bringToFront();
  await expect(page.locator("main [data-note]")).toHaveCount(1);
  const panel = await openNotes(page, chinese);
  await panel.getByRole("button", { name: zh.undo }).click();
  await expect(panel.getByRole("button", { name: zh.undo })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect(panel.getByRole("listitem")).toContainText("a thought");
});

test("where IndexedDB throws when it is touched, a reader keeps their notes for the visit and is told once", async ({
  page,
}) => {
  const faults = watchFaults(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto(english.report);
  const words = await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, english);
  await bar.getByRole("button", { name: en.green, exact: true }).click();
  const notice = page.getByRole("region", { name: english.names.notices });
  await expect(notice).toContainText(en.notKept);
  await notice.getByRole("button", { name: english.names.dismiss }).click();
  await written(page, () => bar.getByRole("button", { name: en.blue, exact: true }).click());
  await expect(notice).toHaveCount(0);
  await page.getByRole("link", { name: english.names.otherLanguage, exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", chinese.language);
  await page.goBack();
  await page.reload();
  await expect.poll(() => highlighted(page, "blue")).toBe(words);
  expect(faults).toEqual([]);
});

test("a reader takes their notes away as a file, brings them back, and is led to a mark from the list", async ({
  page,
}) => {
  await page.goto(chinese.report);
  await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, chinese);
  await bar.getByRole("button", { name: zh.note }).click();
  await bar.getByRole("textbox").fill("<b>note</b> & 笔记");
  await bar.getByRole("button", { name: zh.save }).click();
  const panel = await openNotes(page, chinese);
  const file = page.waitForEvent("download");
  await panel.getByRole("button", { name: zh.exportJson }).click();
  const exported = readFileSync(await (await file).path(), "utf8");
  const items = panel.getByRole("listitem");
  await items.getByRole("button", { name: zh.remove }).click();
  await expect(items).toHaveCount(0);
  await panel.getByLabel(zh.import).setInputFiles({
    ...{ name: "n.json", mimeType: "application/json" },
    buffer: Buffer.from(exported),
  });
  await expect(panel.getByText(zh.imported(1, 0, 0))).toBeVisible();
  await expect(items).toContainText("<b>note</b> & 笔记");
  await items.getByRole("link").click();
  await expect(panel).toBeHidden();
  await expect(page.locator("#intro-s1")).toBeInViewport();
});

test("a reader at 300 % type and 360 px finds toolbar and list on the screen", async ({ page }) => {
  await store(page, { size: 3 });
  await page.goto(chinese.report);
  await select(page, "intro-s1", 0, 6);
  const bar = await toolbar(page, chinese);
  await bar.getByRole("button", { name: zh.red, exact: true }).click();
  await bar.getByRole("button", { name: zh.note }).click();
  await bar.getByRole("textbox").fill("long ".repeat(60));
  await bar.getByRole("button", { name: zh.save }).click();
  await openNotes(page, chinese);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  const inner = await page
    .locator("#notes-panel")
    .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(inner).toBe(0);
});
