import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Synthesizer } from "./synthesizer.ts";

/** A voice file: sherpa-onnx's configuration, plus these settings. */
interface VoiceFile {
  /** The index of the model's speaker; 0 by default. */
  readonly speaker?: number;
  /** Speed as a multiple of the model's own; 1 by default. */
  readonly speed?: number;
}

/**
 * Resolves file names, or comma-separated lists of them, relative to the voice file's folder; other
 * values are left alone.
 */
function resolveFiles(value: unknown, folder: string): unknown {
  if (typeof value === "string") {
    const beside = value.split(",").map((name) => join(folder, name));
    return value && beside.every((path) => existsSync(path)) ? beside.join(",") : value;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, resolveFiles(each, folder)]),
  );
}

/**
 * Creates a synthesizer from a sherpa-onnx model (https://k2-fsa.github.io/sherpa/onnx/tts/).
 * `file` is JSON: the configuration for `createOfflineTts`, optionally with `speaker` and `speed`.
 * Throws an error that names the file if it is not JSON or not a valid voice.
 */
export async function createSherpaOnnx(file: string): Promise<Synthesizer> {
  const { createOfflineTts } = (await import("sherpa-onnx")).default;
  let voice: VoiceFile;
  try {
    voice = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: a voice is described as JSON, and this is not: ${error}`);
  }
  const { speaker = 0, speed = 1, ...config } = resolveFiles(voice, dirname(file)) as VoiceFile;
  let tts: ReturnType<typeof createOfflineTts>;
  try {
    tts = createOfflineTts(config);
  } catch {
    throw new Error(`${file}: sherpa-onnx has no such voice; what it lacks is said above.`);
  }
  return {
    sampleRate: tts.sampleRate,
    speak: (text) => tts.generate({ text, sid: speaker, speed }).samples,
  };
}
