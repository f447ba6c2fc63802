import { builds } from "../support/builds.ts";
import { watchFaults } from "../support/faults.ts";
import { expect, test } from "../support/reader.ts";
import { startServer } from "../support/server.ts";
import { visit } from "../support/visit.ts";

test("a string cannot become markup: Trusted Types are in force", async ({ page }) => {
  await page.goto("./");
  const refused = await page.evaluate(() => {
    try {
      document.createElement("p").innerHTML = "<b>x</b>";
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
});

test("below another path everything stays below it, without a network as well", async ({
  page,
}) => {
  const server = await startServer(builds.subPath, { base: "/reader/" });
  const faults = watchFaults(page);
  await visit(page, server.url);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`${server.url}en/`);
  await page.getByRole("link", { name: "About this text and Zhanjuan" }).click();
  await expect(page).toHaveURL(`${server.url}en/about/`);
  expect(server.requests.filter((path) => !path.startsWith("/reader/"))).toEqual([]);
  expect(faults).toEqual([]);
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(server.url);
  await server.stop();
  for (const path of ["", "en/", "about/", "en/about/", "en/nowhere"]) {
    await page.goto(server.url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
