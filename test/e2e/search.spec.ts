import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { hold } from "../support/hold.ts";
import { settle } from "../support/keys.ts";
import { openSearch, store } from "../support/panels.ts";
import { test as faultyTest } from "../support/reader.ts";
import { visit } from "../support/visit.ts";

/** What the tests look for in each language, and where it stands: deep in a pillar that is closed. */
const cases = {
  "zh-CN": {
    ...{ query: "平正义", marked: "平正义", id: "p5-t" },
    deep: { query: "湖南日报宣传", marked: "湖南日报宣传", id: "p5-m2-s1" },
    loose: { query: '"一窗" 分类', marked: "“一窗”分类", id: "p2-m2-s1" },
    other: { query: "mediators", path: /\/en\/#/, marked: "mediators" },
    term: { glossary: /\/glossary\/#/ },
    common: "法",
    summary: "怎样推动",
  },
  en: {
    ...{ query: "fairness", marked: "fairness", id: "p5-t" },
    deep: { query: "hunan  DAILY", marked: "Hunan Daily", id: "p5-m2-s1" },
    loose: { query: '"one window" reached', marked: "“one window” reached", id: "p2-m2-s1" },
    other: { query: "公平正义", path: /\/#p5-t$/, marked: "公平正义" },
    term: { glossary: /\/en\/glossary\/#/ },
    common: "the",
    summary: "act according to law",
  },
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

for (const edition of editions) {
  const { names } = edition;
  const own = cases[edition.language];

  test.describe(`searching ${edition.title}`, () => {
    test("by keyboard alone finds a place deep in a closed part, and goes there", async ({
      page,
    }) => {
      await page.goto(edition.report);
      await settle(page, edition);
      const before = await page.locator("article").evaluate((article) => article.textContent);
      await expect(page.locator(`#${own.deep.id}`)).toBeHidden();
      await page.keyboard.press("/");
      await expect(searchbox(page, edition)).toBeFocused();
      await page.keyboard.type(own.deep.query);
      const panel = page.getByRole("dialog", { name: names.search });
      await expect(panel.locator("mark").first()).toHaveText(own.deep.marked);
      await page.keyboard.press("Enter");
      await expect(page.locator(`#${own.deep.id}`)).toBeInViewport();
      await expect(page.locator(`#${own.deep.id}`)).toBeFocused();
      expect(await marked(page)).toEqual([{ text: own.deep.marked, id: own.deep.id }]);
      // The text is as it was, and nothing stays on it when the focus goes on.
      expect(await page.locator("article").evaluate((article) => article.textContent)).toBe(before);
      await expect(page.locator("article mark")).toHaveCount(0);
      // The key leads back to the searchbox.
      await page.keyboard.press("/");
      await expect(searchbox(page, edition)).toBeFocused();
      await expect(page.locator(`#${own.deep.id}`)).not.toHaveAttribute("tabindex");
    });

    test("says the count when the reader has typed, and that there is nothing", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).pressSequentially(own.deep.query);
      await expect(panel.getByText(names.found(1))).toBeVisible();
      await expect(page.locator("#announcements")).toHaveText(names.found(1));
      await searchbox(page, edition).fill("qqqq zzzz");
      await expect(panel.getByText(names.nothingFound)).toBeVisible();
      await expect(page.locator("#announcements")).toContainText(names.nothingFound);
    });

    test("folds spaces, case, width and quotation marks, and marks exactly what stands there", async ({
      page,
    }) => {
      await page.goto(edition.report);
      await openSearch(page, edition);
      await searchbox(page, edition).fill(own.loose.query);
      await searchbox(page, edition).press("Enter");
      await expect(page.locator(`#${own.loose.id}`)).toBeInViewport();
      expect(await marked(page)).toEqual([{ text: own.loose.marked, id: own.loose.id }]);
    });

    test("opens by Ctrl+K, and Escape gives the focus back to where it was", async ({ page }) => {
      await page.goto(edition.report);
      await settle(page, edition);
      const link = page.getByRole("link", { name: names.otherLanguage, exact: true });
      await link.focus();
      await page.keyboard.press("Control+k");
      await expect(searchbox(page, edition)).toBeFocused();
      await page.keyboard.type(own.query);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog", { name: names.search })).toBeHidden();
      await expect(link).toBeFocused();
      // What was typed is there again, ready to be typed over.
      await page.keyboard.press("/");
      await expect(searchbox(page, edition)).toBeFocused();
      await expect(searchbox(page, edition)).toHaveValue(own.query);
      await page.keyboard.type(own.deep.query);
      await expect(searchbox(page, edition)).toHaveValue(own.deep.query);
    });

    test("closes by its button and by Escape, with the focus on the bar", async ({ page }) => {
      await page.goto(edition.report);
      const opener = page.getByRole("button", { name: names.search, exact: true });
      const panel = await openSearch(page, edition);
      await panel.getByRole("button", { name: names.close }).click();
      await expect(panel).toBeHidden();
      await expect(opener).toBeFocused();
      await openSearch(page, edition);
      await expect(searchbox(page, edition)).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(panel).toBeHidden();
      await expect(opener).toBeFocused();
    });

    test("goes from place to place, round and back, and says where", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).fill("100%");
      // The other pages are searched once all of this one has been.
      await expect(panel.locator("section").nth(1)).toBeVisible();
      const next = panel.getByRole("button", { name: names.nextPlace, exact: true });
      await next.click();
      const status = panel.getByText(names.firstPlace);
      const count = Number(names.firstPlace.exec((await status.textContent()) ?? "")?.[1]);
      expect(count).toBeGreaterThan(5);
      const seen: string[] = [];
      for (let at = 1; at <= count; at++) {
        await expect(panel.getByText(names.placeOf(at, count), { exact: true })).toBeVisible();
        await expect(page.locator("#announcements")).toContainText(names.placeOf(at, count));
        const [place] = await marked(page);
        expect(place?.text).toMatch(/^100[%﹪]$/);
        await expect(page.locator(`#${place?.id}`).first()).toBeInViewport();
        seen.push(place?.id ?? "");
        await next.click();
      }
      await expect(panel.getByText(names.placeOf(1, count), { exact: true })).toBeVisible();
      await expect(next).toBeFocused();
      await panel.getByRole("button", { name: names.previousPlace, exact: true }).click();
      await expect(panel.getByText(names.placeOf(count, count), { exact: true })).toBeVisible();
      await panel.getByRole("button", { name: names.allResults }).click();
      await expect(panel.locator("mark")).not.toHaveCount(0);
      await expect(searchbox(page, edition)).toHaveValue("100%");
    });

    test("finds in the summary, and shows results under the part that they stand in", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).fill(own.summary);
      await expect(
        panel.getByRole("heading", { name: names.summary, level: 3, exact: true }),
      ).toBeVisible();
      await panel.getByRole("link").first().click();
      await expect(page.locator("#summary-s1")).toBeInViewport();
      expect((await marked(page))[0]?.id).toBe("summary-s1");
    });

    test("finds in the other language, and leads to that page's sentence", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).fill(own.other.query);
      await expect(
        panel.getByRole("heading", { name: names.otherLanguage, level: 2 }),
      ).toBeVisible();
      const link = panel.getByRole("link").filter({ hasText: own.other.marked }).last();
      await expect(link).toHaveAttribute("lang", edition.language === "en" ? "zh-CN" : "en");
      await link.click();
      await expect(page).toHaveURL(own.other.path);
      await expect(page.locator(":target")).toContainText(own.other.marked);
      await expect(page.locator(":target")).toBeInViewport();
    });

    test("reads the headings of what was found in the language of their page", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      // In English, too, the first place is the publisher's title, in Chinese, below the heading of the page's own.
      await searchbox(page, edition).fill("武冈");
      const found = panel.locator("section").first();
      await expect(found.getByRole("heading", { level: 3 }).first()).toBeVisible();
      for (const heading of await found.getByRole("heading").all())
        await expect(heading).toHaveAttribute("lang", edition.language);
    });

    test("finds in the glossary, and leads to the entry", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      // Pinyin with its tones stands in the glossary only.
      await searchbox(page, edition).fill("Yīfǎ Zhìshěng");
      await expect(
        panel.getByRole("heading", { name: names.glossaryPage, level: 2 }),
      ).toBeVisible();
      await panel.getByRole("link").filter({ hasText: "Yīfǎ Zhìshěng" }).click();
      await expect(page).toHaveURL(own.term.glossary);
      await expect(page.locator(".term:target")).toBeInViewport();
    });

    for (const path of [edition.glossary, edition.about])
      test(`from ${path} finds in the report`, async ({ page }) => {
        await page.goto(path);
        const panel = await openSearch(page, edition);
        await searchbox(page, edition).fill(own.deep.query);
        await expect(panel.locator("mark").first()).toHaveText(own.deep.marked);
        await searchbox(page, edition).press("Enter");
        await expect(page).toHaveURL(new RegExp(`${edition.report.slice(2)}#${own.deep.id}$`));
        await expect(page.locator(`#${own.deep.id}`)).toBeInViewport();
      });

    test("finds Chinese by its pinyin and by its initials", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      for (const [query, found] of [
        ["gongpingzhengyi", "公平正义"],
        ["gpzy", "公平正义"],
        ["xzfy", "行政复议"],
      ] as const) {
        await searchbox(page, edition).fill(query);
        await expect(panel.locator("mark").filter({ hasText: found }).first()).toBeVisible();
      }
    });

    test("shows the first of many, and more when asked, going on from there", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).fill(own.common);
      const first = panel.locator("section").first();
      await expect(first.getByRole("link")).toHaveCount(30);
      await first.getByRole("button", { name: names.more }).click();
      await expect(first.getByRole("link")).not.toHaveCount(30);
      await expect(first.getByRole("link").nth(30)).toBeFocused();
    });

    test("is there without a network after one visit: other pages and pinyin too", async ({
      page,
      reader,
    }) => {
      await visit(page, edition.report);
      await reader.stop();
      await page.reload();
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).fill("gongpingzhengyi");
      await expect(panel.locator("mark").filter({ hasText: "公平正义" }).first()).toBeVisible();
      await searchbox(page, edition).fill(own.other.query);
      await expect(
        panel.getByRole("heading", { name: names.otherLanguage, level: 2 }),
      ).toBeVisible();
      await expect(panel.getByText(names.partlyFound)).toHaveCount(0);
    });

    test("is not told that nothing is there before everything has been looked into", async ({
      page,
    }) => {
      await page.goto(edition.about);
      const letThrough = await hold(page, (url) =>
        url.pathname.replace(/index\.html$/, "").endsWith(edition.report.slice(1)),
      );
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).fill(own.other.query);
      await expect(panel.getByText(names.nothingFound)).toHaveCount(0);
      letThrough();
      await expect(
        panel.getByRole("heading", { name: names.otherLanguage, level: 2 }),
      ).toBeVisible();
    });

    test("is not told that nothing is there by what is typed before this page has been read", async ({
      page,
    }) => {
      await page.goto(edition.report);
      await settle(page, edition);
      const said = await page.evaluateHandle((query) => {
        const said = new Set<string>();
        new MutationObserver(() => {
          const field = document.querySelector<HTMLInputElement>("#search-panel input");
          if (field && said.size === 0) {
            field.value = query;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }
          const status = document.querySelector("#search-panel .row p");
          if (status) said.add(status.textContent);
        }).observe(document.documentElement, {
          ...{ childList: true, characterData: true, subtree: true },
        });
        return said;
      }, own.other.query);
      const panel = await openSearch(page, edition);
      await expect(
        panel.getByRole("heading", { name: names.otherLanguage, level: 2 }),
      ).toBeVisible();
      const texts = await said.evaluate((texts) => [...texts].join("\n"));
      expect(texts).not.toContain(names.nothingFound);
    });

    test("takes anything that is typed for text, and says plainly that it is not there", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      for (const query of [
        "<img src=x onerror=alert(1)>",
        "\u0000\u0007\u200b",
        ".*[(\\",
        "__proto__",
        "法".repeat(100_000),
      ]) {
        await searchbox(page, edition).fill(query);
        await expect(panel.getByText(names.nothingFound)).toBeVisible();
        await expect(panel.getByRole("link")).toHaveCount(0);
        await searchbox(page, edition).press("Enter");
        await searchbox(page, edition).fill("");
        await expect(panel.getByText(names.nothingFound)).toHaveCount(0);
      }
      await searchbox(page, edition).evaluate((field: HTMLInputElement) => {
        field.value = "\ud83d";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await expect(panel.getByText(names.nothingFound)).toBeVisible();
      await searchbox(page, edition).fill(own.deep.query);
      await expect(panel.getByRole("link")).toHaveCount(1);
    });

    test("leaves Enter and Escape to an input method that is at work", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      const field = searchbox(page, edition);
      await field.fill(own.deep.query);
      await expect(panel.getByRole("link")).toHaveCount(1);
      await field.evaluate((element) => {
        const key = { key: "Escape", bubbles: true, cancelable: true, isComposing: true };
        element.dispatchEvent(new KeyboardEvent("keydown", key));
      });
      await expect(panel).toBeVisible();
    });

    test("at three times the type needs no scrolling sideways", async ({ page }) => {
      await store(page, { size: 300 });
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      await searchbox(page, edition).fill(own.query);
      await expect(panel.getByRole("link").first()).toBeVisible();
      const widths = () =>
        page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll("#search-panel, .bar")].map(
            ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
          ),
        );
      expect(await widths()).toEqual([0, 0, 0]);
      await panel.getByRole("button", { name: names.nextPlace, exact: true }).click();
      expect(await widths()).toEqual([0, 0, 0]);
    });

    test("marks the sentence where the browser cannot mark words", async ({ page }) => {
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, "Highlight", { value: undefined });
      });
      await page.goto(edition.report);
      await openSearch(page, edition);
      await searchbox(page, edition).fill(own.deep.query);
      await searchbox(page, edition).press("Enter");
      await expect(page.locator(".found")).toHaveId(own.deep.id);
      // The button leads back to what was typed.
      await openSearch(page, edition);
      await expect(searchbox(page, edition)).toBeFocused();
      await searchbox(page, edition).fill(own.query);
      await expect(page.locator(".found")).toHaveCount(0);
    });
  });

  test.describe(`searching ${edition.title} by touch`, () => {
    test.use({ hasTouch: true });

    test("goes to the place that is tapped, which nothing covers", async ({ page }) => {
      await page.goto(edition.report);
      await page.getByRole("button", { name: names.search, exact: true }).tap();
      const panel = page.getByRole("dialog", { name: names.search });
      await searchbox(page, edition).fill(own.deep.query);
      await panel.getByRole("link").first().tap();
      const place = page.locator(`#${own.deep.id}`);
      await expect(place).toBeInViewport();
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
    `a search that a deploy has removed ${edition.title} is said to be missing`,
    async ({ browser, reader }) => {
      const context = await browser.newContext({ serviceWorkers: "block", baseURL: reader.url });
      const page = await context.newPage();
      reader.intercept((request, response) => {
        if (!/\/start-search-/.test(request.url ?? "")) return false;
        response.writeHead(404).end();
        return true;
      });
      await page.goto(edition.report);
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

  faultyTest(
    `a search that cannot reach the other pages ${edition.title} says so, and finds the rest`,
    async ({ browser, reader }) => {
      const context = await browser.newContext({ serviceWorkers: "block", baseURL: reader.url });
      const page = await context.newPage();
      await page.goto(edition.report);
      const panel = await openSearch(page, edition);
      await context.setOffline(true);
      await searchbox(page, edition).fill(own.deep.query);
      await expect(panel.getByText(names.partlyFound)).toBeVisible();
      await expect(panel.getByRole("link")).toHaveCount(1);
      await context.setOffline(false);
      await searchbox(page, edition).fill(own.other.query);
      await expect(panel.getByText(names.partlyFound)).toHaveCount(0);
      await expect(
        panel.getByRole("heading", { name: names.otherLanguage, level: 2 }),
      ).toBeVisible();
      await context.close();
    },
  );
}
