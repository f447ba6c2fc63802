import { existsSync } from "node:fs";
import { type Browser, chromium, firefox } from "@playwright/test";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const locateChromium = () =>
  [process.env.CHROMIUM_PATH, ...usual, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );

/** Whether {@link findChromium} finds one. */
export const hasChromium = () => locateChromium() !== undefined;

/**
 * The Chromium for tests: `CHROMIUM_PATH`, else an installed one, else Playwright's download.
 * Throws an error that says what to install if there is none.
 */
export function findChromium(): string {
  const found = locateChromium();
  if (found) return found;
  throw new Error(
    "The end-to-end tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: " +
      "npx playwright install chromium), or name one in CHROMIUM_PATH.",
  );
}

/**
 * The Chromium for tests without a window: Debian's smaller `chromium-headless-shell` if installed,
 * which takes half the time; else that of {@link findChromium}. It cannot install an app.
 * `CHROMIUM_PATH` overrides both.
 */
export function findHeadlessChromium(): string {
  const headless = "/usr/bin/chromium-headless-shell";
  return process.env.CHROMIUM_PATH || !existsSync(headless) ? findChromium() : headless;
}

/** Flags for a browser that may run as root, without a display, and without a network. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Debian's Firefox ESR, which Playwright drives by WebDriver BiDi. */
export const firefoxPath = "/usr/bin/firefox-esr";

/**
 * Starts a browser without a window, by its name. Firefox is Debian's ESR, driven by WebDriver
 * BiDi.
 */
export const launchers: Readonly<Record<"chromium" | "firefox", () => Promise<Browser>>> = {
  chromium: () => chromium.launch({ executablePath: findChromium(), args: chromiumFlags }),
  firefox: () => firefox.launch({ executablePath: firefoxPath, channel: "moz-firefox" }),
};
