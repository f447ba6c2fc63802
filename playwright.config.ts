import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, findChromium, findHeadlessChromium } from "./test/support/browser.ts";

/** What Chromium's headless shell lacks. */
const needsWholeBrowser = /installing\.spec\.ts$/;

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
    ...devices["Pixel 7"],
    viewport: { width: 360, height: 740 },
  },
  projects: [
    {
      name: "phone",
      testIgnore: needsWholeBrowser,
      use: { launchOptions: { executablePath: findHeadlessChromium(), args: chromiumFlags } },
    },
    {
      name: "phone, whole browser",
      testMatch: needsWholeBrowser,
      use: { launchOptions: { executablePath: findChromium(), args: chromiumFlags } },
    },
  ],
});
