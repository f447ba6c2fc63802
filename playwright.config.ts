import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, findChromium } from "./test/support/browser.ts";

export default defineConfig({
  testDir: "test/e2e",
  globalSetup: "./test/support/builds.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // How fast it is, the bench says; a slow machine that shows the right thing late has passed.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    trace: "retain-on-failure",
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
  },
  projects: [
    { name: "phone", use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 } } },
  ],
});
