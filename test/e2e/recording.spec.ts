import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { expect, test } from "../support/faults.ts";
import { openPlayer } from "../support/panels.ts";
import { visit } from "../support/visit.ts";

const [chinese, english] = editions as [Edition, Edition];
const button = (name: string) => ({ name, exact: true });
const isAudio = (path: string | undefined) => Boolean(path?.endsWith(".mp3"));

test.describe("a recording from the network", () => {
  test.use({ serviceWorkers: "block" });

  for (const edition of [chinese, english])
    test(`speaks where the device has no voice, marks what it says, and runs on by itself ${edition.title}`, async ({
      page,
    }) => {
      const { names } = edition;
      await fakeSpeech(page, "none");
      await page.goto(edition.report);
      const panel = await openPlayer(page, edition);
      // As fast as can be listened to: the title takes three seconds then.
      await panel.getByRole("slider", { name: names.rate }).press("End");
      await panel.getByRole("button", button(names.play)).click();
      await expect(panel.getByText(names.recording).first()).toBeVisible();
      await expect(page.locator("h1.said, h1 .said")).toHaveCount(1);
      await expect(page.locator("#summary-h.said, #summary-s1.said")).toHaveCount(1);
    });

  test("is given up for the device's voice when the sound is cut off", async ({ page, reader }) => {
    const { names } = english;
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
    await page.goto(english.report);
    const panel = await openPlayer(page, english);
    await panel.getByRole("combobox", { name: names.voice }).selectOption(names.recording);
    await panel.getByRole("button", button(names.play)).click();
    await expect(panel.getByText(names.unfit)).toBeVisible();
    await expect(page.locator(".said")).toHaveCount(1);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { said: unknown[] }).said.length))
      .toBeGreaterThan(0);
  });
});

test("a recording is kept on request, and then plays with the server stopped, seeking included", async ({
  page,
  reader,
}) => {
  const { names, report } = chinese;
  await fakeSpeech(page, "none");
  await visit(page, report);
  let panel = await openPlayer(page, chinese);
  await panel.getByRole("button", button(names.download)).click();
  await expect(panel.getByText(names.isKept)).toBeVisible();
  await reader.stop();
  await page.reload();
  panel = await openPlayer(page, chinese);
  await expect(panel.getByText(names.isKept)).toBeVisible();
  await panel.getByRole("button", button(names.play)).click();
  await expect(page.locator("h1.said, h1 .said")).toHaveCount(1);
  for (const _ of [1, 2, 3, 4]) await panel.getByRole("button", button(names.nextSection)).click();
  await expect(
    page.locator("#p1 .said, #intro .said, #p2 .said, #p3 .said").first(),
  ).toBeAttached();
  await panel.getByRole("button", button(names.remove)).click();
  await expect(panel.getByRole("button", button(names.download))).toBeVisible();
  const left = () =>
    page.evaluate(async () => (await (await caches.open("zhanjuan:/:recordings")).keys()).length);
  expect(await left()).toBe(0);
});

test("a recording goes on downloading where the network was lost, and keeps nothing half", async ({
  page,
  reader,
}) => {
  const { names, report } = english;
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
  const panel = await openPlayer(page, english);
  await panel.getByRole("button", button(names.download)).click();
  await expect(panel.getByRole("progressbar")).toHaveJSProperty("value", 100_000);
  cut();
  await expect(panel.getByText(names.cutOff)).toBeVisible();
  await panel.getByRole("button", button(names.download)).click();
  await expect(panel.getByText(names.isKept)).toBeVisible();
  expect(ranges).toEqual([undefined, "bytes=100000-"]);
});
