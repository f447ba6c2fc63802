import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { openContents, openTextPanel } from "../support/panels.ts";
import { test as base, expect } from "../support/reader.ts";
import { visit } from "../support/visit.ts";

/**
 * A test whose browser can reach the reader's server and, for everything else, only a proxy, which
 * answers nothing and notes what it was asked for: also what workers ask for, of which a page knows
 * nothing.
 */
const test = base.extend<{ outside: { readonly server: Server; readonly asked: string[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants its fixtures destructured
  outside: async ({}, use) => {
    const asked: string[] = [];
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.on("data", (data) => {
        asked.push(data.toString().split("\r\n")[0] ?? "");
        socket.destroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await use({ server, asked });
    server.close();
  },
  contextOptions: async ({ outside }, use) => {
    const { port } = outside.server.address() as AddressInfo;
    await use({ proxy: { server: `http://127.0.0.1:${port}`, bypass: "localhost" } });
  },
});

test("what the proxy would be asked for, it notes", async ({ page, outside }) => {
  await page.goto("http://elsewhere.invalid/x").catch(() => undefined);
  expect(outside.asked).toContain("GET http://elsewhere.invalid/x HTTP/1.1");
});

test("on a whole journey through both languages no request leaves the reader's own origin, no policy is broken, and nothing fails", async ({
  page,
  context,
  reader,
  outside,
}) => {
  const addresses: string[] = [];
  context.on("request", (request) => addresses.push(request.url()));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      setTimeout(() => {
        throw new Error(`policy: ${violatedDirective} ${blockedURI}`);
      }),
    );
  });
  const faults = watchFaults(page);
  for (const edition of editions) {
    const { names } = edition;
    await visit(page, edition.report);
    await page
      .getByRole("button", { name: names.expandAll })
      .or(page.getByRole("button", { name: names.collapseAll }))
      .click();
    await openContents(page, edition);
    await page.keyboard.press("Escape");
    const text = await openTextPanel(page, edition);
    await text.getByRole("radio", { name: names.themes.dark }).check();
    await page.keyboard.press("Escape");
    await page.locator("#intro .s a[href*='glossary/#']").first().hover();
    await expect(page.locator("#explanation")).toBeVisible();
    await page.getByRole("button", { name: names.listen, exact: true }).click();
    await page.getByRole("button", { name: names.play, exact: true }).click();
    for (const path of [edition.figures, edition.glossary, edition.about]) await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await reader.stop();
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith(reader.url))).toEqual([]);
  expect(outside.asked).toEqual([]);
  expect(faults).toEqual([]);
});
