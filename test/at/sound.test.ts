import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { spokenSelector } from "../../src/core/page/contract.ts";
import { readSentences } from "../../src/core/page/sentences.ts";
import { readLexicon } from "../../src/core/speech/lexicon.ts";
import { parseCues } from "../../src/core/speech/recording.ts";
import { runsOf, type SpokenSentence, writeScript } from "../../src/core/speech/script.ts";
import type { TestServer } from "../support/server.ts";
import { scriptOf } from "../support/tools.ts";
import { decodeSpans, type Span } from "./decode.ts";
import { likeness, sampleRate, spectrogram } from "./spectrogram.ts";
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

/** The sounds that sentences of a page have, in order, at 22,050 Hz. */
type SoundsOf = (
  sentences: readonly SpokenSentence[],
  document: Document,
) => Promise<readonly Float32Array[]>;

/**
 * What the speech server's own synthesizer makes of a text, at the server's ordinary speed in words
 * a minute.
 */
const soundsOfDevice: SoundsOf = async (sentences, document) =>
  runsOf(writeScript(sentences, readLexicon(document))).map(({ text }) => {
    const wav = execFileSync("espeak-ng", ["-v", "en-us", "-s", "170", "--stdout", text]);
    return fromBytes(new Uint8Array(wav).subarray(headerBytes));
  });

/** The recording's own sound of sentences, cut out by its cues. */
const soundsOfRecording: SoundsOf = (sentences) => {
  const file = "content/reports/wugang-2023/narration/zh-CN";
  const cues = parseCues(readFileSync(`${file}.vtt`, "utf8"));
  const spans = sentences.map(({ id }): Span => {
    const cue = cues.find((each) => each.id === id);
    if (!cue) throw new Error(`${file}.vtt has no cue ${id}`);
    return [cue.start, cue.end];
  });
  return decodeSpans(`${file}.mp3`, spans, sampleRate);
};

describe("what comes out of the sound card", () => {
  test.each([
    ["the device's voice", "en", "en/", "English (America) espeak-ng", soundsOfDevice],
    ["the recording", "zh-CN", "", "录音", soundsOfRecording],
  ] as const)(
    "is, with %s, the text of the page and no other",
    async (_, language, path, voice, soundsOf) => {
      const { document } = new JSDOM(await (await fetch(server.url + path)).text()).window;
      // The summary's sentences: all are long enough to be told apart, as a line of a few words is
      // not.
      const sentences = readSentences(document.querySelectorAll(spokenSelector), language).filter(
        ({ id }) => id.startsWith("summary-s"),
      );
      const file = join(mkdtempSync(join(tmpdir(), "zhanjuan-heard-")), `${language}.raw`);
      await runDesktop("session", [
        ...["--sound", process.execPath, scriptOf("tsx"), "test/at/desktop/hear.mts"],
        ...[server.url + path, language, voice, "#summary-s2", file],
      ]);
      const heard = spectrogram(fromBytes(new Uint8Array(readFileSync(file))));
      const sounds = await soundsOf(sentences, document);
      const [first = [], ...rest] = sounds.map(spectrogram);
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
