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

/**
 * What the summary is in each language: how the control to the other one is named, and words that
 * stand in each.
 */
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

const [chinese, english] = editions as [Edition, Edition];

test("the summary’s language changes in place at a press, without a word moving that is above it, and back at another", async ({
  page,
}) => {
  const { report } = chinese;
  const own = told["zh-CN"];
  await page.goto(report);
  const address = page.url();
  const summary = summaryOf(page, chinese);
  const gist = page.locator("#p1 .gist").filter({ visible: true });
  const heading = summary.getByRole("heading");
  const control = summary.getByRole("button");
  await control.evaluate((place) => place.scrollIntoView({ block: "center" }));
  const places = async () =>
    Promise.all([heading, control].map(async (each) => await each.boundingBox()));
  const before = await places();
  await summary.getByRole("button", { name: own.control }).focus();
  await page.keyboard.press("Enter");
  await expect(summary.getByText(told.en.own)).toBeVisible();
  await expect(summary.getByText(own.own)).toBeHidden();
  const back = summary.getByRole("button", { name: own.back });
  await expect(back).toBeFocused();
  await expect(page.locator("#announcements")).toHaveText(own.now[0]);
  await expect(gist).toHaveCount(1);
  await expect(gist).toContainText(told.en.gist);
  const after = await places();
  expect(after[1]?.x).toBe(before[1]?.x);
  for (const [at, place] of after.entries())
    expect(Math.abs((place?.y ?? 0) - (before[at]?.y ?? 0))).toBeLessThan(2);
  expect(page.url()).toBe(address);
  await page.keyboard.press("Space");
  await expect(summary.getByText(own.own)).toBeVisible();
  await expect(summary.getByText(told.en.own)).toHaveCount(0);
  await expect(summary.getByRole("button", { name: own.control })).toBeFocused();
  await expect(page.locator("#announcements")).toHaveText(own.now[1]);
  await expect(gist).toContainText(own.gist);
});

test("the summary in another language leads by each figure to the publisher's own sentence", async ({
  page,
}) => {
  const edition = english;
  const { report } = edition;
  const own = told[edition.language];
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

test("the summary’s language is remembered during the visit, and leaves what is being read where it is", async ({
  page,
}) => {
  await page.goto(english.report);
  await change(page, english);
  await page.locator("#outlook-h").evaluate((place) => place.scrollIntoView());
  const top = () =>
    page.locator("#outlook-h").evaluate((place) => place.getBoundingClientRect().top);
  const before = await top();
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  await page.reload();
  await expect(page.locator("#summary [data-retold]").first()).toBeAttached();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
});

test("the summary in another language is read aloud in that language by a voice of it, and the text in its own", async ({
  page,
}) => {
  const edition = chinese;
  const { names, report } = edition;
  const own = told[edition.language];
  const other = otherOf(edition);
  await fakeSpeech(page, "good", 4);
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
  expect((await whatWasSaid(page)).at(-1)?.text).toMatch(/^\p{Script=Han}/u);
});

test("the summary in another language is told to be missing where the device has no voice for it, and listening goes on after it", async ({
  page,
}) => {
  const edition = english;
  const { names, report } = edition;
  const own = told[edition.language];
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
  await panel.getByRole("button", { name: /^(Play|Resume)$/ }).click();
  await expect(page.locator("main .said")).toHaveCount(1);
  await expect(page.locator("#summary .said")).toHaveCount(0);
  for (const { voice } of await whatWasSaid(page)) expect(voice).toBe(own.voice);
});

test("the summary in another language is searched as it stands, and a link to a sentence that it hides shows that again", async ({
  page,
}) => {
  const edition = chinese;
  const { report } = edition;
  const own = told[edition.language];
  const other = otherOf(edition);
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
  await expect(summaryOf(page, edition).getByRole("button", { name: own.control })).toBeVisible();
});

test("the summary in another language is copied as it is read, and stands beside both languages of the text", async ({
  page,
}) => {
  const edition = english;
  const { names, report } = edition;
  const other = otherOf(edition);
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
  await expect(page.locator("#intro-s1 + .other")).toHaveAttribute("lang", otherLanguage(edition));
  await expect(page.locator("#summary .other")).toHaveCount(0);
  await expect(summaryOf(page, edition).getByText(other.own)).toBeVisible();
});

test("the summary in another language is accessible in both states, 44 pixels and more to press, 60 in easy mode", async ({
  page,
  browser,
  reader,
}) => {
  const edition = chinese;
  const { names, report } = edition;
  const context = await browser.newContext({
    ...{ baseURL: reader.url, bypassCSP: true, serviceWorkers: "block" },
    viewport: { width: 360, height: 740 },
  });
  const unguarded = await context.newPage();
  await unguarded.goto(report);
  expect(await violations(unguarded)).toEqual([]);
  await change(unguarded, edition);
  expect(await violations(unguarded)).toEqual([]);
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

test("the summary in another language fits a small phone at the largest type", async ({ page }) => {
  const edition = english;
  const { report } = edition;
  await store(page, { size: 300 });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(report);
  await change(page, edition);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("the summary in another language is there without a network, after one visit", async ({
  page,
  reader,
}) => {
  const edition = chinese;
  const { report } = edition;
  await visit(page, report);
  await reader.stop();
  await page.reload();
  await change(page, edition);
});

test.describe("before a worker keeps it", () => {
  test.use({ serviceWorkers: "block" });

  test("the summary in another language is reached by the link where it cannot be had in place", async ({
    page,
    faults,
  }) => {
    const edition = english;
    const own = told.en;
    const other = otherOf(edition);
    await page.route(/\/assets\/summary-/, (route) => route.abort());
    await page.goto(edition.report);
    await summaryOf(page, edition).getByRole("button", { name: own.control }).click();
    await expect(page).toHaveURL(/\/#summary$/);
    await expect(page.locator("#summary").getByText(other.own)).toBeInViewport();
    expect(faults.splice(0).filter((each) => !/ERR_FAILED/.test(each))).toEqual([]);
  });
});

test("the summary in another language is reached by a link without script", async ({
  browser,
  reader,
}) => {
  const edition = chinese;
  const { report } = edition;
  const own = told[edition.language];
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: reader.url });
  const page = await context.newPage();
  await page.goto(report);
  const link = summaryOf(page, edition).getByRole("link", { name: own.control });
  await expect(link).toHaveAttribute("hreflang", otherLanguage(edition));
  await expect(link).toHaveAttribute("lang", otherLanguage(edition));
  await link.click();
  await expect(page).toHaveURL(/\/en\/#summary$/);
  await expect(page.locator("html")).toHaveAttribute("lang", otherLanguage(edition));
  await context.close();
});

test("the summary in another language keeps a reader's mark in what is hidden, and leads back to it", async ({
  page,
}) => {
  const edition = chinese;
  const { report, language } = edition;
  const other = otherOf(edition);
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

test.describe("a third language of the summary", () => {
  test.use({ build: builds.twoReports });

  test("is there because its file is, under its own name, and changes in place", async ({
    page,
  }) => {
    const edition = english;
    const own = told.en;
    await page.goto(edition.report);
    const summary = summaryOf(page, edition);
    const control = (name: string) =>
      summary.getByRole("button", { name: new RegExp(`^Summary in\\s?${name}$`) });
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
