import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech, whatWasSaid } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { openPlayer } from "../support/panels.ts";
import { visit } from "../support/visit.ts";

test.use({ serviceWorkers: "block" });

const [chinese, english] = editions as [Edition, Edition];
const button = (name: string) => ({ name, exact: true });

test("listening reads from the sentence that is pressed, and keeps it clear of the player", async ({
  page,
}) => {
  await fakeSpeech(page);
  await page.goto(chinese.report);
  const panel = await openPlayer(page, chinese);
  const sentence = page.locator("#summary-s3");
  await sentence.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollBy(0, 300));
  await sentence.click({ position: { x: 20, y: 10 } });
  await expect(sentence).toHaveClass(/said/);
  await expect
    .poll(async () => {
      const [text, player] = await Promise.all([sentence.boundingBox(), panel.boundingBox()]);
      return text && player && text.y >= 0 && text.y + 20 < player.y;
    })
    .toBe(true);
});

test("the player speaks at the chosen speed with the chosen voice, remembers both, and closes with the focus back on the bar", async ({
  page,
}) => {
  const { names } = chinese;
  await fakeSpeech(page);
  await page.goto(chinese.report);
  let panel = await openPlayer(page, chinese);
  await panel.getByRole("slider", { name: names.rate }).press("End");
  const last = names.voices.at(-1) ?? "";
  await panel.getByRole("combobox", { name: names.voice }).selectOption(last);
  await panel.getByRole("button", button(names.play)).click();
  await expect
    .poll(async () => (await whatWasSaid(page)).at(-1))
    .toMatchObject({ rate: 3, voice: last });
  await page.reload();
  panel = await openPlayer(page, chinese);
  await expect(panel.getByRole("slider", { name: names.rate })).toHaveValue("3");
  await expect(panel.getByRole("combobox", { name: names.voice })).toHaveValue(last);
  const opener = page.getByRole("button", button(names.listen));
  await panel.getByRole("button", button(names.play)).press("Escape");
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
  panel = await openPlayer(page, chinese);
  await panel.getByRole("button", { name: names.close }).click();
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
});

test("listening opens a closed pillar when it reaches it, and brings the sentence into view", async ({
  page,
}) => {
  const { names } = english;
  await fakeSpeech(page);
  await page.goto(english.report);
  const panel = await openPlayer(page, english);
  await expect(page.locator("#p1-full")).not.toHaveAttribute("open");
  await panel.getByRole("button", button(names.play)).click();
  for (const _ of [1, 2, 3, 4]) await panel.getByRole("button", button(names.nextSection)).click();
  for (const _ of [1, 2]) await panel.getByRole("button", button(names.nextSentence)).click();
  await expect(page.locator("#p1-full")).toHaveAttribute("open");
  await expect(page.locator("#p1-full .said")).toBeInViewport();
});

test("a reader who scrolls away while listening is left where they are", async ({ page }) => {
  await fakeSpeech(page, "good", 4);
  await page.goto(chinese.report);
  const panel = await openPlayer(page, chinese);
  await panel.getByRole("button", button(chinese.names.play)).click();
  await expect(page.locator(".said")).toHaveCount(1);
  await page.mouse.move(180, 100);
  await page.mouse.wheel(0, 2500);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(2000);
  const place = await page.evaluate(() => window.scrollY);
  const id = await page.locator(".said").getAttribute("id");
  await expect.poll(() => page.locator(".said").getAttribute("id")).not.toBe(id);
  expect(await page.evaluate(() => window.scrollY)).toBe(place);
});

test.describe("after one visit", () => {
  test.use({ serviceWorkers: "allow" });

  test("the player opens and speaks with the server stopped", async ({ page, reader }) => {
    await fakeSpeech(page);
    await visit(page, english.report);
    await reader.stop();
    await page.reload();
    const panel = await openPlayer(page, english);
    await panel.getByRole("button", button(english.names.play)).click();
    await expect(page.locator(".said")).toHaveCount(1);
  });
});
