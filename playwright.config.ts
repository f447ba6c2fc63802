import { defineConfig, devices } from "@playwright/test";
import {
  chromiumFlags,
  findChromium,
  findHeadlessChromium,
  firefoxPath,
} from "./test/support/browser.ts";

/** What Chromium's headless shell lacks. */
const needsWholeBrowser = /installing\.spec\.ts$/;

const phone = { ...devices["Pixel 7"], viewport: { width: 360, height: 740 } };
/**
 * Traces are recorded in every context of a project, which costs time and memory; the laboratory
 * measures both.
 */
const untraced = { trace: "off", actionTimeout: 30_000, navigationTimeout: 30_000 } as const;

const launch = (executablePath: string) => ({ executablePath, args: chromiumFlags });

export default defineConfig({
  testDir: "test",
  testMatch: "**/*.spec.ts",
  globalSetup: "./test/support/builds.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // How fast it is, the bench says; a slow machine that shows the right thing late has passed.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: { trace: "retain-on-failure" },
  projects: [
    {
      name: "phone",
      testDir: "test/e2e",
      testIgnore: needsWholeBrowser,
      use: { ...phone, launchOptions: launch(findHeadlessChromium()) },
    },
    {
      name: "phone, whole browser",
      testDir: "test/e2e",
      testMatch: needsWholeBrowser,
      use: { ...phone, launchOptions: launch(findChromium()) },
    },
    {
      // The main journeys, and visits to a server that fails, in Chromium, Firefox ESR and
      // WebKitGTK.
      name: "cross",
      testDir: "test/cross",
      use: untraced,
    },
    {
      // Server, network, device and deploys fail in turn.
      name: "faults in Chromium",
      testDir: "test/faults",
      use: { ...untraced, launchOptions: launch(findChromium()) },
    },
    {
      name: "faults in Firefox",
      testDir: "test/faults",
      use: {
        ...untraced,
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: firefoxPath },
      },
    },
    {
      // Real web servers with the files that the build writes for them.
      name: "hosts",
      testDir: "test/hosts",
      use: { launchOptions: launch(findHeadlessChromium()) },
    },
  ],
});
