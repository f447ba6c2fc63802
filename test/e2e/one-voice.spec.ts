import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech, whatWasSaid } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { openPlayer } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

const [chinese, english] = editions as [Edition, Edition];
const button = (name: string) => ({ name, exact: true });

const elsewhere = {
  "zh-CN": "另一个标签页开始朗读",
  en: "another tab began reading aloud",
} as const;

/** Opens a report with its player, in a tab. */
async function open(page: Page, edition: Edition) {
  await fakeSpeech(page);
  await page.goto(edition.report);
  const panel = await openPlayer(page, edition);
  const { names } = edition;
  return {
    page,
    panel,
    play: () => panel.getByRole("button", button(names.play)).click(),
    resume: () => panel.getByRole("button", button(names.resume)).click(),
    expectSpeaking: () => expect(panel.getByRole("button", button(names.pause))).toBeVisible(),
    async expectGivenWay() {
      await expect(panel.getByRole("button", button(names.resume))).toBeVisible();
      await expect(panel).toContainText(elsewhere[edition.language]);
      await expect(page.locator("#announcements")).toContainText(elsewhere[edition.language]);
    },
  };
}

for (const way of ["a channel", "what is stored"] as const)
  test(`one tab reads aloud at a time, and the other says why it stopped, told by ${way}`, async ({
    page,
    context,
  }) => {
    if (way === "what is stored")
      await context.addInitScript(() => Object.assign(window, { BroadcastChannel: undefined }));
    const one = await open(page, chinese);
    const other = await open(await context.newPage(), english);
    await one.play();
    await one.expectSpeaking();
    await one.panel.getByRole("button", button(chinese.names.nextSection)).click();
    await other.play();
    await one.expectGivenWay();
    const before = await whatWasSaid(one.page);
    await other.expectSpeaking();
    // Back again: where it stopped, and without a struggle.
    await one.resume();
    await other.expectGivenWay();
    await one.expectSpeaking();
    await expect(one.panel).not.toContainText(elsewhere["zh-CN"]);
    expect((await whatWasSaid(one.page))[before.length]?.text).toBe(before.at(-1)?.text);
    const said = (await whatWasSaid(other.page)).length;
    await one.panel.getByRole("button", button(chinese.names.nextSection)).click();
    await one.expectSpeaking();
    await other.expectGivenWay();
    expect(await whatWasSaid(other.page)).toHaveLength(said);
  });
