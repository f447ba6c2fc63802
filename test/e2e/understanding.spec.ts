import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { settle } from "../support/keys.ts";
import { openTextPanel } from "../support/panels.ts";
import { visit } from "../support/visit.ts";

const [chinese, english] = editions as [Edition, Edition];

/** Opens a report page with every part unfolded. */
async function openAll(page: Page, path: string, expandAll: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: expandAll }).click();
}

test.describe("a figure", () => {
  test("of the English page leads to the Chinese sentence that says it, which is marked", async ({
    page,
  }) => {
    await page.goto(english.report);
    await page.getByRole("button", { name: english.names.expandAll }).click();
    await page.locator("#p5-m1-s2").getByRole("link", { name: "1,815" }).click();
    const sentence = page.locator(".s:target");
    await expect(sentence).toBeInViewport();
    await expect(sentence).toContainText("1815名");
    await expect(sentence).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  });

  test("shown large leads to its sentence", async ({ page }) => {
    await page.goto(chinese.report);
    const figures = page.getByRole("region", { name: chinese.names.figures });
    await expect(figures.getByRole("link")).toHaveCount(7);
    await figures.getByRole("link", { name: chinese.names.mediators }).click();
    await expect(page.locator("#p5-m1-s2")).toBeInViewport();
  });

  test("of the page of figures is a row of a table and leads to the report; one that is a cut is no share", async ({
    page,
  }) => {
    const { names, figures } = english;
    await page.goto(figures);
    const cut = page.getByRole("row", { name: names.averageCut });
    await expect(cut).toHaveCount(1);
    await expect(cut.locator("svg")).toHaveCount(0);
    await expect(page.locator("#p2-counts").getByRole("row").last()).toContainText(
      names.averageCut,
    );
    const shares = page.getByRole("table", { name: names.shares });
    await shares.getByRole("row", { name: names.successRate }).getByRole("link").click();
    await expect(page.locator("#p5-m1-s2")).toBeInViewport();
  });
});

test.describe("a term that the glossary explains", () => {
  test("is explained where it stands, by pointer, and goes when the pointer is elsewhere", async ({
    page,
  }) => {
    await openAll(page, "/", chinese.names.expandAll);
    const term = page.locator("#p3-m2-s2").getByRole("link", { name: "一村一法律顾问" });
    const explanation = page.getByRole("note").filter({ hasText: "一村一法律顾问" });
    await term.hover();
    await expect(explanation).toBeVisible();
    await explanation.hover();
    await expect(explanation).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(explanation).toBeHidden();
  });

  test("is explained by keyboard, and the explanation is dismissed by Escape", async ({ page }) => {
    await openAll(page, "/", chinese.names.expandAll);
    const term = page.locator("#p3-m2-s2").getByRole("link", { name: "一村一法律顾问" });
    const explanation = page.getByRole("note").filter({ hasText: "一村一法律顾问" });
    await term.focus();
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("note")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(term).toBeFocused();
    await expect(explanation).toBeVisible();
    await expect(term).toHaveAccessibleDescription(/法律顾问/);
    await page.keyboard.press("Escape");
    await expect(explanation).toBeHidden();
    await expect(term).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/glossary\/#/);
  });

  test("is not explained to a screen reader that only passes over it", async ({ page }) => {
    await openAll(page, "/", chinese.names.expandAll);
    const links = page.locator("#p3-m2-s2").getByRole("link");
    const explanation = page.getByRole("note");
    // What explains is there before anything is passed over.
    await links.nth(0).hover();
    await expect(explanation).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(explanation).toBeHidden();
    await page.evaluate(() => {
      const opened: string[] = [];
      Object.assign(window, { opened });
      document.addEventListener(
        "beforetoggle",
        ({ target }) => opened.push((target as Element).textContent ?? ""),
        true,
      );
    });
    // A screen reader moves the focus as a script does, and the browser takes it for a reader by
    // keyboard.
    await page.keyboard.press("Escape");
    await links.nth(0).focus();
    await page.keyboard.press("Tab");
    await expect(links.nth(1)).toBeFocused();
    await expect(explanation).toBeVisible();
    const opened = await page.evaluate(() => (window as unknown as { opened: string[] }).opened);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toContain((await links.nth(1).textContent()) ?? "nothing");
  });

  test.describe("by touch", () => {
    test.use({ hasTouch: true });

    test("is explained when the first touch is lifted, not when it is put down, and looked up by the second", async ({
      page,
    }) => {
      await page.goto("/#p3-m2-s2");
      await settle(page);
      const term = page.locator("#p3-m2-s2").getByRole("link", { name: "一村一法律顾问" });
      const explanation = page.getByRole("note").filter({ hasText: "一村一法律顾问" });
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await term.dispatchEvent("pointerover", { pointerType: "touch" });
      await expect(page.locator("#explanation")).toBeAttached();
      expect(asked).not.toContain("/glossary/");
      await term.tap();
      await expect(explanation).toBeVisible();
      await expect(page).toHaveURL(/\/#p3-m2-s2$/);
      await term.tap();
      await expect(page).toHaveURL(/\/glossary\/#/);
    });
  });

  test("stays a link to the glossary without script, and leads back to the sentence", async ({
    browser,
    reader,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: reader.url });
    const page = await context.newPage();
    await page.goto("/#p3-m2-s2");
    await page.locator("#p3-m2-s2").getByRole("link", { name: "一村一法律顾问" }).click();
    await expect(page.locator(".term:target")).toContainText("法律顾问");
    await page.locator(".term:target .places").getByRole("link").first().click();
    await expect(page.locator(".s:target")).toContainText("一村一法律顾问");
    await context.close();
  });

  test("is not marked for a reader who does not want it, and is no link then", async ({ page }) => {
    await openAll(page, "/", chinese.names.expandAll);
    const term = page.locator("#p3-m2-s2").getByRole("link", { name: "一村一法律顾问" });
    await expect(term).toHaveCount(1);
    const panel = await openTextPanel(page, chinese);
    await panel.getByRole("switch", { name: chinese.names.markedTerms }).click();
    await expect(term).toHaveCount(0);
    await page.reload();
    await expect(page.locator("#p3-m2-s2 a[data-href]").first()).toBeAttached();
    await expect(term).toHaveCount(0);
  });

  test("leaves nothing in what is copied", async ({ page }) => {
    await openAll(page, "/", chinese.names.expandAll);
    const copied = await page.evaluate(() => {
      const sentence = document.getElementById("p5-m1-s2");
      if (sentence) getSelection()?.selectAllChildren(sentence);
      return getSelection()?.toString();
    });
    expect(copied).toBe(await page.locator("#p5-m1-s2").textContent());
    expect(copied).toMatch(/^高标准打造全市“一站式矛调中心”.*连续报道。$/);
  });
});

test.describe("both languages together", () => {
  for (const [edition, other] of [
    [chinese, english],
    [english, chinese],
  ] as const)
    test(`stand sentence by sentence, each in its own language, and go again ${edition.title}`, async ({
      page,
    }) => {
      await openAll(page, edition.report, edition.names.expandAll);
      const button = page.getByRole("switch", { name: edition.names.parallel });
      await expect(button).toHaveAttribute("aria-checked", "false");
      await button.click();
      await expect(button).toHaveAttribute("aria-checked", "true");
      const sentences = page.locator("main .s[id]");
      await expect(page.locator(".other")).toHaveCount(await sentences.count());
      const pair = page.locator("#p5-m1-s2 + .other");
      await expect(pair).toHaveAttribute("lang", other.language);
      await expect(pair).toContainText(other === chinese ? "1815名调解员" : "1,815 mediators");
      // A voice must know which words are Chinese, and nothing in the copy leads away.
      const quoted = page.locator('.other[lang="en"] [lang="zh-CN"]', { hasText: "威溪水库" });
      await expect(quoted).toHaveCount(other === english ? 1 : 0);
      await expect(page.locator(".other a")).toHaveCount(0);
      await button.click();
      await expect(page.locator(".other")).toHaveCount(0);
    });

  test.describe("before a worker keeps them", () => {
    test.use({ serviceWorkers: "block" });

    test("are told to be missing when they are asked for and cannot be had", async ({
      page,
      faults,
    }) => {
      const { names, report } = english;
      await page.route(/\/assets\/start-understanding-/, (route) => route.abort());
      await page.goto(report);
      const button = page.getByRole("switch", { name: names.parallel });
      const notices = page.getByRole("region", { name: names.notices });
      // The first time the page is loaded anew, for its parts may have been replaced.
      await Promise.all([page.waitForEvent("load"), button.click()]);
      await settle(page);
      await button.click();
      await expect(notices).toContainText(names.missing);
      await expect(button).toHaveAttribute("aria-checked", "false");
      // The browser tells of the file that did not come, and of nothing else.
      expect(faults.splice(0).filter((each) => !/ERR_FAILED/.test(each))).toEqual([]);
    });
  });

  test("are there without a network, after one visit", async ({ page, reader }) => {
    await visit(page, chinese.report);
    await reader.stop();
    await page.reload();
    await page.getByRole("switch", { name: chinese.names.parallel }).click();
    await expect(page.locator("#intro-s1 + .other")).toHaveCount(1);
  });
});

test("the proof of the text says that the text is the publisher's", async ({ page }) => {
  await page.goto(english.report);
  await page.getByRole("button", { name: english.names.prove }).click();
  await expect(page.locator("#proof").getByRole("status")).toContainText(english.names.agrees);
});

test("the proof of the text says so when one character is another", async ({ page }) => {
  await page.route("**/*", async (route) => {
    if (new URL(route.request().url()).pathname !== "/") return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replace(/(id="p2-m1-s1">[^十]*)十/, "$1九");
    await route.fulfill({ response, body });
  });
  await page.goto("/");
  await page.getByRole("button", { name: chinese.names.prove }).click();
  await expect(page.locator("#proof").getByRole("status")).toContainText(chinese.names.differs);
});

test("the proof of the text says what was published, and that another program shows it differently", async ({
  page,
}) => {
  await page.goto("/");
  await page.evaluate(() => {
    const sentence = document.getElementById("p2-m1-s1");
    if (!sentence) return;
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      walker.currentNode.textContent = walker.currentNode.textContent?.replace("十", "九") ?? "";
  });
  await page.getByRole("button", { name: chinese.names.prove }).click();
  await expect(page.locator("#proof").getByRole("status")).toContainText(
    new RegExp(`${chinese.names.agrees}.*1 句被别的程序`),
  );
});
