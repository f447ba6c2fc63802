// Takes the screenshots for the README and the web app manifest: `npm run screenshots`.
import { launchers } from "./browser.ts";
import { builds, makeBuilds } from "./builds.ts";
import { startServer } from "./server.ts";

const folder = "public/screenshots";

makeBuilds();
const server = await startServer(builds.current);
const browser = await launchers.chromium();

async function take(
  name: string,
  path: string,
  [width, height, deviceScaleFactor]: [number, number, number],
  colorScheme: "light" | "dark" = "light",
  open?: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor,
    colorScheme,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(server.url + path);
  if (open) {
    await page.getByRole("button", { name: open }).click();
    await page.getByRole("radio").first().waitFor();
  }
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
}

await take("phone", "", [360, 740, 2]);
await take("phone-dark", "en/#p2", [360, 740, 2], "dark");
await take("phone-text", "", [360, 740, 2], "light", "文字");
await take("desktop", "#p4", [1280, 800, 1]);
await browser.close();
await server.stop();
