import type { Locator, Page } from "@playwright/test";
import { longestClause, longestRun } from "../../src/core/speech/script.ts";
import { editions } from "../support/editions.ts";
import { fakeSpeech, whatWasSaid } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { openPlayer } from "../support/panels.ts";
import type { TestServer } from "../support/server.ts";
import { visit } from "../support/visit.ts";

test.use({ serviceWorkers: "block" });

/** Lets the page write down the ids of the sentences that it says are spoken, by its public event. */
async function watchSpeech(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener("zhanjuan:speech", (event) => {
      const { state, sentence } = (event as CustomEvent).detail;
      if (state === "speaking" && heard.at(-1) !== sentence) heard.push(sentence);
    });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/**
 * Halts time on a page whose clock is installed at 0. Returns what presses a button of the player and lets a tenth of a
 * second pass: a heading is said in less time than a slow machine takes to look.
 */
async function haltTime(page: Page, panel: Locator): Promise<(name: string) => Promise<void>> {
  await page.clock.pauseAt(60_000);
  return async (name) => {
    await panel.getByRole("button", { name, exact: true }).click();
    await page.clock.runFor(100);
  };
}

/** Serves a recording of another text, which is none for the page. */
function withoutRecording(reader: TestServer): void {
  reader.intercept((request, response) => {
    if (!request.url?.endsWith(".vtt")) return false;
    response.writeHead(200, { "Content-Type": "text/vtt" });
    response.end("WEBVTT\n");
    return true;
  });
}

for (const edition of editions) {
  const { names, report, language } = edition;
  const button = (name: string) => ({ name, exact: true });

  test.describe(`listening ${edition.title}`, () => {
    test("speaks every sentence of its language once, in order, in the right language and voice", async ({
      page,
    }) => {
      await page.clock.install();
      await fakeSpeech(page);
      const heard = await watchSpeech(page);
      await page.goto(report);
      const panel = await openPlayer(page, edition);
      await panel.getByRole("button", button(names.play)).click();
      await page.clock.runFor("02:00:00");
      await expect(page.getByRole("status").filter({ hasText: names.ended })).toHaveCount(1);
      const shown = await page.evaluate(
        (lang) =>
          [...document.querySelectorAll("main .s, main [data-say]")]
            .filter((element) => element.closest("[lang]")?.getAttribute("lang") === lang)
            .map(({ id }) => id),
        language,
      );
      expect(await heard()).toEqual(shown);
      expect(shown.length).toBeGreaterThan(language === "en" ? 10 : 60);
      const said = await whatWasSaid(page);
      expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set([names.voices[0]]));
      expect(new Set(said.map(({ lang }) => lang.slice(0, 2)))).toEqual(
        new Set([language.slice(0, 2)]),
      );
      const lengths = said.map(({ text }) => text.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(longestRun[language]);
      expect(Math.max(...lengths)).toBeGreaterThan(longestClause[language]);
    });

    test("pauses, goes on with the same sentence, skips, and stops", async ({ page }) => {
      await page.clock.install({ time: 0 });
      await fakeSpeech(page);
      await page.goto(report);
      const panel = await openPlayer(page, edition);
      const press = await haltTime(page, panel);
      await press(names.play);
      await expect(page.locator(".said")).toHaveCount(1);
      await press(names.pause);
      await expect(page.getByRole("status").filter({ hasText: names.paused })).toHaveCount(1);
      const before = await whatWasSaid(page);
      await press(names.resume);
      const after = await whatWasSaid(page);
      expect(after).toHaveLength(before.length + 1);
      expect(after.at(-1)?.text).toBe(before.at(-1)?.text);
      await press(names.nextSentence);
      await expect(page.locator("#summary-h.said")).toHaveCount(1);
      await press(names.previousSentence);
      await expect(page.locator("#summary-h.said")).toHaveCount(0);
      await press(names.nextSection);
      await expect(page.locator("#summary-h.said")).toHaveCount(1);
      const stopped = page.getByRole("status").filter({ hasText: names.stopped });
      await expect(stopped).toHaveCount(0);
      await press(names.stop);
      await expect(stopped).toHaveCount(1);
      await expect(page.locator(".said")).toHaveCount(0);
      await expect(panel.getByRole("button", button(names.play))).toBeVisible();
    });

    test("reads from the sentence that is pressed, and keeps it clear of the player", async ({
      page,
    }) => {
      await fakeSpeech(page);
      await page.goto(report);
      const panel = await openPlayer(page, edition);
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

    test("speaks at the chosen speed with the chosen voice, and remembers both", async ({
      page,
    }) => {
      await fakeSpeech(page);
      await page.goto(report);
      let panel = await openPlayer(page, edition);
      await panel.getByRole("slider", { name: names.rate }).press("End");
      const last = names.voices.at(-1) ?? "";
      const voice = panel.getByRole("combobox", { name: names.voice });
      await expect(voice.getByRole("option")).toHaveText([
        /./,
        ...names.voices.slice(0, -1),
        names.overNetwork,
        names.recording,
      ]);
      await voice.selectOption(last);
      await panel.getByRole("button", button(names.play)).click();
      await expect
        .poll(async () => (await whatWasSaid(page)).at(-1))
        .toMatchObject({ rate: 3, voice: last });
      await page.reload();
      panel = await openPlayer(page, edition);
      await expect(panel.getByRole("slider", { name: names.rate })).toHaveValue("3");
      await expect(panel.getByRole("combobox", { name: names.voice })).toHaveValue(last);
    });

    test("gives what is shown large, or spoken over the network, in parts that fit", async ({
      page,
    }) => {
      await page.clock.install();
      await fakeSpeech(page);
      await page.goto(report);
      const panel = await openPlayer(page, edition);
      const last = names.voices.at(-1) ?? "";
      if (last === names.voices[0])
        await panel.getByRole("switch", { name: names.caption }).check();
      else await panel.getByRole("combobox", { name: names.voice }).selectOption(last);
      await panel.getByRole("button", button(names.play)).click();
      await page.clock.runFor("02:00:00");
      await expect(page.getByRole("status").filter({ hasText: names.ended })).toHaveCount(1);
      const said = await whatWasSaid(page);
      expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set([last]));
      const lengths = said.map(({ text }) => text.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(longestClause[language]);
    });

    test("goes on, another day, with the sentence at which it stopped", async ({ page }) => {
      await page.clock.install({ time: 0 });
      await fakeSpeech(page);
      await page.goto(report);
      let panel = await openPlayer(page, edition);
      const press = await haltTime(page, panel);
      await press(names.play);
      await press(names.nextSection);
      await press(names.nextSentence);
      await expect(page.locator("#summary-s1.said")).toHaveCount(1);
      await page.clock.resume();
      await page.reload();
      panel = await openPlayer(page, edition);
      await panel.getByRole("button", button(names.play)).click();
      await expect(page.locator("#summary-s1.said")).toHaveCount(1);
    });

    test("stops where the section ends, when asked to", async ({ page }) => {
      await fakeSpeech(page, "good", 50);
      await page.goto(report);
      const panel = await openPlayer(page, edition);
      await panel.getByRole("combobox", { name: names.sleep }).selectOption(names.endOfSection);
      await panel.getByRole("button", button(names.play)).click();
      await expect(page.getByRole("status").filter({ hasText: names.paused })).toHaveCount(1);
      await expect(panel.getByRole("button", button(names.resume))).toBeVisible();
    });

    test("shows the sentence large, and leaves mark and scrolling away, when asked to", async ({
      page,
    }) => {
      await page.clock.install({ time: 0 });
      await fakeSpeech(page);
      await page.goto(report);
      const panel = await openPlayer(page, edition);
      await panel.getByRole("switch", { name: names.caption }).check();
      await panel.getByRole("switch", { name: names.mark }).uncheck();
      await panel.getByRole("switch", { name: names.follow }).uncheck();
      const press = await haltTime(page, panel);
      await press(names.play);
      await press(names.nextSection);
      await expect(panel.locator(".caption")).toHaveText(names.summary);
      await expect(page.locator(".said")).toHaveCount(0);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });

    test("says clearly that there is no voice, and the text reads on", async ({ page, reader }) => {
      await page.clock.install();
      withoutRecording(reader);
      await fakeSpeech(page, "voiceless");
      await page.goto(report);
      const panel = await openPlayer(page, edition);
      await panel.getByRole("button", button(names.play)).click();
      await page.clock.runFor(60_000);
      await expect(panel.getByText(names.noVoice)).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: names.noVoice })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    });

    test("says clearly that this browser cannot speak", async ({ page, reader }) => {
      withoutRecording(reader);
      await fakeSpeech(page, "none");
      await page.goto(report);
      const panel = await openPlayer(page, edition);
      await panel.getByRole("button", button(names.play)).click();
      await expect(panel.getByText(names.noEngine)).toBeVisible();
    });

    test("closes by Escape and by its button, with the focus back on the bar", async ({ page }) => {
      await fakeSpeech(page);
      await page.goto(report);
      const opener = page.getByRole("button", button(names.listen));
      let panel = await openPlayer(page, edition);
      await panel.getByRole("button", button(names.play)).press("Escape");
      await expect(panel).toBeHidden();
      await expect(opener).toBeFocused();
      panel = await openPlayer(page, edition);
      await panel.getByRole("button", { name: names.close }).click();
      await expect(panel).toBeHidden();
      await expect(opener).toBeFocused();
    });
  });
}

test("listening opens a closed pillar when it reaches it", async ({ page }) => {
  const [edition] = editions;
  if (!edition) throw new Error("there is no edition");
  await fakeSpeech(page);
  await page.goto("./");
  const panel = await openPlayer(page, edition);
  await expect(page.locator("#p1-full")).not.toHaveAttribute("open");
  await panel.getByRole("button", { name: "播放" }).click();
  for (const _ of [1, 2, 3, 4])
    await panel.getByRole("button", { name: "下一节", exact: true }).click();
  await panel.getByRole("button", { name: "下一句", exact: true }).click();
  await panel.getByRole("button", { name: "下一句", exact: true }).click();
  await expect(page.locator("#p1-full")).toHaveAttribute("open");
  await expect(page.locator("#p1-full .said")).toBeInViewport();
});

test("a reader who scrolls away while listening is left where they are", async ({ page }) => {
  const [edition] = editions;
  if (!edition) throw new Error("there is no edition");
  await fakeSpeech(page, "good", 4);
  await page.goto("./");
  const panel = await openPlayer(page, edition);
  await panel.getByRole("button", { name: "播放" }).click();
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
    const [edition] = editions;
    if (!edition) throw new Error("there is no edition");
    await fakeSpeech(page);
    await visit(page);
    await reader.stop();
    await page.reload();
    const panel = await openPlayer(page, edition);
    await panel.getByRole("button", { name: "播放" }).click();
    await expect(page.locator(".said")).toHaveCount(1);
  });
});
