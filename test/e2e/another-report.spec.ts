import { violations } from "../support/axe.ts";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { openSearch, store } from "../support/panels.ts";

// The page's policy refuses a script that a test brings along; what it forbids is tested elsewhere.
test.use({ build: builds.twoReports, serviceWorkers: "block", bypassCSP: true });

const told = {
  "zh-CN": {
    title: "云山县2024年法治政府建设情况报告",
    wugang: "武冈市2023年度法治政府建设工作报告",
    library: "全部报告",
    addressee: "报送",
    extents: ["2 项举措，约 1 分钟", "约 1 分钟", "约 1 分钟"],
    keyFigures: ["约1.2万件", "近300项", "3000多人次"],
    counts: ["引言", "一、主要举措和成效", "二、存在的不足", "三、2025年工作安排"],
    query: "行政复议案件的纠错率",
  },
  en: {
    title: "Report on Building a Law-based Government in Yunshan County in 2024",
    wugang: "Wugang’s 2023 report on law-based government",
    library: "All reports",
    addressee: "Addressed to",
    extents: ["2 measures, about 1 min", "about 1 min", "about 1 min"],
    keyFigures: ["about 12,000", "nearly 300", "more than 3,000"],
    counts: [
      "Introduction",
      "I. Main measures and results",
      "II. Shortcomings",
      "III. Plans for 2025",
    ],
    query: "ended in correction",
  },
} as const;

for (const edition of editions) {
  const { names } = edition;
  const expected = told[edition.language];

  test.describe(`another county's report ${edition.title}`, () => {
    test("is the home page, as the newest, says nothing of what it has not, and the library leads to both", async ({
      page,
    }) => {
      await page.goto(edition.report);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(expected.title);
      // No addressee, no number, no telephone, no measures.
      await expect(page.locator(".bodies dt")).toHaveCount(3);
      await expect(page.locator(".bodies").getByText(expected.addressee)).toHaveCount(0);
      await expect(page.locator('a[href^="tel:"]')).toHaveCount(0);
      await expect(page.locator(".full summary span")).toHaveText([...expected.extents]);
      for (const form of ["txt", "md", "html"]) {
        const file = await page.request.get(`take/yunshan-2024.${edition.language}.${form}`);
        expect(file.status()).toBe(200);
        expect(await file.text()).not.toMatch(/undefined|\{\{|tel:/);
      }
      await page.getByRole("link", { name: expected.library }).click();
      await page.getByRole("main").getByRole("link", { name: expected.wugang }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(names.reportTitle);
    });

    test("says of its large figures how near they are, and has the counts of every part, with a bar for the aims that make a whole", async ({
      page,
    }) => {
      await page.goto(edition.report);
      await expect(
        page.getByRole("region", { name: names.figures }).getByRole("definition"),
      ).toHaveText([...expected.keyFigures]);
      await page.goto(edition.figures);
      await expect(page.locator('section[id^="counts-"] h2')).toHaveText([...expected.counts]);
      const bar = page.locator(".whole-bar");
      await expect(bar).toHaveCount(1);
      await expect(bar.locator("rect")).toHaveCount(2);
      await expect(page.locator("#aims").getByRole("link")).toHaveText(["60%", "40%"]);
      await expect(page.locator("#aims-rest").getByRole("link")).toHaveText([/^100%/, /^95%/]);
    });

    test("is the publisher's, full-width marks included, and can be searched", async ({ page }) => {
      await page.goto(edition.report);
      await page.getByRole("button", { name: names.prove }).click();
      await expect(page.locator("#proof").getByRole("status")).toContainText(names.agrees);
      const panel = await openSearch(page, edition);
      await panel.getByRole("searchbox").fill(expected.query);
      await panel.getByRole("link", { name: expected.query }).first().click();
      await expect(page.locator("#p2-s2")).toBeInViewport();
    });
  });
}

test("another county's report is accessible, and no wider than a small phone at the largest type", async ({
  page,
}) => {
  const [chinese, english] = editions as [Edition, Edition];
  await store(page, { size: 300 });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [chinese.report, english.figures, english.glossary, "reports/"]) {
    await page.goto(path);
    if (path === chinese.report)
      await page.getByRole("button", { name: chinese.names.expandAll }).click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});
