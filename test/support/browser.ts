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
 * The Chromium to test with: `CHROMIUM_PATH`, else one that is installed, else the one that Playwright has
 * downloaded. Throws a sentence that says what to install where there is none.
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
 * The Chromium for what needs no window: Debian's smaller `chromium-headless-shell` where it is installed, which takes half
 * the time; else the one of {@link findChromium}. It can't install an app. `CHROMIUM_PATH` names another.
 */
export function findHeadlessChromium(): string {
  const headless = "/usr/bin/chromium-headless-shell";
  return process.env.CHROMIUM_PATH || !existsSync(headless) ? findChromium() : headless;
}

/** Flags for a browser that may run as root, without a display, on a machine whose network is closed. */
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

/** Starts a browser without a window, by its name. Firefox is Debian's ESR, driven by WebDriver BiDi. */
export const launchers: Readonly<Record<"chromium" | "firefox", () => Promise<Browser>>> = {
  chromium: () => chromium.launch({ executablePath: findChromium(), args: chromiumFlags }),
  firefox: () => firefox.launch({ executablePath: firefoxPath, channel: "moz-firefox" }),
};
