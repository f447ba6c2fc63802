import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Synthesizer } from "./synthesizer.ts";

/** What a voice's file says: sherpa-onnx's own configuration, and how the voice is to speak. */
interface VoiceFile {
  /** Which of a model's speakers; the first unless told. */
  readonly speaker?: number;
  /** Multiples of the model's own speed; 1 unless told. */
  readonly speed?: number;
}

/** Names of files as they stand beside the voice's file, one or several with commas, as where they are from here. */
function locate(value: unknown, folder: string): unknown {
  if (typeof value === "string") {
    const beside = value.split(",").map((name) => join(folder, name));
    return value && beside.every((path) => existsSync(path)) ? beside.join(",") : value;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, locate(each, folder)]),
  );
}

/**
 * A neural voice by sherpa-onnx, for whoever has a model (https://k2-fsa.github.io/sherpa/onnx/tts/). `file` is JSON:
 * the configuration that its `createOfflineTts` takes, with `speaker` and `speed` beside it if wanted. Throws a
 * sentence that names the file where it is no JSON or no such voice.
 */
export async function createSherpaOnnx(file: string): Promise<Synthesizer> {
  const { createOfflineTts } = (await import("sherpa-onnx")).default;
  let voice: VoiceFile;
  try {
    voice = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: a voice is described as JSON, and this is not: ${error}`);
  }
  const { speaker = 0, speed = 1, ...config } = locate(voice, dirname(file)) as VoiceFile;
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
