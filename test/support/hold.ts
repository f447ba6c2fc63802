import type { Page } from "@playwright/test";

/** Holds back the answers to what the page asks for at an address, as `page.route` takes it; returns what lets them through. */
export async function hold(page: Page, url: Parameters<Page["route"]>[0]): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(url, (route) => held.then(() => route.continue()));
  return letThrough;
}
