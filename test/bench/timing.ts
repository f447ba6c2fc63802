// How the bench times what a reader does.
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";

const phone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** The middle of some values. */
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** The least and the most of some values, rounded. */
export const spread = (values: readonly number[]) =>
  `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;

/** Uses a phone-sized page on a processor so many times slower than this one. */
export async function withPage<Result>(
  browser: Browser,
  slowdown: number,
  use: (page: Page, context: BrowserContext) => Promise<Result>,
  serviceWorkers: "allow" | "block" = "block",
): Promise<Result> {
  const context = await browser.newContext({ ...phone, serviceWorkers });
  const page = await context.newPage();
  // What compiles this file names functions by a helper that the page lacks.
  await page.addInitScript("globalThis.__name = (named) => named");
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const result = await use(page, context);
  await context.close();
  return result;
}

/**
 * Waits until what came before has been painted and the page has nothing to do: a person does not
 * act in the same moment.
 */
const rest = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestIdleCallback(() => resolve())),
      ),
  );

/**
 * Time from an input event, on a page at rest, to the next paint after it that shows an element, in
 * ms; the page itself is always shown.
 */
export async function timeTo(
  page: Page,
  act: () => Promise<void>,
  event: string,
  selector = ":root",
): Promise<number> {
  await rest(page);
  await page.evaluate(
    ([shown, type]) => {
      const { port1, port2 } = new MessageChannel();
      const timed = new Promise<number>((resolve) =>
        document.addEventListener(
          type,
          ({ timeStamp }) => {
            const frame = () => requestAnimationFrame(() => port2.postMessage(0));
            port1.onmessage = () =>
              document.querySelector(shown) ? resolve(performance.now() - timeStamp) : frame();
            frame();
          },
          { capture: true, once: true },
        ),
      );
      Object.assign(window, { timed });
    },
    [selector, event] as const,
  );
  await act();
  return page.evaluate(() => (window as unknown as { timed: Promise<number> }).timed);
}

/** How long a finger rests on what it taps, in ms. */
const fingerMs = 80;

/**
 * Makes what taps the middle of what is in view, with the finger alone: what else Playwright does
 * for a click would be timed with it.
 */
export async function fingerOn(page: Page): Promise<(locator: Locator) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return async (locator) => {
    await locator.scrollIntoViewIfNeeded();
    const box = await locator.boundingBox();
    if (!box) throw new Error(`There is nothing to tap at ${locator}.`);
    await touch("touchStart", [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]);
    await page.waitForTimeout(fingerMs);
    await touch("touchEnd", []);
  };
}
