import type { BrowserContext, Page } from "@playwright/test";
import type { Annotation } from "../../src/core/notes/annotation.ts";
import { printAnnotations } from "../../src/core/notes/web-annotation.ts";
import { annotationOf } from "../support/annotations.ts";
import { type Edition, editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar, written } from "../support/notes.ts";
import { expect, test } from "../support/reader.ts";

const [chinese, english] = editions as [Edition, Edition];
const { "zh-CN": zh, en } = noteNames;

/** Brings a file of annotations into the list. */
async function bring(page: Page, annotations: readonly Annotation[]): Promise<void> {
  const panel = await openNotes(page, chinese);
  const file = [...printAnnotations(annotations, () => "https://example.org/")].join("");
  await panel.getByLabel(zh.import).setInputFiles({
    ...{ name: "n.json", mimeType: "application/json" },
    buffer: Buffer.from(file),
  });
  await expect(panel.getByText(zh.imported(annotations.length, 0, 0))).toBeVisible();
  await page.keyboard.press("Escape");
}

/** A copy of a tab as browsers make one: with the session storage that it has. */
async function duplicate(page: Page, context: BrowserContext): Promise<Page> {
  const stored = await page.evaluate(() => ({ ...sessionStorage }));
  const copy = await context.newPage();
  await copy.addInitScript((items) => Object.assign(sessionStorage, items), stored);
  await copy.goto(page.url());
  return copy;
}

/** Opens the editor for the same words in a tab. */
async function openEditor(page: Page, edition: Edition) {
  await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, edition);
  await bar.getByRole("button", { name: noteNames[edition.language].note, exact: true }).click();
  return bar;
}

test("a file with thousands of marks of one stretch is read, and every later visit too", async ({
  page,
}) => {
  const faults = watchFaults(page);
  await page.goto(chinese.report);
  const exact = ((await page.locator("#intro-s1").textContent()) ?? "").slice(0, 24);
  const stretch = {
    quote: { exact, prefix: "", suffix: "" },
    end: { sentence: "intro-s1", offset: 24 },
  };
  await bring(
    page,
    Array.from({ length: 2000 }, (_, at) => annotationOf(`urn:${at}`, stretch)),
  );
  await page.reload();
  await expect(page.locator("main mark").first()).toBeVisible();
  expect((await page.locator("main mark").allTextContents()).join("")).toBe(exact);
  expect(faults).toEqual([]);
});

test("a copy of a tab does not write its older draft over the note that was finished in the other", async ({
  page,
  context,
}) => {
  await page.goto(english.report);
  const bar = await openEditor(page, english);
  await bar.getByRole("textbox").fill("first half");
  const copy = await duplicate(page, context);
  const copied = await toolbar(copy, english);
  await expect(copied.getByRole("textbox")).toHaveValue("first half");
  await bar.getByRole("textbox").fill("first half, and the second");
  await written(page, () => bar.getByRole("button", { name: en.save }).click());
  await copy.locator("h1").click();
  await expect(copied).toBeHidden();
  const panel = await openNotes(copy, english);
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expect(panel.locator(".note")).toHaveText("first half, and the second");
});

test("two tabs that write the same note keep both texts, and the later is told", async ({
  page,
  context,
}) => {
  await page.goto(chinese.report);
  const other = await context.newPage();
  await other.goto(page.url());
  const bar = await openEditor(page, chinese);
  await bar.getByRole("textbox").fill("第一个窗口写的");
  const otherBar = await openEditor(other, chinese);
  await otherBar.getByRole("textbox").fill("第二个窗口写的");
  await written(other, () => otherBar.getByRole("button", { name: zh.save }).click());
  await page.bringToFront();
  await written(page, () => bar.getByRole("button", { name: zh.save }).click());
  await expect(page.getByRole("region", { name: chinese.names.notices })).toContainText(
    "两边的文字都留下了",
  );
  await other.bringToFront();
  const panel = await openNotes(other, chinese);
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expect(panel.locator(".note")).toContainText("第一个窗口写的");
  await expect(panel.locator(".note")).toContainText("第二个窗口写的");
});

test("a half-written note outlives its tab, but is not taken from one that is still open", async ({
  page,
  context,
}) => {
  await page.goto(chinese.report);
  const bar = await openEditor(page, chinese);
  await bar.getByRole("textbox").fill("写到一半");
  const meanwhile = await context.newPage();
  await meanwhile.goto(page.url());
  const list = await openNotes(meanwhile, chinese);
  await expect(list.getByText(zh.empty)).toBeVisible();
  await page.close();
  const later = await context.newPage();
  await later.goto(meanwhile.url());
  const notice = later.getByRole("region", { name: chinese.names.notices });
  await expect(notice).toContainText("没写完的笔记");
  await notice.getByRole("button", { name: chinese.names.dismiss }).click();
  const panel = await openNotes(later, chinese);
  await expect(panel.locator(".note")).toHaveText("写到一半");
});

test("a note of any length is kept whole", async ({ page }) => {
  const long = "一段很长的话。".repeat(20_000);
  await page.goto(chinese.report);
  const bar = await openEditor(page, chinese);
  await bar.getByRole("textbox").fill(long);
  await written(page, () => bar.getByRole("button", { name: zh.save }).click());
  await page.reload();
  const panel = await openNotes(page, chinese);
  await panel.getByRole("listitem").getByRole("button", { name: zh.note }).click();
  await expect(bar.getByRole("textbox")).toHaveValue(long);
});

test("while the database never answers, a reader is told, and marks, copies and reads all the same; what they wrote is kept", async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    // A request whose events never come.
    IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype);
    IDBOpenDBRequest.prototype.addEventListener = () => undefined;
  });
  await page.goto(chinese.report);
  const words = await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, chinese);
  await bar.getByRole("button", { name: zh.green, exact: true }).click();
  await expect(page.getByRole("region", { name: chinese.names.notices })).toContainText("没有应答");
  expect((await page.locator('main mark[data-kind="green"]').allTextContents()).join("")).toBe(
    words,
  );
  await page.close();
  const later = await context.newPage();
  await later.goto(chinese.report);
  await expect
    .poll(async () =>
      (await later.locator('main mark[data-kind="green"]').allTextContents()).join(""),
    )
    .toBe(words);
});
