import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { editions } from "../support/editions.ts";
import { openContents, openTextPanel } from "../support/panels.ts";
import { test as base, expect } from "../support/reader.ts";
import { visit } from "../support/visit.ts";

/**
 * A test whose browser can reach the reader's server and, for everything else, only a proxy, which answers nothing and
 * notes what it was asked for: also what workers ask for, of which a page knows nothing.
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

for (const edition of editions)
  test(`no request leaves the reader's own origin on a whole journey ${edition.title}`, async ({
    page,
    context,
    reader,
    outside,
  }) => {
    const { names } = edition;
    const addresses: string[] = [];
    context.on("request", (request) => addresses.push(request.url()));
    await visit(page, edition.report);
    await page.getByRole("button", { name: names.expandAll }).click();
    await openContents(page, edition);
    await page.keyboard.press("Escape");
    const text = await openTextPanel(page, edition);
    await text.getByRole("radio", { name: names.themes.dark }).check();
    await page.keyboard.press("Escape");
    await page.locator(".s a[href*='glossary/#']").first().hover();
    await expect(page.locator("#explanation")).toBeVisible();
    await page.getByRole("button", { name: names.listen, exact: true }).click();
    await page.getByRole("button", { name: names.play, exact: true }).click();
    await page.goto(edition.figures);
    await page.goto(edition.glossary);
    await page.goto(edition.about);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await reader.stop();
    await page.goto(edition.report);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(names.reportTitle);
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.startsWith(reader.url))).toEqual([]);
    expect(outside.asked).toEqual([]);
  });
