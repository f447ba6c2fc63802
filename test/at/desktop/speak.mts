// Runs inside a desktop session: lets a browser read a whole report aloud through the recording speech server, with a
// pause on the way, and prints what the page holds and what was said.
import { readFileSync } from "node:fs";
import { chromium, firefox } from "@playwright/test";
import {
  listeningStorageKey,
  printListeningPreferences,
} from "../../../src/core/speech/preferences.ts";
import { chromiumFlags, findChromium } from "../../support/browser.ts";

const [name, url = ""] = process.argv.slice(2);
const env = process.env as Record<string, string>;

function launch() {
  if (name === "firefox")
    return firefox.launch({ channel: "moz-firefox", executablePath: "/usr/bin/firefox-esr", env });
  return chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags, "--enable-speech-dispatcher"],
    ignoreDefaultArgs: ["--mute-audio"],
    env,
  });
}

async function main(): Promise<void> {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(
    ([key, value]) => localStorage.setItem(key ?? "", value ?? ""),
    [
      listeningStorageKey,
      printListeningPreferences({ rate: 3, voices: {}, mark: true, follow: true, caption: false }),
    ],
  );
  // The voices of a speech server are known a moment after they are first asked for.
  await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
  await page.reload();
  await page.waitForFunction(() => speechSynthesis.getVoices().length > 0);
  await page.getByRole("button", { name: /^(朗读|Listen)$/ }).click();
  await page.getByRole("button", { name: /^(播放|Play)$/ }).click();
  await page.locator("#summary-s2.said").waitFor();
  await page.getByRole("button", { name: /^(暂停|Pause)$/ }).click();
  await page.getByRole("button", { name: /^(继续|Resume)$/ }).click();
  await page
    .getByRole("status")
    .filter({ hasText: /^(读完了|Finished)$/ })
    .waitFor({
      state: "attached",
      timeout: 240_000,
    });
  const lexicon = JSON.parse((await page.locator("#lexicon").textContent()) ?? "[]");
  const html = await page.content();
  await browser.close();
  const said = readFileSync(`${env.AT_DIR}/ssip.jsonl`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ ev }) => ev === "SPEAK");
  process.stdout.write(JSON.stringify({ html, lexicon, said }));
}

await main();
