import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { installFakeSpeech } from "../support/fake-speech.ts";
import { noteNames } from "../support/note-names.ts";
import { expect, test } from "../support/reader.ts";
import { addPinyin, translate } from "../support/rewriters.ts";

const [chinese] = editions as [Edition, Edition];
const { names } = chinese;
const translateAll: () => void = translate;

/** Lets a program rewrite the page as soon as it is parsed, before our scripts. */
const rewriteEarly = (page: Page, rewrite: () => void) =>
  page.addInitScript(`addEventListener("DOMContentLoaded", () => (${rewrite})(), { once: true })`);

test.beforeEach(({ page }) => page.addInitScript(installFakeSpeech, ["good", 1] as const));

for (const when of ["before our scripts", "after them"])
  test(`a page that is translated ${when} is read aloud, searched, marked and proved as it was published`, async ({
    page,
  }) => {
    if (when === "before our scripts") await rewriteEarly(page, translate);
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("data-ready", "");
    // A translator that is at work on the page goes on with what is added to it.
    await page.evaluate(translateAll);
    const opener = (id: string) => page.locator(`[popovertarget="${id}"]`);
    await opener("listen-panel").click();
    const player = page.getByRole("dialog").filter({ has: page.locator(".primary") });
    const play = player.locator(".primary");
    await expect(play).toHaveText(names.play);
    await page.evaluate(translateAll);
    await play.click();
    await expect(play).toHaveText(names.pause);
    await expect
      .poll(() =>
        page.evaluate(
          () => (window as unknown as { said: { text: string }[] }).said[0]?.text ?? "",
        ),
      )
      .toContain("武冈");
    await play.click();
    await expect(play).toHaveText(names.resume);
    await play.press("Escape");
    await opener("search-panel").click();
    await page.getByRole("searchbox").fill("湖南日报宣传");
    await expect(page.getByRole("dialog").getByText(names.found(1))).toBeVisible();
    await page.getByRole("searchbox").press("Escape");
    await page.locator("#proof button").click();
    await expect(page.locator("#proof").getByRole("status")).toContainText(names.agrees);
    await expect(page.locator(".notice")).toHaveCount(0);
  });

test("a note on a page that is translated is there after a reload, with the published words", async ({
  page,
}) => {
  const notes = noteNames["zh-CN"];
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "");
  await page.evaluate(translateAll);
  await page.locator("#intro-s1").evaluate((sentence) => {
    const node = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT).nextNode() as Text;
    getSelection()?.setBaseAndExtent(node, 1, node, 5);
  });
  await page
    .getByRole("dialog", { name: notes.mark, exact: true })
    .getByRole("button", { name: notes.yellow })
    .click();
  await page.reload();
  const sentence = page.locator("#intro-s1");
  await expect(sentence.locator("mark")).not.toHaveCount(0);
  expect((await sentence.locator("mark").allTextContents()).join("")).toBe(
    await sentence.textContent(),
  );
});

test("a place that is found on a page with pinyin is highlighted exactly", async ({ page }) => {
  await rewriteEarly(page, addPinyin);
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "");
  await page.locator('[popovertarget="search-panel"]').click();
  await page.getByRole("searchbox").fill("湖南日报宣传");
  await page.getByRole("dialog").getByRole("link").first().click();
  const found = () =>
    [...(CSS.highlights.get("found") ?? [])].map((range) => {
      const contents = (range as Range).cloneContents();
      for (const reading of contents.querySelectorAll("rt")) reading.remove();
      return contents.textContent;
    });
  await expect.poll(() => page.evaluate(found)).toEqual(["湖南日报宣传"]);
});
