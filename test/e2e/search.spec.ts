import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { settle } from "../support/keys.ts";
import { openSearch, store } from "../support/panels.ts";
import { test as faultyTest } from "../support/reader.ts";
import { visit } from "../support/visit.ts";

const [chinese, english] = editions as [Edition, Edition];

/**
 * What stands once in the report, deep in a pillar that is closed; and the sentence that it stands
 * in.
 */
const deep = {
  "zh-CN": { query: "湖南日报宣传", marked: "湖南日报宣传", id: "p5-m2-s1" },
  en: { query: "hunan  DAILY", marked: "Hunan Daily", id: "p5-m2-s1" },
} as const;

/** The text of the ranges that are highlighted, and the elements that they stand in. */
function marked(page: Page): Promise<{ text: string; id: string }[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get("found") ?? [])].map((range) => {
      const { startContainer, endContainer, startOffset, endOffset } = range;
      const own = new Range();
      own.setStart(startContainer, startOffset);
      own.setEnd(endContainer, endOffset);
      return { text: own.toString(), id: startContainer.parentElement?.closest("[id]")?.id ?? "" };
    }),
  );
}

const searchbox = (page: Page, { names }: Edition) =>
  page.getByRole("searchbox", { name: names.search });

for (const edition of [chinese, english])
  test(`by keyboard alone a reader finds a place deep in a closed part, goes there, and back to the searchbox, ${edition.title}`, async ({
    page,
  }) => {
    const own = deep[edition.language];
    await page.goto(edition.report);
    await settle(page);
    const before = await page.locator("article").evaluate((article) => article.textContent);
    await expect(page.locator(`#${own.id}`)).toBeHidden();
    await page.keyboard.press("/");
    await expect(searchbox(page, edition)).toBeFocused();
    await page.keyboard.type(own.query);
    const panel = page.getByRole("dialog", { name: edition.names.search });
    await expect(panel.locator("mark").first()).toHaveText(own.marked);
    await page.keyboard.press("Enter");
    await expect(page.locator(`#${own.id}`)).toBeInViewport();
    await expect(page.locator(`#${own.id}`)).toBeFocused();
    expect(await marked(page)).toEqual([{ text: own.marked, id: own.id }]);
    // The text is as it was, and nothing stays on it when the focus goes on.
    expect(await page.locator("article").evaluate((article) => article.textContent)).toBe(before);
    await expect(page.locator("article mark")).toHaveCount(0);
    // The key leads back to the searchbox.
    await page.keyboard.press("/");
    await expect(searchbox(page, edition)).toBeFocused();
    await expect(page.locator(`#${own.id}`)).not.toHaveAttribute("tabindex");
  });

for (const [edition, query, found, id] of [
  [chinese, '"一窗" 分类', "“一窗”分类", "p2-m2-s1"],
  [english, '"one window" reached', "“one window” reached", "p2-m2-s1"],
] as const)
  test(`a search folds spaces, case, width and quotation marks, and marks exactly what stands there, ${edition.title}`, async ({
    page,
  }) => {
    await page.goto(edition.report);
    await openSearch(page, edition);
    await searchbox(page, edition).fill(query);
    await searchbox(page, edition).press("Enter");
    await expect(page.locator(`#${id}`)).toBeInViewport();
    expect(await marked(page)).toEqual([{ text: found, id }]);
  });

test("the search opens by Ctrl+K and by its button, and closes with the focus back where it was", async ({
  page,
}) => {
  const { names } = english;
  const query = deep.en.query;
  await page.goto(english.report);
  await settle(page);
  const link = page.getByRole("link", { name: names.otherLanguage, exact: true });
  await link.focus();
  await page.keyboard.press("Control+k");
  await expect(searchbox(page, english)).toBeFocused();
  await page.keyboard.type("fairness");
  await page.keyboard.press("Escape");
  const panel = page.getByRole("dialog", { name: names.search });
  await expect(panel).toBeHidden();
  await expect(link).toBeFocused();
  // What was typed is there again, ready to be typed over.
  await page.keyboard.press("/");
  await expect(searchbox(page, english)).toBeFocused();
  await expect(searchbox(page, english)).toHaveValue("fairness");
  await page.keyboard.type(query);
  await expect(searchbox(page, english)).toHaveValue(query);
  await page.keyboard.press("Escape");
  const opener = page.getByRole("button", { name: names.search, exact: true });
  await openSearch(page, english);
  await panel.getByRole("button", { name: names.close }).click();
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
  await openSearch(page, english);
  await expect(searchbox(page, english)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
});

test("from place to place the search brings each into view, and its button leads back to what was typed", async ({
  page,
}) => {
  const { names } = chinese;
  await page.goto(chinese.report);
  const panel = await openSearch(page, chinese);
  await searchbox(page, chinese).fill("100%");
  // The other pages are searched once all of this one has been.
  await expect(panel.locator("section").nth(1)).toBeVisible();
  const next = panel.getByRole("button", { name: names.nextPlace, exact: true });
  for (let at = 1; at <= 4; at++) {
    await next.click();
    await expect(panel.getByText(new RegExp(`^第 ${at} 处，`))).toBeVisible();
    const [place] = await marked(page);
    expect(place?.text).toMatch(/^100[%﹪]$/);
    await expect(page.locator(`#${place?.id}`).first()).toBeInViewport();
    await expect(next).toBeFocused();
  }
  await page.getByRole("button", { name: names.search, exact: true }).click();
  await expect(searchbox(page, chinese)).toBeFocused();
  await expect(searchbox(page, chinese)).toHaveValue("100%");
  await expect(panel.locator("mark")).not.toHaveCount(0);
});

test("what is found in the other language and in the glossary leads to the page it is on", async ({
  page,
}) => {
  const { names } = english;
  await page.goto(english.report);
  const panel = await openSearch(page, english);
  // Pinyin with its tones stands in the glossary only.
  await searchbox(page, english).fill("Yīfǎ Zhìshěng");
  await expect(panel.getByRole("heading", { name: names.glossaryPage, level: 2 })).toBeVisible();
  await panel.getByRole("link").filter({ hasText: "Yīfǎ Zhìshěng" }).click();
  await expect(page).toHaveURL(/\/en\/glossary\/#/);
  await expect(page.locator(".term:target")).toBeInViewport();
  await page.goBack();
  await openSearch(page, english);
  await searchbox(page, english).fill("公平正义");
  await expect(panel.getByRole("heading", { name: names.otherLanguage, level: 2 })).toBeVisible();
  await panel.getByRole("link").filter({ hasText: "公平正义" }).last().click();
  await expect(page).toHaveURL(/\/#p5-t$/);
  await expect(page.locator(":target")).toContainText("公平正义");
  await expect(page.locator(":target")).toBeInViewport();
});

test("from another page Enter leads to the report’s sentence", async ({ page }) => {
  const { query, marked: found, id } = deep["zh-CN"];
  await page.goto(chinese.about);
  const panel = await openSearch(page, chinese);
  await searchbox(page, chinese).fill(query);
  await expect(panel.locator("mark").first()).toHaveText(found);
  await searchbox(page, chinese).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/#${id}$`));
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test("the search is there without a network after one visit: other pages and pinyin too", async ({
  page,
  reader,
}) => {
  await visit(page, chinese.report);
  await reader.stop();
  await page.reload();
  const panel = await openSearch(page, chinese);
  await searchbox(page, chinese).fill("gongpingzhengyi");
  await expect(panel.locator("mark").filter({ hasText: "公平正义" }).first()).toBeVisible();
  await searchbox(page, chinese).fill("mediators");
  await expect(
    panel.getByRole("heading", { name: chinese.names.otherLanguage, level: 2 }),
  ).toBeVisible();
  await expect(panel.getByText(chinese.names.partlyFound)).toHaveCount(0);
});

test("at three times the type the search needs no scrolling sideways", async ({ page }) => {
  await store(page, { size: 300 });
  await page.goto(english.report);
  const panel = await openSearch(page, english);
  await searchbox(page, english).fill("fairness");
  await expect(panel.getByRole("link").first()).toBeVisible();
  const widths = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll("#search-panel, .bar")].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
  expect(await widths()).toEqual([0, 0, 0]);
  await panel.getByRole("button", { name: english.names.nextPlace, exact: true }).click();
  expect(await widths()).toEqual([0, 0, 0]);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("the search goes to the place that is tapped, which nothing covers", async ({ page }) => {
    const { names } = chinese;
    const { query, id } = deep["zh-CN"];
    await page.goto(chinese.report);
    await page.getByRole("button", { name: names.search, exact: true }).tap();
    const panel = page.getByRole("dialog", { name: names.search });
    await searchbox(page, chinese).fill(query);
    await panel.getByRole("link").first().tap();
    await expect(page.locator(`#${id}`)).toBeInViewport();
    const [top, bottom, cover] = await page.evaluate(() => {
      const [range] = CSS.highlights.get("found") ?? [];
      const box = (range as Range).getBoundingClientRect();
      const own = document.getElementById("search-panel")?.getBoundingClientRect();
      return [box.top, box.bottom, own?.top ?? 0];
    });
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(cover);
    await panel.getByRole("button", { name: names.allResults }).tap();
    await expect(panel.getByRole("link")).toHaveCount(1);
  });
});

faultyTest(
  "a search that a deploy has removed is said to be missing",
  async ({ browser, reader }) => {
    const { names, report } = english;
    const context = await browser.newContext({ serviceWorkers: "block", baseURL: reader.url });
    const page = await context.newPage();
    reader.intercept((request, response) => {
      if (!/\/start-search-/.test(request.url ?? "")) return false;
      response.writeHead(404).end();
      return true;
    });
    await page.goto(report);
    const opener = page.getByRole("button", { name: names.search, exact: true });
    // One guarded reload, in case the page is the old one.
    await Promise.all([page.waitForEvent("load"), opener.click()]);
    await opener.click();
    await expect(page.getByRole("region", { name: names.notices })).toContainText(names.missing);
    await expect(page.getByRole("dialog", { name: names.search })).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await context.close();
  },
);
