import type { Page } from "@playwright/test";
import { editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { select, toolbar } from "../support/notes.ts";
import { expect, test } from "../support/reader.ts";

const told = {
  "zh-CN": {
    share: "分享",
    link: "链接",
    gbt: "引文（GB/T 7714）",
    english: "引文（英文格式）",
    text: "分享的文字",
    copied: "已复制",
    failed: "没能复制",
    author: "中共邵阳市委全面依法治市委员会办公室",
    remark: "",
    ours: "这是展卷写的，不是报告原文。http",
  },
  en: {
    share: "Share",
    link: "Link",
    gbt: "Quotation (GB/T 7714)",
    english: "Quotation (English style)",
    text: "Text to share",
    copied: "Copied",
    failed: "could not be copied",
    author: "Office of the Commission for Law-based Governance",
    remark: "(unofficial translation)",
    ours: "Written by Zhanjuan, not part of the report. http",
  },
} as const;

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Selects some words and opens what shares them. */
async function openSharing(page: Page, edition: (typeof editions)[number], id: string, to: number) {
  const names = told[edition.language];
  const words = await select(page, id, 0, to);
  const bar = await toolbar(page, edition);
  await bar.getByRole("button", { name: names.share, exact: true }).click();
  const press = (name: string) => bar.getByRole("button", { name, exact: true }).click();
  return { words, bar, press };
}

for (const edition of editions) {
  const { language } = edition;
  const names = told[language];

  test.describe(`a reader who shares (${language})`, () => {
    test.use({ permissions: ["clipboard-read", "clipboard-write"] });

    test("copies a link that leads whoever follows it to the words", async ({ page, reader }) => {
      const faults = watchFaults(page);
      await page.goto(edition.report);
      await page.locator("#p3-full summary").click();
      const { words, press, bar } = await openSharing(page, edition, "p3-m2-s1", 9);
      await press(names.link);
      await expect(page.locator("#announcements")).toHaveText(names.copied);
      await expect(bar.getByText(names.copied)).toBeVisible();
      const link = await copied(page);
      expect(link).toBe(
        `${reader.url}${edition.report.replace("./", "")}#p3-m2-s1:~:text=${encodeURIComponent(words.trim()).replaceAll("-", "%2D")}`,
      );
      await page.goto("about:blank");
      await page.goto(link);
      await expect(page.locator("#p3-m2-s1")).toBeInViewport();
      expect(faults).toEqual([]);
    });

    test("is led to the place by the id where the browser knows no text fragments", async ({
      page,
    }) => {
      await page.goto(edition.report);
      // A browser that knows none leaves the directive in the fragment.
      await page.evaluate(() => {
        const link = Object.assign(document.createElement("a"), { textContent: "x" });
        link.setAttribute("href", "#p4-m1-s1:~:text=nothing");
        document.querySelector("main")?.append(link);
        link.click();
      });
      await expect(page.locator("#p4-m1-s1")).toBeInViewport();
    });

    test("copies a measure's link by its title, without a text fragment", async ({ page }) => {
      await page.goto(edition.report);
      await page.locator("#p1-full summary").click();
      const { press } = await openSharing(page, edition, "p1-m1-t", 4);
      await press(names.link);
      await expect.poll(() => copied(page)).toMatch(/#p1-m1$/);
    });

    test("quotes with a citation in GB/T 7714, and in plain English", async ({ page }) => {
      await page.clock.setFixedTime(new Date(2026, 10, 5, 12));
      await page.goto(edition.report);
      const { words, press, bar } = await openSharing(page, edition, "intro-s1", 12);
      await press(names.gbt);
      await expect.poll(() => copied(page)).toContain("[R/OL]. (2024-01-31)[2026-11-05]. http");
      expect(await copied(page)).toContain(
        `“${words.trim()}”${names.remark && ` ${names.remark}`}\n${names.author}`,
      );
      await press(names.english);
      await expect
        .poll(() => copied(page))
        .toContain("31 January 2024. Accessed 5 November 2026. http");
      await expect(bar.getByRole("textbox", { name: names.text })).toHaveValue(await copied(page));
    });

    test("quotes the summary as what it is, and not as the report", async ({ page }) => {
      await page.goto(edition.report);
      const { words, press } = await openSharing(page, edition, "summary-s1", 12);
      await press(names.gbt);
      await expect.poll(() => copied(page)).toContain(`“${words.trim()}”\n${names.ours}`);
      expect(await copied(page)).not.toContain(names.author);
    });

    test("hands it to the device where the device shares", async ({ page }) => {
      await page.addInitScript(() => {
        Object.assign(navigator, {
          canShare: () => true,
          share: async (data: ShareData) => Object.assign(window, { shared: data }),
        });
      });
      await page.goto(edition.report);
      const { press, bar } = await openSharing(page, edition, "intro-s1", 12);
      await press(names.link);
      const shared = () => page.evaluate(() => (window as unknown as { shared: ShareData }).shared);
      await expect.poll(async () => (await shared())?.url).toContain("#intro-s1:~:text=");
      await expect(bar.getByText(names.copied)).toHaveCount(0);
    });

    test("is told where nothing can be copied, and can copy the text by hand", async ({ page }) => {
      await page.addInitScript(() => {
        navigator.clipboard.writeText = () =>
          Promise.reject(new DOMException("no", "NotAllowedError"));
        document.execCommand = () => false;
      });
      await page.goto(edition.report);
      const { press, bar } = await openSharing(page, edition, "intro-s1", 12);
      await press(names.link);
      await expect(bar.getByText(names.failed)).toBeVisible();
      await expect(bar.getByRole("textbox", { name: names.text })).toHaveValue(/#intro-s1/);
    });
  });
}
