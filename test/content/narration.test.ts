import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCues } from "../../src/core/speech/recording.ts";
import { loadSherpaOnnx } from "../../src/site/narrate/sherpa-onnx.ts";
import { scriptOf } from "../support/tools.ts";

const tones = "test/support/tones/voice.json";

/** A lexicon that gives eSpeak, and no other engine, a word three times as long. */
const respelling = `forms: []
pauses: []
readings:
  - { written: 法治, pinyin: fǎzhì, respelled: { espeak: 法治法治法治 }, reviewed: false }
`;

/**
 * A build with one page of two sentences, whose recording `narrate` writes into a folder of its
 * own.
 */
const narrate = (...args: readonly string[]) => narrateWith(respelling, ...args);

function narrateWith(lexicon: string, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "narration-"));
  mkdirSync(join(folder, "build"));
  mkdirSync(join(folder, "reports/small"), { recursive: true });
  writeFileSync(join(folder, "reports/small/lexicon.yaml"), lexicon);
  writeFileSync(
    join(folder, "build/index.html"),
    `<!doctype html><html lang="zh-CN" data-report="small"><meta charset="utf-8"><body><main id="main">
      <p><span class="s" id="a">法治。</span><span class="s" id="b">治法，法治。</span></p></main>
      <script type="application/json" id="lexicon">[]</script></body></html>`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [scriptOf("tsx"), "src/site/narrate/cli.ts", "--build", join(folder, "build"), ...args],
    { env: { ...process.env, CONTENT_DIR: folder }, encoding: "utf8" },
  );
  const written = (extension: string) =>
    readFileSync(join(folder, `reports/small/narration/zh-CN.${extension}`));
  return { status, stdout, stderr, written };
}

/** Writes a recording made by a person, and returns its path. */
function bring(name: string, contents: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "brought-")), name);
  writeFileSync(path, contents);
  return path;
}

const timing = (...cues: readonly string[]) =>
  bring("timing.vtt", `WEBVTT\n\n${cues.map((cue) => `${cue}\n（读）\n`).join("\n")}`);
const cueA = "a\n00:00.000 --> 00:01.000";
const cueB = "b\n00:01.200 --> 00:02.000";
const mp3 = bring("voice.mp3", Uint8Array.of(0xff, 0xf3, 0x40, 0xc0, 0, 0));
const byPerson = (audio: string, cues: string) =>
  narrate("--engine", "person", "--audio", audio, "--timing", cues);

describe("a report is recorded", () => {
  test("by a neural voice that somebody brought, as it is written, each sentence with its place", () => {
    const { status, written } = narrate("--engine", "sherpa-onnx", "--voice", tones);
    expect(status).toBe(0);
    // A tone of 10 ms for each character that the model knows, with the pauses of the narration
    // between, as late as the MP3 has them: 1105 samples of 16,000 a second.
    expect(parseCues(written("vtt").toString())).toEqual([
      { id: "a", start: 0.069, end: 0.089, text: "法治。" },
      { id: "b", start: 0.699, end: 0.739, text: "治法，法治。" },
    ]);
    expect(written("mp3").length).toBeGreaterThan(1_000);
  });

  test("by eSpeak, which is given the respellings of the report's lexicon", () => {
    const { status, written } = narrate();
    expect(status).toBe(0);
    const [first] = parseCues(written("vtt").toString());
    // Six syllables; two take 0.4 s.
    expect(first?.end).toBeGreaterThan(0.9);
  });

  test("by a person, in the report's own words whatever the timing file says", () => {
    const { status, written } = byPerson(mp3, timing(cueA, cueB));
    expect(status).toBe(0);
    expect(parseCues(written("vtt").toString()).map(({ text }) => text)).toEqual([
      "法治。",
      "治法，法治。",
    ]);
    expect(written("mp3")).toEqual(readFileSync(mp3));
  });
});

test("whoever has not installed the neural voice's engine is told how to", () => {
  const folder = mkdtempSync(join(tmpdir(), "no-engine-"));
  expect(() => loadSherpaOnnx(folder)).toThrow("run `npm ci --prefix tools/sherpa-onnx`");
});

describe("whoever records a report is told, and nothing is written,", () => {
  test.each([
    ["of an engine that is none", ["--engine", "gramophone"], "--engine espeak"],
    ["of a language that is none", ["--language", "fr"], "There is no language fr"],
    ["of a report that is not there", ["other"], "No page of other is in"],
    ["of a voice that is not described", ["--engine", "sherpa-onnx"], "--voice FILE"],
    [
      "of a voice's file that is no JSON",
      ["--engine", "sherpa-onnx", "--voice", mp3],
      "is described as JSON",
    ],
    [
      "of a voice without its model",
      ["--engine", "sherpa-onnx", "--voice", bring("voice.json", "{}")],
      "sherpa-onnx has no such voice",
    ],
  ])("%s", (_, args, expected) => {
    const { status, stderr, written } = narrate(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(expected);
    expect(() => written("vtt")).toThrow();
  });

  test("of a mistake in the lexicon", () => {
    const { status, stderr, written } = narrateWith(respelling.replace("fǎzhì", "fazhi"));
    expect(status).toBe(1);
    expect(stderr).toContain("lexicon.yaml:4: expected readings.0.pinyin to be pinyin with");
    expect(() => written("vtt")).toThrow();
  });

  test.each([
    ["of a sound that is no MP3", tones, timing(cueA, cueB), "is no MP3"],
    ["of a sentence without a cue", mp3, timing(cueA), "b: no cue says"],
    [
      "of a cue without a sentence",
      mp3,
      timing(cueA, cueB, "c\n00:02.200 --> 00:03.000"),
      "c: no sentence has this id",
    ],
    ["of two cues for a sentence", mp3, timing(cueA, cueB, cueB), "b: two cues have this id"],
    [
      "of cues in another order than the text",
      mp3,
      timing("a\n00:01.200 --> 00:02.000", "b\n00:00.000 --> 00:01.000"),
      "b: begins before the sentence before it has ended",
    ],
  ])("%s", (_, audio, cues, expected) => {
    const { status, stderr, written } = byPerson(audio, cues);
    expect(status).toBe(1);
    expect(stderr).toContain(expected);
    expect(() => written("vtt")).toThrow();
  });
});
