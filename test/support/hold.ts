import type { Page } from "@playwright/test";

/**
 * Delays the responses to requests for a URL, as in `page.route`; returns a function that releases
 * them.
 */
export async function hold(page: Page, url: Parameters<Page["route"]>[0]): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(url, (route) => held.then(() => route.continue()));
  return letThrough;
}
