import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../src/core/report/report.ts";
import { readSentences, spokenElements } from "../../src/core/speech/page.ts";
import { writeScript } from "../../src/core/speech/script.ts";
import type { TestServer } from "../support/server.ts";
import { runDesktop, serveBuild } from "./support.ts";

interface Said {
  readonly text: string;
  readonly lang: string;
  readonly voice: string;
}

let server: TestServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server.stop());

describe.each(["chromium", "firefox"])("a whole report, read aloud by %s", (browser) => {
  test.each([
    // A little slower than the fastest that anybody speaks, which is what the player takes for speech at rate 3.
    ["in Chinese", "", /Mandarin/, "14"],
    ["in English", "en/", /English/, "5"],
  ])("%s, is said once, in order, by the right voice", async (_, path, voice, pace) => {
    const printed = await runDesktop(
      "session",
      ["npx", "tsx", "test/at/desktop/speak.mts", browser, server.url + path],
      { SSIP_MS_PER_CHAR: pace },
    );
    const { html, lexicon, said } = JSON.parse(printed.slice(printed.indexOf("{")));
    const { document } = new JSDOM(html).window;
    const language = document.documentElement.lang as Language;
    const sentences = readSentences(document.querySelectorAll(spokenElements), language);
    const expected = writeScript(sentences, lexicon).clauses.map(({ text }) => text.trim());
    const texts = (said as readonly Said[]).map(({ text }) => text.trim());
    // The clause at which the reader paused is said anew, and no other.
    const paused = texts.findIndex((text, at) => at > 0 && text === texts[at - 1]);
    expect(texts.filter((_, at) => at !== paused)).toEqual(expected);
    expect(paused).toBeGreaterThan(0);
    for (const each of said as readonly Said[]) expect(each.voice).toMatch(voice);
  });
});
