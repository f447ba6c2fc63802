import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEspeak } from "../../src/build/narrate/espeak.ts";
import type { Language } from "../../src/core/report/report.ts";
import { readSentences, spokenElements } from "../../src/core/speech/page.ts";
import { writeScript } from "../../src/core/speech/script.ts";
import type { TestServer } from "../support/server.ts";
import { likeness, loudness } from "./loudness.ts";
import { runDesktop, serveBuild } from "./support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server.stop());

/** Samples of 16 bits, as the sound card and the command give them. */
const fromBytes = (bytes: Uint8Array) =>
  Float32Array.from(
    new Int16Array(bytes.slice(0, bytes.length & ~1).buffer),
    (sample) => sample / 32_768,
  );

const headerBytes = 44;

/** What the speech server's own synthesizer makes of a text, at the server's ordinary speed in words a minute. */
const espeakOfDevice = async (text: string) => {
  const wav = execFileSync("espeak-ng", ["-v", "en-us", "-s", "170", "--stdout", text]);
  return fromBytes(new Uint8Array(wav).subarray(headerBytes));
};

/** What the recording was made with. */
const espeakOfRecording = async (text: string, language: Language) =>
  (await createEspeak()).speak(text, language);

describe("what comes out of the sound card", () => {
  test.each([
    ["the device's voice", "en", "en/", "English (America) espeak-ng", espeakOfDevice],
    ["the recording", "zh-CN", "", "录音", espeakOfRecording],
  ] as const)(
    "is, with %s, the text of the page and no other",
    async (_, language, path, voice, speak) => {
      const { document } = new JSDOM(await (await fetch(server.url + path)).text()).window;
      const sentences = readSentences(document.querySelectorAll(spokenElements), language);
      const lexicon = JSON.parse(document.getElementById("lexicon")?.textContent ?? "[]");
      const { clauses } = writeScript(sentences, lexicon);
      const at = clauses.findIndex(({ sentence }) => sentences[sentence]?.id === "summary-s1");
      const file = join(tmpdir(), `heard-${process.pid}-${language}.raw`);
      await runDesktop("session", [
        ...["--sound", "npx", "tsx", "test/at/desktop/hear.mts"],
        ...[server.url + path, language, voice, "#summary-s2", file],
      ]);
      const heard = loudness(fromBytes(new Uint8Array(readFileSync(file))));
      const [own, ...others] = await Promise.all(
        clauses
          .slice(at, at + 8)
          .map(async ({ text }) => likeness(heard, loudness(await speak(text, language)))),
      );
      expect(own).toBeGreaterThan(0.85);
      for (const other of others) expect(other).toBeLessThan(0.7);
    },
  );
});
