import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { select, toolbar } from "../support/notes.ts";
import { expect, test } from "../support/reader.ts";

const told = {
  "zh-CN": {
    share: "分享",
    link: "链接",
    gbt: "引文（GB/T 7714）",
    text: "分享的文字",
    copied: "已复制",
    failed: "没能复制",
    author: "中共邵阳市委全面依法治市委员会办公室",
    remark: "",
  },
  en: {
    share: "Share",
    link: "Link",
    gbt: "Quotation (GB/T 7714)",
    text: "Text to share",
    copied: "Copied",
    failed: "could not be copied",
    author: "Office of the Commission for Law-based Governance",
    remark: "(unofficial translation)",
  },
} as const;

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Selects some words and opens what shares them. */
async function openSharing(page: Page, edition: Edition, id: string, to: number, from = 0) {
  const names = told[edition.language];
  const words = await select(page, id, from, to);
  const bar = await toolbar(page, edition);
  await bar.getByRole("button", { name: names.share, exact: true }).click();
  const press = (name: string) => bar.getByRole("button", { name, exact: true }).click();
  return { words, bar, press };
}

const [chinese, english] = editions as [Edition, Edition];

test.describe("a reader who shares", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("copies a link that leads whoever follows it to the words", async ({ page, reader }) => {
    const names = told.en;
    const faults = watchFaults(page);
    await page.goto(english.report);
    await page.locator("#p3-full summary").click();
    const { words, press, bar } = await openSharing(page, english, "p3-m2-s1", 9);
    await press(names.link);
    await expect(page.locator("#announcements")).toHaveText(names.copied);
    await expect(bar.getByText(names.copied)).toBeVisible();
    const link = await copied(page);
    expect(link).toContain(`${reader.url}${english.report}#p3-m2-s1:~:text=`);
    expect(decodeURIComponent(link)).toContain(words.trim());
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.locator("#p3-m2-s1")).toBeInViewport();
    expect(faults).toEqual([]);
  });

  for (const [edition, id, words, which] of [
    [chinese, "outlook-s1", "法治政府建设", 0],
    [chinese, "outlook-s1", "法治政府建设", 1],
    [chinese, "p4-m1-s1", "执法", 0],
    [english, "outlook-s1", "law", 0],
    [english, "outlook-s1", "administrative law enforcement", 0],
    [english, "p4-m1-s1", "“three measures” of training, supervision", 0],
  ] as const)
    test(`copies a link that leads to ${words} in ${id}, though the page has it elsewhere (${which})`, async ({
      page,
      context,
    }) => {
      await page.goto(edition.report);
      await page.getByRole("button", { name: edition.names.expandAll }).click();
      const text = (await page.locator(`#${id}`).textContent()) ?? "";
      const from = text.indexOf(words, which ? text.indexOf(words) + 1 : 0);
      expect(from).toBeGreaterThanOrEqual(0);
      const { press } = await openSharing(page, edition, id, from + words.length, from);
      await press(told[edition.language].link);
      await expect(page.locator("#announcements")).toHaveText(told[edition.language].copied);
      const link = await copied(page);
      const [, directive] = link.split(":~:");
      expect(directive).toBeTruthy();
      // Without the id: only the words lead there.
      for (const address of [link, link.replace(`#${id}`, "#")]) {
        const next = await context.newPage();
        await next.goto(address);
        // The browser puts what it has found into the middle of the window.
        await expect
          .poll(() =>
            next.evaluate(
              ([sentence, begin]) => {
                const walker = document.createTreeWalker(
                  document.getElementById(sentence) as Node,
                  NodeFilter.SHOW_TEXT,
                );
                let before = begin;
                while (walker.nextNode()) {
                  const node = walker.currentNode as Text;
                  if (before < node.length) {
                    const range = document.createRange();
                    range.setStart(node, before);
                    range.setEnd(node, before + 1);
                    const { top } = range.getBoundingClientRect();
                    return Math.abs(top - innerHeight / 2);
                  }
                  before -= node.length;
                }
                return -1;
              },
              [id, from] as const,
            ),
          )
          .toBeLessThan(120);
        await next.close();
      }
    });

  test("is led to the place by the id where the browser knows no text fragments", async ({
    page,
  }) => {
    await page.goto(chinese.report);
    // A browser that knows none leaves the directive in the fragment.
    await page.evaluate(() => {
      const link = Object.assign(document.createElement("a"), { textContent: "x" });
      link.setAttribute("href", "#p4-m1-s1:~:text=nothing");
      document.querySelector("main")?.append(link);
      link.click();
    });
    await expect(page.locator("#p4-m1-s1")).toBeInViewport();
  });

  for (const edition of [chinese, english])
    test(`quotes with a citation, and is shown what was copied, ${edition.title}`, async ({
      page,
    }) => {
      const names = told[edition.language];
      await page.goto(edition.report);
      const { words, press, bar } = await openSharing(page, edition, "intro-s1", 12);
      await press(names.gbt);
      await expect(bar.getByText(names.copied)).toBeVisible();
      const text = await copied(page);
      expect(text).toContain(
        `“${words.trim()}”${names.remark && ` ${names.remark}`}\n${names.author}`,
      );
      await expect(bar.getByRole("textbox", { name: names.text })).toHaveValue(text);
    });

  test("is told where nothing can be copied, and can copy the text by hand", async ({ page }) => {
    const names = told["zh-CN"];
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException("no", "NotAllowedError"));
      document.execCommand = () => false;
    });
    await page.goto(chinese.report);
    const { press, bar } = await openSharing(page, chinese, "intro-s1", 12);
    await press(names.link);
    await expect(bar.getByText(names.failed)).toBeVisible();
    await expect(bar.getByRole("textbox", { name: names.text })).toHaveValue(/#intro-s1/);
  });
});
