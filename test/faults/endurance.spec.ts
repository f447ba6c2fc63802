import type { CDPSession, Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech, whatWasSaid } from "../support/fake-speech.ts";
import { openContents, openPlayer, openSearch, openTextPanel } from "../support/panels.ts";
import { measureObjects } from "./heap.ts";
import { leftAt, test, type Visit } from "./lab.ts";

const chinese = editions[0] as Edition;
const { names } = chinese;

/**
 * How often everything is opened and closed, and after how many rounds the first measure is taken.
 */
const rounds = 200;
const warmRounds = 20;
/**
 * How much two measures of the same state may differ, as a share: a timer more or less, a cache of
 * the engine's.
 */
const noise = 0.01;

interface Usage {
  /** What the page's own objects take, in bytes. */
  readonly objects: number;
  readonly listeners: number;
  readonly nodes: number;
}

/** What the page holds once all that can be let go of has been. */
async function measure(session: CDPSession): Promise<Usage> {
  const objects = await measureObjects(session);
  const { jsEventListeners, nodes } = await session.send("Memory.getDOMCounters");
  return { objects, listeners: jsEventListeners, nodes };
}

/** Empties the double's own list of clauses, which grows with every one. */
const forgetWhatWasSaid = (page: Page) =>
  page.evaluate(() => (window as unknown as { said: unknown[] }).said.splice(0).length);

/** Notes what has grown from one measure to another. */
function compare(visit: Visit, before: Usage, after: Usage): void {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  visit.note(
    after.objects > before.objects * (1 + noise),
    `memory: ${kilobytes(before.objects)}, then ${kilobytes(after.objects)}`,
  );
  visit.note(
    after.listeners > before.listeners,
    `listeners: ${before.listeners}, then ${after.listeners}`,
  );
  visit.note(
    after.nodes > before.nodes * (1 + noise),
    `nodes: ${before.nodes}, then ${after.nodes}`,
  );
}

/** Opens and closes everything once. */
async function goRound(page: Page, round: number): Promise<void> {
  await openContents(page, chinese);
  await page.keyboard.press("Escape");
  await page.locator("#p1-full summary").click();
  const text = await openTextPanel(page, chinese);
  await text.getByRole("radio", { name: round % 2 ? "纸" : "夜间" }).check();
  await page.keyboard.press("Escape");
  const search = await openSearch(page, chinese);
  await search.getByRole("searchbox").fill(round % 2 ? "行政" : "法治");
  await search.getByRole("link").first().waitFor();
  await page.keyboard.press("Escape");
  const player = await openPlayer(page, chinese);
  await player.getByRole("button", { name: names.play, exact: true }).click();
  await player.getByRole("button", { name: names.stop, exact: true }).click();
  await page.keyboard.press("Escape");
}

test(`everything is opened, closed, played and stopped ${rounds} times`, async ({
  browserName,
  lab,
}) => {
  test.skip(browserName !== "chromium", "weighs the heap");
  test.setTimeout(400_000);
  const visit = await lab.enter();
  await fakeSpeech(visit.page);
  await visit.go();
  const session = await visit.context.newCDPSession(visit.page);
  let before: Usage | undefined;
  for (let round = 0; round < rounds; round++) {
    if (round === warmRounds) before = await measure(session);
    await goRound(visit.page, round);
  }
  await forgetWhatWasSaid(visit.page);
  if (before) compare(visit, before, await measure(session));
  // The rounds have led elsewhere: back to where the reader was.
  await visit.page.locator(`#${leftAt}`).scrollIntoViewIfNeeded();
  await visit.look();
});

/** How long the report is read aloud, in simulated minutes: a working day. */
const listeningMinutes = 8 * 60;

test("the report is read aloud for eight hours", async ({ browserName, lab }) => {
  test.skip(browserName !== "chromium", "weighs the heap");
  test.setTimeout(400_000);
  const visit = await lab.enter();
  const { page } = visit;
  await fakeSpeech(page);
  await page.clock.install();
  await visit.go();
  const session = await visit.context.newCDPSession(page);
  const player = await openPlayer(page, chinese);
  const play = player.getByRole("button", { name: names.play, exact: true });
  await play.click();
  let before: Usage | undefined;
  for (let minute = 0; minute < listeningMinutes; minute++) {
    // By then the whole report has been said more than once.
    if (minute === 60) before = await measure(session);
    await page.clock.runFor(60_000);
    if (await play.isVisible()) await play.click();
  }
  const count = (await whatWasSaid(page)).length;
  await forgetWhatWasSaid(page);
  if (before) compare(visit, before, await measure(session));
  visit.note(count < 300 * 8, `the voice: ${count} clauses in eight hours`);
});
