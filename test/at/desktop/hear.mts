// Runs inside a desktop session with sound: lets Chromium read the beginning of a page aloud with
// the voice that the reader chose, and writes what comes out of the sound card as mono samples of
// 16 bits at 22,050 Hz.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { chromium } from "@playwright/test";
import { ownName } from "../../../src/core/own-name.ts";
import {
  listeningStorageKey,
  printListeningPreferences,
} from "../../../src/core/speech/preferences.ts";
import { chromiumFlags, findChromium } from "../../support/browser.ts";

const [url = "", language = "", voice = "", until = "", file = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags, "--enable-speech-dispatcher"],
    ignoreDefaultArgs: ["--mute-audio"],
    env: process.env as Record<string, string>,
  });
  const page = await browser.newPage();
  await page.addInitScript(
    ([key, value]) => localStorage.setItem(key ?? "", value ?? ""),
    [
      ownName("/", listeningStorageKey),
      printListeningPreferences({
        rate: 1,
        voices: { [language]: voice },
        mark: true,
        follow: true,
        caption: false,
      }),
    ],
  );
  await page.goto(url);
  await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
  await page.getByRole("button", { name: /^(朗读|Listen)$/ }).click();
  await page.getByRole("option", { name: voice }).waitFor({ state: "attached" });
  const recorder = spawn("nice", [
    "-n",
    "-20",
    "parec",
    "--device=null.monitor",
    "--format=s16le",
    "--rate=22050",
    "--channels=1",
    "--raw",
    "--latency-msec=20",
  ]);
  recorder.stdout.pipe(createWriteStream(file));
  // The card gives silence too: once it does, the first word is not missed.
  await once(recorder.stdout, "data");
  await page.getByRole("button", { name: /^(播放|Play)$/ }).click();
  await page.locator(`${until}.said`).waitFor({ timeout: 120_000 });
  recorder.kill();
  await once(recorder, "close");
  await browser.close();
}

await main();
