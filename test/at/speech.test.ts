import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../src/core/document/report.ts";
import { spokenSelector } from "../../src/core/page/contract.ts";
import { readSentences } from "../../src/core/page/sentences.ts";
import { readLexicon } from "../../src/core/speech/lexicon.ts";
import { runsOf, type Script, writeScript } from "../../src/core/speech/script.ts";
import type { TestServer } from "../support/server.ts";
import { scriptOf } from "../support/tools.ts";
import type { Said } from "./desktop/listener.mts";
import { runDesktop, serveBuild } from "./support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server.stop());

/**
 * Lets a browser read aloud in a desktop session; returns what was said, and what the page would
 * have said.
 */
async function listen(program: string, browser: string, path: string, msPerCharacter: string) {
  const printed = await runDesktop(
    "session",
    [
      process.execPath,
      scriptOf("tsx"),
      `test/at/desktop/${program}.mts`,
      browser,
      server.url + path,
    ],
    { SSIP_MS_PER_CHAR: msPerCharacter },
  );
  const { html, said } = JSON.parse(printed.slice(printed.indexOf("{")));
  const { document } = new JSDOM(html).window;
  const language = document.documentElement.lang as Language;
  const sentences = readSentences(document.querySelectorAll(spokenSelector), language);
  const script = writeScript(sentences, readLexicon(document));
  return { said: said as readonly Said[], script };
}

/**
 * What a voice of the desktop is given: whole sentences, but Firefox says that its voices are over
 * a network.
 */
const partsFor = (browser: string, script: Script) =>
  browser === "firefox" ? script.clauses : runsOf(script);

describe.each(["chromium", "firefox"])("a whole report, read aloud by %s", (browser) => {
  test.each([
    // A little slower than the fastest that anybody speaks, which is what the player takes for
    // speech at rate 3.
    ["in Chinese", "", /Mandarin/, "14"],
    ["in English", "en/", /English/, "5"],
  ])("%s, is said once, in order, by the right voice", async (_, path, voice, pace) => {
    const { said, script } = await listen("speak", browser, path, pace);
    const expected = partsFor(browser, script).map(({ text }) => text.trim());
    const texts = said.map(({ text }) => text.trim());
    // What the reader paused at is said anew, and nothing else.
    const paused = texts.findIndex((text, at) => at > 0 && text === texts[at - 1]);
    expect(texts.filter((_, at) => at !== paused)).toEqual(expected);
    expect(paused).toBeGreaterThan(0);
    for (const each of said) expect(each.voice).toMatch(voice);
  });
});

test.each([
  ["chromium", ""],
  ["chromium", "en/"],
  ["firefox", ""],
  ["firefox", "en/"],
])(
  "a listener in %s at /%s skips by sentence and section, and hears another rate",
  async (browser, path) => {
    const { said, script } = await listen("skip", browser, path, "1000");
    const { sentences } = script;
    const parts = partsFor(browser, script);
    const startOf = (sentence = 0) => parts.find((part) => part.sentence >= sentence)?.text.trim();
    const [, second = 0, third = 0, fourth = 0] = sentences.flatMap(({ section }, at) =>
      sentences[at - 1]?.section === section ? [] : [at],
    );
    // Back is to the beginning of a section first, and from there to the one before.
    const back = fourth - 1 === third ? second : third;
    expect(said.map(({ text }) => text.trim())).toEqual(
      [0, second, third, fourth, fourth - 1, back, back].map(startOf),
    );
    const rates = said.map(({ rate }) => Number(rate));
    expect(new Set(rates.slice(0, -1)).size).toBe(1);
    expect(rates.at(-1)).toBeGreaterThan(rates[0] ?? 0);
  },
);
