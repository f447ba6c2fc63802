import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lexiconFor, parseLexicon } from "../../src/content/parse/lexicon.ts";
import type { Language } from "../../src/core/document/report.ts";
import { spokenSelector } from "../../src/core/page/contract.ts";
import { readSentences } from "../../src/core/page/sentences.ts";
import { readLexicon } from "../../src/core/speech/lexicon.ts";
import { runsOf, writeScript } from "../../src/core/speech/script.ts";
import { createEspeak } from "../../src/site/narrate/espeak.ts";
import type { TestServer } from "../support/server.ts";
import { scriptOf } from "../support/tools.ts";
import { likeness, spectrogram } from "./spectrogram.ts";
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

/**
 * What the speech server's own synthesizer makes of a text, at the server's ordinary speed in words
 * a minute.
 */
const espeakOfDevice = async (text: string) => {
  const wav = execFileSync("espeak-ng", ["-v", "en-us", "-s", "170", "--stdout", text]);
  return fromBytes(new Uint8Array(wav).subarray(headerBytes));
};

/** What the recording was made with. */
const espeakOfRecording = async (text: string, language: Language) =>
  (await createEspeak()).speak(text, language);

/** The lexicon that the recording was made with. */
function lexiconOfRecording() {
  const file = "content/reports/wugang-2023/lexicon.yaml";
  const { value } = parseLexicon(file, readFileSync(file, "utf8"));
  if (!value) throw new Error(`${file} can't be read`);
  return lexiconFor(value.value, "espeak");
}

describe("what comes out of the sound card", () => {
  test.each([
    ["the device's voice", "en", "en/", "English (America) espeak-ng", espeakOfDevice, readLexicon],
    ["the recording", "zh-CN", "", "录音", espeakOfRecording, lexiconOfRecording],
  ] as const)(
    "is, with %s, the text of the page and no other",
    async (_, language, path, voice, speak, lexiconOf) => {
      const { document } = new JSDOM(await (await fetch(server.url + path)).text()).window;
      const sentences = readSentences(document.querySelectorAll(spokenSelector), language);
      // The summary's sentences: all are long enough to be told apart, as a line of a few words is
      // not.
      const runs = runsOf(writeScript(sentences, lexiconOf(document))).filter(({ sentence }) =>
        sentences[sentence]?.id.startsWith("summary-s"),
      );
      const file = join(mkdtempSync(join(tmpdir(), "zhanjuan-heard-")), `${language}.raw`);
      await runDesktop("session", [
        ...["--sound", process.execPath, scriptOf("tsx"), "test/at/desktop/hear.mts"],
        ...[server.url + path, language, voice, "#summary-s2", file],
      ]);
      const heard = spectrogram(fromBytes(new Uint8Array(readFileSync(file))));
      const [first = [], ...rest] = await Promise.all(
        runs.map(async ({ text }) => spectrogram(await speak(text, language))),
      );
      const own = likeness(heard, first);
      // Of another as much as fits: what is longer than all that was heard would be compared with
      // nothing.
      const others = rest.map((bands) =>
        likeness(
          heard,
          bands.map((values) => values.slice(0, first[0]?.length)),
        ),
      );
      expect(others.length).toBeGreaterThanOrEqual(6);
      expect(own).toBeGreaterThan(0.75);
      for (const other of others) expect(other).toBeLessThan(0.4);
    },
  );
});
