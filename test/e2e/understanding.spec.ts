import type { Page } from "@playwright/test";
import { editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { openTextPanel } from "../support/panels.ts";
import { visit } from "../support/visit.ts";

const [chinese, english] = editions;
if (!chinese || !english) throw new Error("there are two editions");

/** Opens a report page with every part unfolded. */
async function openAll(page: Page, path: string, expandAll: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: expandAll }).click();
}

test.describe("a figure", () => {
  test("of the English page leads to a marked Chinese sentence that contains it", async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(english.report);
    const links = await page.locator('main :is(.s, [data-say]) a[href^="/#"]').evaluateAll((all) =>
      all.map((link) => ({
        text: link.textContent ?? "",
        href: link.getAttribute("href") ?? "",
      })),
    );
    expect(links.length).toBeGreaterThan(80);
    const values = new Map<string, string>([
      ["10,000", "1万"],
      ["4,000", "4千"],
      ["14th Five-Year", "十四五"],
      ["January", "1月"],
      ...["two 两", "three 三", "five 五", "six 六", "ten 十"].map(
        (pair) => pair.split(" ") as [string, string],
      ),
      ["20", "二十"],
    ]);
    await page.goto("/");
    for (const { text, href } of new Map(
      links.map((link) => [link.text + link.href, link]),
    ).values()) {
      await page.evaluate((address) => location.assign(address), href);
      const sentence = page.locator(".s:target");
      await expect(sentence, href).toBeInViewport();
      const own = text.replaceAll(",", "").replace(/ per ?cent$/, "%");
      const said = (await sentence.textContent())?.replaceAll("﹪", "%") ?? "";
      const forms = [own, values.get(text) ?? values.get(text.toLowerCase()) ?? own];
      expect(
        forms.some((form) => said.includes(form)),
        `${text} in ${href}: ${said}`,
      ).toBe(true);
      await expect(sentence).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    }
  });

  for (const edition of [chinese, english])
    test(`shown large ${edition.title} leads to its sentence`, async ({ page }) => {
      await page.goto(edition.report);
      const figures = page.getByRole("region", { name: edition.names.figures });
      await expect(figures.getByRole("link")).toHaveCount(7);
      await figures.getByRole("link", { name: edition.names.mediators }).click();
      await expect(page.locator("#p5-m1-s2")).toBeInViewport();
    });

  for (const edition of [chinese, english])
    test(`of the page of figures ${edition.title} is a row of a table and leads to the report`, async ({
      page,
    }) => {
      await page.goto(edition.figures);
      const shares = page.getByRole("table", { name: edition.names.shares });
      await shares.getByRole("row", { name: edition.names.successRate }).getByRole("link").click();
      await expect(page.locator("#p5-m1-s2")).toBeInViewport();
    });

  for (const edition of [chinese, english])
    test(`that is a cut stands ${edition.title} among the counts of its part, without a bar, and not among the shares that were reached`, async ({
      page,
    }) => {
      await page.goto(edition.figures);
      const cut = page.getByRole("row", { name: edition.names.averageCut });
      await expect(cut).toHaveCount(1);
      await expect(cut.locator("svg")).toHaveCount(0);
      await expect(page.locator("#p2-counts").getByRole("row").last()).toContainText(
        edition.names.averageCut,
      );
      await cut.getByRole("link").click();
      await expect(page.locator("#p2-m1-s1")).toBeInViewport();
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
    // A screen reader moves the focus as a script does, and the browser takes it for a reader by keyboard.
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

    test("is explained by the first touch and looked up by the second", async ({ page }) => {
      await page.goto("/#p3-m2-s2");
      await expect(page.locator("html")).toHaveAttribute("data-script", "on");
      const term = page.locator("#p3-m2-s2").getByRole("link", { name: "一村一法律顾问" });
      const explanation = page.getByRole("note").filter({ hasText: "一村一法律顾问" });
      await term.tap();
      await expect(explanation).toBeVisible();
      await expect(page).toHaveURL(/\/#p3-m2-s2$/);
      await term.tap();
      await expect(page).toHaveURL(/\/glossary\/#/);
    });

    test("is explained when the finger is lifted, not when it is put down and may begin a scroll", async ({
      page,
    }) => {
      await page.goto("/#p3-m2-s2");
      await expect(page.locator("html")).toHaveAttribute("data-script", "on");
      const term = page.locator("#p3-m2-s2").getByRole("link", { name: "一村一法律顾问" });
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await term.dispatchEvent("pointerover", { pointerType: "touch" });
      await expect(page.locator("#explanation")).toBeAttached();
      expect(asked).not.toContain("/glossary/");
      await term.tap();
      await expect(page.getByRole("note").filter({ hasText: "一村一法律顾问" })).toBeVisible();
      await expect(page).toHaveURL(/\/#p3-m2-s2$/);
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

  test("means what it means there: the two 三项制度 are two", async ({ page }) => {
    await openAll(page, "/", chinese.names.expandAll);
    const hrefs = await page
      .getByRole("link", { name: "三项制度", exact: true })
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(new Set(hrefs).size).toBe(2);
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

for (const edition of [chinese, english]) {
  const other = edition === chinese ? english : chinese;

  test.describe(`both languages together ${edition.title}`, () => {
    test("stand sentence by sentence, each in its own language, and go again", async ({ page }) => {
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

      test("are told to be missing each time that they are asked for and cannot be had", async ({
        page,
        faults,
      }) => {
        await page.route(/\/assets\/start-understanding-/, (route) => route.abort());
        await page.goto(edition.report);
        const button = page.getByRole("switch", { name: edition.names.parallel });
        const notices = page.getByRole("region", { name: edition.names.notices });
        // The first time the page is loaded anew, for its parts may have been replaced.
        await Promise.all([page.waitForEvent("load"), button.click()]);
        await expect(page.locator("html")).toHaveAttribute("data-script", "on");
        for (const time of [1, 2]) {
          await button.click();
          await expect(notices, `press ${time}`).toContainText(edition.names.missing);
          await notices.getByRole("button").click();
          await expect(notices).toHaveCount(0);
        }
        await expect(button).toHaveAttribute("aria-checked", "false");
        // The browser tells of the file that did not come, and of nothing else.
        expect(faults.splice(0).filter((each) => !/ERR_FAILED/.test(each))).toEqual([]);
      });
    });

    test("are there without a network, after one visit", async ({ page, reader }) => {
      await visit(page, edition.report);
      await reader.stop();
      await page.reload();
      await page.getByRole("switch", { name: edition.names.parallel }).click();
      await expect(page.locator("#intro-s1 + .other")).toHaveCount(1);
    });
  });

  test.describe(`the proof of the text ${edition.title}`, () => {
    test("says that the text is the publisher's", async ({ page }) => {
      await page.goto(edition.report);
      await page.getByRole("button", { name: edition.names.prove }).click();
      await expect(page.locator("#proof").getByRole("status")).toContainText(edition.names.agrees);
    });
  });
}

test("the proof of the text says so when one character is another", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => {
    const sentence = document.getElementById("p2-m1-s1");
    if (!sentence) return;
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      walker.currentNode.textContent = walker.currentNode.textContent?.replace("十", "九") ?? "";
  });
  await page.getByRole("button", { name: chinese.names.prove }).click();
  await expect(page.locator("#proof").getByRole("status")).toContainText(chinese.names.differs);
});
