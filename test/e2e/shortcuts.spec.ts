import type { Page } from "@playwright/test";
import axe from "axe-core";
import { listKey, markKey, shortcuts } from "../../src/core/shortcuts.ts";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { openByKey, openKeyList, settle } from "../support/keys.ts";
import { noteNames } from "../support/notes.ts";
import { openPlayer, openTextPanel } from "../support/panels.ts";

// The page's policy refuses a script that a test brings along; what it forbids is tested elsewhere.
test.use({ serviceWorkers: "block", bypassCSP: true });

const told = {
  "zh-CN": {
    single: "单键快捷键",
    does: [
      ...["打开目录", "打开文字设置", "打开朗读", "播放、暂停或继续朗读", "搜索", "搜索"],
      ...[
        "打开书签和笔记",
        "全部展开或全部收起",
        "中英对照",
        "切换到英文",
        "标记当前句",
        "显示这张表",
      ],
    ],
  },
  en: {
    single: "Single-key shortcuts",
    does: [
      ...["Open the contents", "Open the text settings", "Open Listen"],
      ...["Play, pause or resume", "Search", "Search", "Open bookmarks and notes"],
      ...[
        "Expand or collapse all",
        "Side by side",
        "Switch to Chinese",
        "Mark this sentence",
        "Show this list",
      ],
    ],
  },
} as const;

for (const edition of editions) {
  const { language, names } = edition;
  const words = told[language];

  /** Opens a page on which the keys do what they do. */
  async function open(page: Page, address: string): Promise<void> {
    await page.goto(address);
    await settle(page, edition);
  }

  test.describe(`a key (${language})`, () => {
    test("opens its panel", async ({ page }) => {
      await open(page, edition.report);
      for (const [key, name] of [
        ["c", names.contents],
        ["t", names.text],
        ["l", names.listen],
      ] as const) {
        await page.keyboard.press(key);
        const panel = page.getByRole("dialog", { name, exact: true });
        await expect(panel).toBeVisible();
        await page.keyboard.press(key);
        await expect(panel).toBeHidden();
      }
    });

    test("opens the search or the bookmarks", async ({ page }) => {
      await open(page, edition.report);
      for (const [key, name] of [
        ["/", names.search],
        ["Control+k", names.search],
        ["b", noteNames[language].bookmarks],
      ] as const) {
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog", { name, exact: true })).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(page.locator(".panel:popover-open")).toHaveCount(0);
      }
    });

    test("p plays and pauses", async ({ page }) => {
      await fakeSpeech(page);
      await open(page, edition.report);
      const panel = await openPlayer(page, edition);
      await page.keyboard.press("p");
      await expect(panel.getByRole("button", { name: names.pause, exact: true })).toBeVisible();
      await page.keyboard.press("p");
      await expect(panel.getByRole("button", { name: names.resume, exact: true })).toBeVisible();
    });

    test("e opens and closes every part, and s puts both languages together", async ({ page }) => {
      await open(page, edition.report);
      await page.keyboard.press("e");
      await expect(page.getByRole("heading", { level: 3 })).toHaveCount(16);
      await page.keyboard.press("e");
      await expect(page.getByRole("heading", { level: 3 })).toHaveCount(0);
      await page.keyboard.press("s");
      await expect(page.getByRole("switch", { name: names.parallel })).toHaveAttribute(
        "aria-checked",
        "true",
      );
    });

    test("g leads to the other language", async ({ page }) => {
      await open(page, edition.report);
      await page.keyboard.press("g");
      await expect(page.locator("html")).toHaveAttribute(
        "lang",
        language === "en" ? "zh-CN" : "en",
      );
    });

    test("does nothing where it is typed, or with Alt", async ({ page }) => {
      await open(page, edition.report);
      await page.keyboard.press("Alt+c");
      await page.evaluate(() => {
        const field = Object.assign(document.createElement("input"), { type: "text", id: "typed" });
        document.querySelector("main")?.prepend(field);
        field.focus();
      });
      for (const key of ["c", "t", "l", "e", listKey]) await page.keyboard.type(key);
      await expect(page.locator("#typed")).toHaveValue(`ctle${listKey}`);
      await expect(page.locator(".panel:popover-open")).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 3 })).toHaveCount(0);
    });

    test("does what it does beside a slider or a choice, which take other keys", async ({
      page,
    }) => {
      await open(page, edition.report);
      const panel = await openTextPanel(page, edition);
      await panel.getByRole("slider").first().focus();
      await page.keyboard.press("e");
      await expect(page.locator("details.full[open]")).toHaveCount(5);
    });
  });

  test.describe(`the list of keys (${language})`, () => {
    test("has every key with what it does, and axe finds nothing", async ({ page }) => {
      await page.goto(edition.report);
      const list = await openKeyList(page, edition);
      await expect(list.getByRole("definition")).toHaveText([...words.does]);
      await expect(list.getByRole("term")).toHaveText(
        [...shortcuts, { key: markKey, isHeld: false }, { key: listKey, isHeld: false }].map(
          ({ key, isHeld }) => (isHeld ? new RegExp(`^(Ctrl|⌘) \\+ ?${key}$`) : key),
        ),
      );
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe: engine } = window as unknown as { axe: typeof import("axe-core") };
        return (await engine.run()).violations.map(({ id }) => id);
      });
      expect(found).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press(listKey);
      await page.keyboard.press(listKey);
      await expect(list).toHaveCount(1);
    });

    test("is there on the pages beside the report, too", async ({ page }) => {
      await page.goto(edition.about);
      await openKeyList(page, edition);
    });

    test("has a switch that turns single keys off for good, and leaves the held ones", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const list = await openKeyList(page, edition);
      const single = list.getByRole("switch", { name: words.single });
      await expect(single).toBeChecked();
      await single.click();
      await expect(single).not.toBeChecked();
      await expect(page.locator("html")).toHaveAttribute("data-keyless");
      await page.keyboard.press("Escape");
      await expect(list).toBeHidden();
      await pressAll(page, edition);
      await page.reload();
      await pressAll(page, edition);
    });
  });
}

/** Opens the search by its held key, and closes it. */
async function openAndCloseSearch(page: Page, { names }: Edition): Promise<void> {
  const search = page.getByRole("dialog", { name: names.search, exact: true });
  await openByKey(page, "Control+k", search);
  await page.keyboard.press("Escape");
  await expect(search).toBeHidden();
}

/** Presses every single key, and expects none to do anything, while a held one does, before and after. */
async function pressAll(page: Page, edition: Edition): Promise<void> {
  await openAndCloseSearch(page, edition);
  for (const { key } of shortcuts.filter(({ isHeld }) => !isHeld)) await page.keyboard.press(key);
  await page.keyboard.press(listKey);
  await expect(page.locator(".panel:popover-open")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(0);
  await openAndCloseSearch(page, edition);
  await expect(page.locator("html")).toHaveAttribute("lang", edition.language);
}
