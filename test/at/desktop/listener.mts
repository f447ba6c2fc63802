// Opens the report in a browser whose speech goes to the recording speech server of a desktop
// session.

import { readFileSync } from "node:fs";
import { type Browser, chromium, firefox, type Page } from "@playwright/test";
import { ownName } from "../../../src/core/own-name.ts";
import {
  listeningStorageKey,
  printListeningPreferences,
} from "../../../src/core/speech/preferences.ts";
import { chromiumFlags, findChromium } from "../../support/browser.ts";

const env = process.env as Record<string, string>;

/** What the speech server was asked to say. */
export interface Said {
  readonly text: string;
  readonly lang: string;
  readonly voice: string;
  /** As speech-dispatcher has it, from -100 to 100. */
  readonly rate: string;
}

function launch(name: string): Promise<Browser> {
  if (name === "firefox")
    return firefox.launch({ channel: "moz-firefox", executablePath: "/usr/bin/firefox-esr", env });
  return chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags, "--enable-speech-dispatcher"],
    ignoreDefaultArgs: ["--mute-audio"],
    env,
  });
}

/**
 * Opens a page in a browser that has its voices, for a reader who listens at a rate, with the
 * player open.
 */
export async function openListening(name: string, url: string, rate: number): Promise<Page> {
  const browser = await launch(name);
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(
    ([key, value]) => localStorage.setItem(key ?? "", value ?? ""),
    [
      ownName("/", listeningStorageKey),
      printListeningPreferences({ rate, voices: {}, mark: true, follow: true, caption: false }),
    ],
  );
  // The voices of a speech server are known a moment after they are first asked for.
  await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
  await page.reload();
  await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
  await page.getByRole("button", { name: /^(朗读|Listen)$/ }).click();
  return page;
}

/** What has been said so far. */
export function readSaid(): Said[] {
  return readFileSync(`${env.AT_DIR}/ssip.jsonl`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ ev }) => ev === "SPEAK");
}

/** Ends the browser, and prints what the page held and what was said, for the test to read. */
export async function finish(page: Page): Promise<void> {
  const html = await page.content();
  await page.context().browser()?.close();
  process.stdout.write(JSON.stringify({ html, said: readSaid() }));
}
