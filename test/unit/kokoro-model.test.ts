import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadPackages } from "../../src/site/narrate/kokoro/installed.ts";
import { type KokoroModel, loadModel } from "../../src/site/narrate/kokoro/model.ts";
import { readVoice } from "../../src/site/narrate/kokoro/voice.ts";
import { frequencyOf, toneSeconds, toyModel, toyVoice } from "../support/toy-model.ts";

const folder = mkdtempSync(join(tmpdir(), "kokoro-model-"));

/** Writes a file, and returns its path. */
function write(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const { runtime } = loadPackages();
const load = (file: string) => loadModel(runtime, file);

/** How often a sound crosses zero upwards, in hertz. */
function pitchOf(samples: Float32Array): number {
  const crossings = samples.reduce(
    (count, sample, at) => count + Number(sample > 0 && (samples[at - 1] ?? 0) <= 0),
    0,
  );
  return (crossings * 24_000) / samples.length;
}

const peakOf = (samples: Float32Array) =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe("a model in the form of Kokoro", () => {
  let model: KokoroModel;
  beforeAll(async () => {
    model = await load(write("toy.onnx", toyModel()));
  });
  const voice = readVoice(
    write(
      "zm_row.bin",
      toyVoice((phonemes) => phonemes / 100),
    ),
  );
  const tone = toneSeconds * 24_000;

  test("is given the phonemes between two zeros, in their order", async () => {
    const samples = await model.speak([43, 100], voice);
    expect(samples).toHaveLength(4 * tone);
    const part = (at: number) => samples.subarray(at * tone, (at + 1) * tone);
    expect(peakOf(part(0))).toBe(0);
    expect(pitchOf(part(1))).toBeCloseTo(frequencyOf(43), -2);
    expect(pitchOf(part(2))).toBeCloseTo(frequencyOf(100), -2);
    expect(peakOf(part(3))).toBe(0);
  });

  test("speaks in the style that the voice has for so many phonemes", async () => {
    expect(peakOf(await model.speak([43, 43], voice))).toBeCloseTo(0.02, 3);
    expect(peakOf(await model.speak(Array<number>(50).fill(43), voice))).toBeCloseTo(0.5, 2);
  });

  test("is known by its file: another one is another voice", async () => {
    const other = await load(write("other.onnx", Buffer.concat([toyModel(), Buffer.of(0x10, 1)])));
    expect(model.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.hash).not.toBe(model.hash);
  });
});

describe("whoever brings a model is told, with the file's name,", () => {
  test("that it is not there", async () => {
    await expect(load(join(folder, "none.onnx"))).rejects.toThrow(/^There is no model .*none.onnx/);
  });

  test.each([
    ["that a part of it is missing", toyModel().slice(0, 700)],
    ["that it is no model", Buffer.from("<!doctype html><title>404</title>")],
    ["that it is empty", new Uint8Array()],
  ])("%s", async (_, bytes) => {
    const file = write("broken.onnx", bytes);
    await expect(load(file)).rejects.toThrow(
      `${file} is no ONNX model, or not all of one; fetch it again. The runtime says: `,
    );
  });

  test("that it is another one", async () => {
    const file = write("speaker.onnx", toyModel("speaker"));
    await expect(load(file)).rejects.toThrow(
      `${file} is another model than Kokoro-82M: its inputs are tokens, speaker, speed, and not tokens, style, speed.`,
    );
  });
});

describe("whoever brings a voice", () => {
  test("has its language and accent told by its name", () => {
    const named = (name: string) => readVoice(write(name, toyVoice()));
    expect(named("zf_xiaoxiao.bin")).toMatchObject({ name: "zf_xiaoxiao", language: "zh-CN" });
    expect(named("bm_george.bin")).toMatchObject({ language: "en", accent: "en-GB" });
    expect(named("af_heart.bin")).toMatchObject({ language: "en", accent: "en-US" });
  });

  test.each([
    ["is told what a voice is where there is none", "zm_none.bin", undefined, "There is no voice"],
    [
      "is told of a file that is cut off",
      "zm_cut.bin",
      toyVoice().slice(4),
      "it has 522236 B, and a voice has 522240 B",
    ],
    [
      "is told of a voice in a language that is not read here",
      "jf_alpha.bin",
      toyVoice(),
      "the name of a voice tells its language",
    ],
    [
      "is told how voices are named",
      "zhang.bin",
      toyVoice(),
      "zf_ and zm_ Mandarin; others are not read here",
    ],
  ])("%s", (_, name, bytes, expected) => {
    const file = bytes ? write(name, bytes) : join(folder, name);
    expect(() => readVoice(file)).toThrow(expected);
    expect(() => readVoice(file)).toThrow(file);
  });
});

test("whoever has not installed the engine is told how to", () => {
  expect(() => loadPackages(mkdtempSync(join(tmpdir(), "no-kokoro-")))).toThrow(
    "run `npm ci --prefix tools/kokoro` once",
  );
});
