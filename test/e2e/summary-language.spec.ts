import type { Locator, Page } from "@playwright/test";
import { violations } from "../support/axe.ts";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech, whatWasSaid } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar, written } from "../support/notes.ts";
import { openPlayer, openSearch, openTextPanel, store } from "../support/panels.ts";
import { visit } from "../support/visit.ts";

/** What the summary is in each language: how the control to the other one is named, and words that stand in each. */
const told = {
  "zh-CN": {
    ...{ name: "English", control: /^摘要：\s?English$/, back: /^摘要：\s?中文$/ },
    ...{ own: "怎样推动政府依法办事", gist: "市委、市政府定期研究" },
    ...{ first: "这份报告讲武冈市2023年", voice: "Tingting" },
    now: ["摘要现在是英语。", "摘要现在是中文。"],
    figure: "#p3-m2-s2",
    missing: "这台设备没有能读摘要的声音",
  },
  en: {
    ...{ name: "中文", control: /^Summary in\s?中文$/, back: /^Summary in\s?English$/ },
    ...{ own: "make its government act according to law", gist: "discussed the rule of law" },
    ...{ first: "This report tells how Wugang", voice: "Daniel" },
    now: ["The summary is in Chinese now.", "The summary is in English now."],
    figure: "/#p3-m2-s2",
    missing: "This device has no voice for the summary",
  },
} as const;

const otherOf = ({ language }: Edition) => told[language === "en" ? "zh-CN" : "en"];
const otherLanguage = ({ language }: Edition) => (language === "en" ? "zh-CN" : "en");

const summaryOf = (page: Page, { names }: Edition): Locator =>
  page.getByRole("region", { name: names.summary, exact: true });

/** Presses the control and waits until the summary is in the other language. */
async function change(page: Page, edition: Edition): Promise<void> {
  const summary = summaryOf(page, edition);
  await summary.getByRole("button", { name: told[edition.language].control }).click();
  await expect(summary.getByText(otherOf(edition).own)).toBeVisible();
}

for (const edition of editions) {
  const { names, report, language } = edition;
  const own = told[language];
  const other = otherOf(edition);

  test.describe(`the summary's language ${edition.title}`, () => {
    test("changes in place at a press, told in its own language, and back at another", async ({
      page,
    }) => {
      await page.goto(report);
      const address = page.url();
      const summary = summaryOf(page, edition);
      const gist = page.locator("#p1 .gist").filter({ visible: true });
      const article = () => page.locator("article .s").allTextContents();
      const text = await article();
      await change(page, edition);
      await expect(summary.getByText(own.own)).toBeHidden();
      const sentence = summary.locator("p").filter({ hasText: other.own });
      await expect(sentence).toHaveAttribute("lang", otherLanguage(edition));
      await expect(gist).toHaveCount(1);
      await expect(gist).toContainText(other.gist);
      await expect(gist).toHaveAttribute("lang", otherLanguage(edition));
      // The report's text is what it was, and so is the page.
      expect(await article()).toEqual(text);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(page.url()).toBe(address);
      const back = summary.getByRole("button", { name: own.back });
      await expect(back).toHaveText(other === told.en ? /中文$/ : /English$/);
      await expect(back).toHaveAttribute("lang", language);
      await back.click();
      await expect(summary.getByText(own.own)).toBeVisible();
      await expect(summary.getByText(other.own)).toHaveCount(0);
      await expect(gist).toContainText(own.gist);
      await expect(summary.getByRole("button", { name: own.control })).toHaveText(
        new RegExp(`${own.name}$`),
      );
    });

    test("says the same as the page in that language, figures and all", async ({ page }) => {
      const read = () =>
        page
          .locator("#summary p:not(.aside), .gist")
          .filter({ visible: true })
          .evaluateAll((all) =>
            all.map((each) => [
              each.textContent,
              ...[...each.querySelectorAll("a")].map(({ textContent, hash }) => textContent + hash),
            ]),
          );
      await page.goto(language === "en" ? "./" : "en/");
      const printed = await read();
      expect(printed.length).toBe(7 + 5);
      await page.goto(report);
      await change(page, edition);
      expect(await read()).toEqual(printed);
    });

    test("keeps the focus on the control, by Enter and by Space", async ({ page }) => {
      await page.goto(report);
      const summary = summaryOf(page, edition);
      const control = summary.getByRole("button", { name: own.control });
      await control.focus();
      await page.keyboard.press("Enter");
      await expect(summary.getByRole("button", { name: own.back })).toBeFocused();
      await page.keyboard.press("Space");
      await expect(control).toBeFocused();
      await expect(summary.getByText(own.own)).toBeVisible();
    });

    test("is announced once a press, in the page's language", async ({ page }) => {
      await page.goto(report);
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        const region = document.getElementById("announcements");
        new MutationObserver(() => heard.push(region?.textContent ?? "")).observe(
          region ?? document.body,
          { childList: true, characterData: true, subtree: true },
        );
      });
      await change(page, edition);
      await summaryOf(page, edition).getByRole("button", { name: own.back }).click();
      await expect(page.locator("#announcements")).toHaveText(own.now[1]);
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(
        own.now,
      );
    });

    test("leads by each figure to the publisher's own sentence", async ({ page }) => {
      await page.goto(report);
      await change(page, edition);
      const figure = page
        .locator("#summary p")
        .filter({ visible: true })
        .getByRole("link", { name: "315" });
      await expect(figure).toHaveAttribute("href", own.figure);
      await figure.click();
      await expect(page.locator("#p3-m2-s2")).toBeInViewport();
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    });

    test("is remembered during the visit, and forgotten when it is changed back", async ({
      page,
    }) => {
      await page.goto(report);
      const summary = summaryOf(page, edition);
      await change(page, edition);
      await page.reload();
      await expect(summary.getByText(other.own)).toBeVisible();
      // Nobody asked this time: nothing is said.
      await expect(page.locator("#announcements")).toHaveText("");
      await summary.getByRole("button", { name: own.back }).click();
      await expect(summary.getByText(own.own)).toBeVisible();
      await page.reload();
      await expect(page.locator("html")).toHaveAttribute("data-script", "on");
      await expect(summary.getByText(own.own)).toBeVisible();
      await expect(summary.getByText(other.own)).toHaveCount(0);
    });

    test("leaves what is being read where it is, when it comes back with the page", async ({
      page,
    }) => {
      await page.goto(report);
      await change(page, edition);
      await page.locator("#outlook-h").evaluate((place) => place.scrollIntoView());
      const top = () =>
        page.locator("#outlook-h").evaluate((place) => place.getBoundingClientRect().top);
      const before = await top();
      await page.evaluate(() => dispatchEvent(new Event("pagehide")));
      await page.reload();
      await expect(page.locator("#summary [data-retold]").first()).toBeAttached();
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
    });

    test("does not move what is pressed, nor anything above it", async ({ page }) => {
      await page.goto(report);
      const summary = summaryOf(page, edition);
      const heading = summary.getByRole("heading");
      const control = summary.getByRole("button");
      await control.evaluate((place) => place.scrollIntoView({ block: "center" }));
      const tops = async () =>
        Promise.all([heading, control].map(async (each) => (await each.boundingBox())?.y));
      const [before, left] = [await tops(), (await control.boundingBox())?.x];
      await change(page, edition);
      expect((await control.boundingBox())?.x).toBe(left);
      for (const [at, top] of (await tops()).entries())
        expect(Math.abs((top ?? 0) - (before[at] ?? 0))).toBeLessThan(2);
    });

    test("is read aloud in that language by a voice of it, and the text in its own", async ({
      page,
    }) => {
      await fakeSpeech(page, "good", 2);
      await page.goto(report);
      await change(page, edition);
      const panel = await openPlayer(page, edition);
      await panel.getByRole("button", { name: names.play, exact: true }).click();
      const said = page.locator(`#summary-s1-${otherLanguage(edition)}.said`);
      await expect(said).toHaveCount(1);
      const all = await whatWasSaid(page);
      expect(all[0]?.voice).toBe(own.voice);
      const first = all.find(({ text }) => text.slice(0, 8) === other.first.slice(0, 8));
      expect(first?.voice).toBe(other.voice);
      // What is spoken changes its language as well, and goes on from there.
      await summaryOf(page, edition).getByRole("button", { name: own.back }).click();
      await expect(page.locator("#summary p:not([data-retold]) .said")).toHaveCount(1);
      await expect.poll(async () => (await whatWasSaid(page)).at(-1)?.voice).toBe(own.voice);
      expect((await whatWasSaid(page)).at(-1)?.text).toMatch(
        language === "en" ? /^[\x20-\x7e’“”]+$/ : /^\p{Script=Han}/u,
      );
    });

    test("is told to be missing where the device has no voice for it, and listening goes on after it", async ({
      page,
    }) => {
      await page.addInitScript((kept) => {
        Object.assign(window, { kept });
      }, own.voice);
      await fakeSpeech(page, "good", 10);
      await page.addInitScript(() => {
        const { kept } = window as unknown as { kept: string };
        const voices = speechSynthesis.getVoices().filter(({ name }) => name === kept);
        speechSynthesis.getVoices = () => voices;
      });
      await page.goto(report);
      await change(page, edition);
      const panel = await openPlayer(page, edition);
      await panel.getByRole("button", { name: names.play, exact: true }).click();
      await expect(panel.getByText(own.missing)).toBeVisible();
      await panel.getByRole("button", { name: names.nextSection, exact: true }).click();
      await expect(panel.getByText(own.missing)).toBeHidden();
      await panel.getByRole("button", { name: /^(播放|继续|Play|Resume)$/ }).click();
      await expect(page.locator("main .said")).toHaveCount(1);
      await expect(page.locator("#summary .said")).toHaveCount(0);
      for (const { voice } of await whatWasSaid(page)) expect(voice).toBe(own.voice);
    });

    test("is searched as it stands, and a link to a sentence that it hides shows that again", async ({
      page,
    }) => {
      await page.goto(report);
      const panel = await openSearch(page, edition);
      await panel.getByRole("searchbox").fill(own.own);
      const here = panel.getByRole("link", { name: own.own }).first();
      await expect(here).toHaveAttribute("href", "#summary-s1");
      await page.keyboard.press("Escape");
      await change(page, edition);
      await openSearch(page, edition);
      await panel.getByRole("searchbox").fill(other.own);
      await expect(panel.getByRole("link", { name: other.own }).first()).toHaveAttribute(
        "href",
        `#summary-s1-${otherLanguage(edition)}`,
      );
      await page.keyboard.press("Enter");
      await expect(page.locator(`#summary-s1-${otherLanguage(edition)}`)).toBeInViewport();
      await page.evaluate(() => location.assign("#summary-s1"));
      await expect(page.locator("#summary-s1")).toBeInViewport();
      await expect(summaryOf(page, edition).getByText(other.own)).toHaveCount(0);
      await expect(
        summaryOf(page, edition).getByRole("button", { name: own.control }),
      ).toBeVisible();
    });

    test("is copied as it is read, and stands beside both languages of the text", async ({
      page,
    }) => {
      await page.goto(report);
      await change(page, edition);
      const copied = await page
        .locator("#summary p")
        .filter({ visible: true })
        .first()
        .evaluate((paragraph) => {
          getSelection()?.selectAllChildren(paragraph);
          return getSelection()?.toString();
        });
      expect(copied).toContain(other.own);
      await page.getByRole("switch", { name: names.parallel }).click();
      await expect(page.locator("#intro-s1 + .other")).toHaveAttribute(
        "lang",
        otherLanguage(edition),
      );
      await expect(page.locator("#summary .other")).toHaveCount(0);
      await expect(summaryOf(page, edition).getByText(other.own)).toBeVisible();
    });

    test("is accessible in both states, 44 pixels and more to press, 60 in easy mode", async ({
      page,
      browser,
      reader,
    }) => {
      const context = await browser.newContext({
        ...{ baseURL: reader.url, bypassCSP: true, serviceWorkers: "block" },
        viewport: { width: 360, height: 740 },
      });
      const own = await context.newPage();
      await own.goto(report);
      expect(await violations(own)).toEqual([]);
      await change(own, edition);
      expect(await violations(own)).toEqual([]);
      await context.close();
      await page.goto(report);
      const control = summaryOf(page, edition).getByRole("button");
      const smallest = async () => {
        const { width, height } = (await control.boundingBox()) ?? { width: 0, height: 0 };
        return Math.min(width, height);
      };
      expect(await smallest()).toBeGreaterThanOrEqual(44);
      const panel = await openTextPanel(page, edition);
      await panel.getByRole("switch", { name: names.easy }).click();
      await expect.poll(smallest).toBeGreaterThanOrEqual(60);
    });

    test("fits a small phone at the largest type", async ({ page }) => {
      await store(page, { size: 300 });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(report);
      await change(page, edition);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });

    test("changes without a network, after one visit", async ({ page, reader }) => {
      await visit(page, report);
      await reader.stop();
      await page.reload();
      await change(page, edition);
    });

    test.describe("before a worker keeps it", () => {
      test.use({ serviceWorkers: "block" });

      test("is reached by the link where it cannot be had in place", async ({ page, faults }) => {
        await page.route(/\/assets\/summary-/, (route) => route.abort());
        await page.goto(report);
        await summaryOf(page, edition).getByRole("button", { name: own.control }).click();
        await expect(page).toHaveURL(language === "en" ? /\/#summary$/ : /\/en\/#summary$/);
        await expect(page.locator("#summary").getByText(other.own)).toBeInViewport();
        expect(faults.splice(0).filter((each) => !/ERR_FAILED/.test(each))).toEqual([]);
      });
    });

    test("is reached by a link without script", async ({ browser, reader }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL: reader.url });
      const page = await context.newPage();
      await page.goto(report);
      const link = summaryOf(page, edition).getByRole("link", { name: own.control });
      await expect(link).toHaveAttribute("hreflang", otherLanguage(edition));
      await expect(link).toHaveAttribute("lang", otherLanguage(edition));
      await link.click();
      await expect(page).toHaveURL(language === "en" ? /\/#summary$/ : /\/en\/#summary$/);
      await expect(page.locator("html")).toHaveAttribute("lang", otherLanguage(edition));
      await context.close();
    });

    test("keeps a reader's mark in what is hidden, and leads back to it", async ({ page }) => {
      await page.goto(report);
      await select(page, "summary-s2", 0, 8);
      const bar = await toolbar(page, edition);
      const { bookmark } = noteNames[language];
      await written(page, () => bar.getByRole("button", { name: bookmark, exact: true }).click());
      await expect(page.locator("#summary-s2[data-bookmark]")).toHaveCount(1);
      await change(page, edition);
      await page.reload();
      await expect(summaryOf(page, edition).getByText(other.own)).toBeVisible();
      const panel = await openNotes(page, edition);
      await panel.locator('a[href="#summary-s2"]').click();
      await expect(page.locator("#summary-s2[data-bookmark]")).toBeInViewport();
    });
  });

  test.describe(`a third language of the summary ${edition.title}`, () => {
    test.use({ build: builds.twoReports });

    test("is there because its file is, under its own name, and changes in place", async ({
      page,
    }) => {
      await page.goto(report);
      const summary = summaryOf(page, edition);
      const control = (name: string) =>
        summary.getByRole("button", { name: new RegExp(`^(摘要：|Summary in)\\s?${name}$`) });
      await control("français").click();
      await expect(summary.locator('p[lang="fr"]')).toHaveCount(5);
      await expect(summary.locator('p[lang="fr"]').nth(1)).toHaveText(
        /^Il a traité environ 12\s000 démarches dans l’année\.$/,
      );
      await expect(page.locator('#p2 .gist[lang="fr"]')).toContainText("à plein temps");
      // The languages that are not shown, and no others.
      await expect(summary.getByRole("button")).toHaveCount(2);
      await expect(control(own.name)).toBeVisible();
      await control(own.name).click();
      await expect(summary.locator(`p[lang="${otherLanguage(edition)}"]`)).toHaveCount(5);
      await expect(control("français")).toBeVisible();
      await summary.getByRole("button", { name: own.back }).click();
      await expect(summary.locator("p[lang]")).toHaveCount(0);
    });
  });
}

test("the header's link to the other language and the summary's are told apart", async ({
  page,
}) => {
  await page.goto("./");
  await expect(page.getByRole("link", { name: "English" })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "English" })).toHaveAccessibleName(
    told["zh-CN"].control,
  );
});

test("what a reader chose holds on the other page too, where it is another language", async ({
  page,
}) => {
  await page.goto("en/");
  await page.getByRole("button", { name: told.en.control }).click();
  await expect(page.locator("#summary").getByText("怎样推动政府依法办事")).toBeVisible();
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("#summary").getByText("怎样推动政府依法办事")).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("#summary").getByText("怎样推动政府依法办事")).toBeVisible();
});
