import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { openPlayer } from "../support/panels.ts";
import { visit } from "../support/visit.ts";

const button = (name: string) => ({ name, exact: true });
const isAudio = (path: string | undefined) => Boolean(path?.endsWith(".mp3"));

/** Opens the player of a device that cannot speak, and presses Play. */
async function playRecording(page: Page, edition: Edition) {
  const panel = await openPlayer(page, edition);
  await panel.getByRole("button", button(edition.names.play)).click();
  return panel;
}

for (const edition of editions) {
  const { names, report } = edition;

  test.describe(`the recording ${edition.title}`, () => {
    test.describe("from the network", () => {
      test.use({ serviceWorkers: "block" });

      test("speaks where the device has no voice, and marks what it says", async ({ page }) => {
        await fakeSpeech(page, "none");
        await page.goto(report);
        const panel = await playRecording(page, edition);
        await expect(panel.getByText(names.recording).first()).toBeVisible();
        await expect(page.locator("h1.said, h1 .said")).toHaveCount(1);
        // The sound runs on by itself into the next sentence.
        await expect(page.locator("#summary-h.said, #summary-s1.said")).toHaveCount(1, {
          timeout: 25_000,
        });
      });

      test("shows its position on the lock screen, from where the reader can go elsewhere", async ({
        page,
      }) => {
        await fakeSpeech(page, "none");
        await page.addInitScript(() => {
          const { mediaSession } = navigator;
          const { setActionHandler, setPositionState } = mediaSession;
          const lockScreen: { position?: MediaPositionState; seekTo?: (seekTime: number) => void } =
            {};
          Object.assign(window, { lockScreen });
          mediaSession.setActionHandler = (action, handler) => {
            if (action === "seekto")
              lockScreen.seekTo = (seekTime) => handler?.({ action, seekTime });
            setActionHandler.call(mediaSession, action, handler);
          };
          mediaSession.setPositionState = (position) => {
            if (position) lockScreen.position = position;
            setPositionState.call(mediaSession, position);
          };
        });
        await page.goto(report);
        await playRecording(page, edition);
        const position = () =>
          page.evaluate(
            () =>
              (window as unknown as { lockScreen: { position?: MediaPositionState } }).lockScreen
                .position,
          );
        await expect.poll(position).toMatchObject({ playbackRate: 1 });
        expect((await position())?.position).toBeLessThan(1);
        expect((await position())?.duration).toBeGreaterThan(240);
        await page.evaluate(() =>
          (
            window as unknown as { lockScreen: { seekTo(seekTime: number): void } }
          ).lockScreen.seekTo(12),
        );
        await expect(page.locator("#summary-s1.said")).toHaveCount(1);
        await expect.poll(async () => (await position())?.position).toBeGreaterThan(3);
      });

      test("stands behind the device's voices, and can be chosen", async ({ page }) => {
        await fakeSpeech(page);
        await page.goto(report);
        const panel = await openPlayer(page, edition);
        const voice = panel.getByRole("combobox", { name: names.voice });
        await expect(voice.getByRole("option")).toHaveText([
          /./,
          ...names.voices.slice(0, -1),
          names.overNetwork,
          names.recording,
        ]);
        await voice.selectOption(names.recording);
        await panel.getByRole("button", button(names.play)).click();
        await expect(page.locator("h1.said, h1 .said")).toHaveCount(1);
        expect(await page.evaluate(() => (window as unknown as { said: unknown[] }).said)).toEqual(
          [],
        );
      });

      test("is not used, and that is said, when its text is another", async ({ page, reader }) => {
        await fakeSpeech(page);
        reader.intercept((request, response) => {
          if (!request.url?.endsWith(".vtt")) return false;
          response.writeHead(200, { "Content-Type": "text/vtt" });
          response.end("WEBVTT\n\nnobody\n00:00.000 --> 00:01.000\n从前的报告。\n");
          return true;
        });
        await page.goto(report);
        const panel = await openPlayer(page, edition);
        await expect(panel.getByText(names.unfit)).toBeVisible();
        await expect(panel.getByRole("button", button(names.download))).toHaveCount(0);
        await expect(
          panel.getByRole("combobox", { name: names.voice }).getByRole("option"),
        ).toHaveText([/./, ...names.voices.slice(0, -1), names.overNetwork]);
      });

      test("is given up for the device's voice when the sound is cut off", async ({
        page,
        reader,
      }) => {
        await fakeSpeech(page);
        reader.intercept((request, response) => {
          if (!isAudio(request.url)) return false;
          // A silent second of MPEG-2 layer III frames, 32 kbit/s at 22,050 Hz: 104 bytes each.
          const frame = Buffer.concat([Buffer.from([0xff, 0xf3, 0x40, 0xc0]), Buffer.alloc(100)]);
          const body = Buffer.concat(Array.from({ length: 40 }, () => frame));
          response.writeHead(200, { "Content-Type": "audio/mpeg", "Content-Length": body.length });
          response.end(body);
          return true;
        });
        await page.goto(report);
        const panel = await openPlayer(page, edition);
        await panel.getByRole("combobox", { name: names.voice }).selectOption(names.recording);
        await panel.getByRole("button", button(names.play)).click();
        await expect(panel.getByText(names.unfit)).toBeVisible();
        await expect(page.locator(".said")).toHaveCount(1);
        await expect
          .poll(() => page.evaluate(() => (window as unknown as { said: unknown[] }).said.length))
          .toBeGreaterThan(0);
      });
    });

    test("is kept on request, and then plays with the server stopped, seeking included", async ({
      page,
      reader,
    }) => {
      await fakeSpeech(page, "none");
      await visit(page, report);
      let panel = await openPlayer(page, edition);
      await panel.getByRole("button", button(names.download)).click();
      await expect(panel.getByText(names.isKept)).toBeVisible();
      await reader.stop();
      await page.reload();
      panel = await openPlayer(page, edition);
      await expect(panel.getByText(names.isKept)).toBeVisible();
      await panel.getByRole("button", button(names.play)).click();
      await expect(page.locator("h1.said, h1 .said")).toHaveCount(1);
      for (const _ of [1, 2, 3, 4])
        await panel.getByRole("button", button(names.nextSection)).click();
      await expect(
        page.locator("#p1 .said, #intro .said, #p2 .said, #p3 .said").first(),
      ).toBeAttached();
      await panel.getByRole("button", button(names.remove)).click();
      await expect(panel.getByRole("button", button(names.download))).toBeVisible();
      expect(
        await page.evaluate(
          async () => (await (await caches.open("zhanjuan-narration")).keys()).length,
        ),
      ).toBe(0);
    });

    test("goes on downloading where the network was lost, and keeps nothing half", async ({
      page,
      reader,
    }) => {
      await fakeSpeech(page);
      await visit(page, report);
      const ranges: (string | undefined)[] = [];
      let isCut = true;
      let cut = () => {};
      reader.intercept((request, response) => {
        if (!isAudio(request.url)) return false;
        ranges.push(request.headers.range);
        if (!isCut) return false;
        isCut = false;
        response.writeHead(200, { "Content-Type": "audio/mpeg", "Content-Length": 1_000_000 });
        response.write(Buffer.alloc(100_000));
        cut = () => response.destroy();
        return true;
      });
      const panel = await openPlayer(page, edition);
      await panel.getByRole("button", button(names.download)).click();
      await expect(panel.getByRole("progressbar")).toHaveJSProperty("value", 100_000);
      cut();
      await expect(panel.getByText(names.cutOff)).toBeVisible();
      await panel.getByRole("button", button(names.download)).click();
      await expect(panel.getByText(names.isKept)).toBeVisible();
      expect(ranges).toEqual([undefined, "bytes=100000-"]);
    });
  });
}

test.describe("a download that goes wrong", () => {
  const [edition] = editions;
  if (!edition) throw new Error("there is no edition");
  const { names } = edition;
  const kept = (page: Page) =>
    page.evaluate(async () => (await (await caches.open("zhanjuan-narration")).keys()).length);

  test("is told, and nothing kept, when a shorter file came", async ({ page, reader }) => {
    await fakeSpeech(page);
    await visit(page);
    reader.intercept((request, response) => {
      if (!isAudio(request.url)) return false;
      response.writeHead(200, { "Content-Type": "audio/mpeg" });
      response.end(Buffer.alloc(50_000));
      return true;
    });
    const panel = await openPlayer(page, edition);
    await panel.getByRole("button", button(names.download)).click();
    await expect(panel.getByText(names.incomplete)).toBeVisible();
    expect(await kept(page)).toBe(0);
  });

  test("is told, and nothing kept, when the disk is full", async ({ page }) => {
    await fakeSpeech(page);
    await page.addInitScript(() => {
      Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    });
    await visit(page);
    const panel = await openPlayer(page, edition);
    await panel.getByRole("button", button(names.download)).click();
    await expect(panel.getByText(names.full)).toBeVisible();
    expect(await kept(page)).toBe(0);
  });

  test("stops when the reader says so", async ({ page, reader }) => {
    await fakeSpeech(page);
    await visit(page);
    reader.intercept((request, response) => {
      if (!isAudio(request.url)) return false;
      response.writeHead(200, { "Content-Type": "audio/mpeg" });
      response.write(Buffer.alloc(10_000));
      return true;
    });
    const panel = await openPlayer(page, edition);
    await panel.getByRole("button", button(names.download)).click();
    await expect(panel.getByRole("progressbar")).toBeVisible();
    await panel.getByRole("button", button(names.stopDownload)).click();
    await expect(panel.getByRole("button", button(names.download))).toBeVisible();
  });
});
