import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Synthesizer } from "./synthesizer.ts";

/** The folder of `package.json`, and of `node_modules`, for the engine alone: few people need it. */
export const sherpaOnnxFolder = "tools/sherpa-onnx";

interface OfflineTts {
  /** In hertz. */
  readonly sampleRate: number;
  generate(request: { text: string; sid: number; speed: number }): { samples: Float32Array };
}

/** The part of the package that is used; it brings no types of its own. */
interface SherpaOnnx {
  createOfflineTts(config: object): OfflineTts;
}

/** The package as installed in a folder. Throws a sentence that says how to install it where it is not. */
export function loadSherpaOnnx(folder = sherpaOnnxFolder): SherpaOnnx {
  const require = createRequire(resolve(folder, "package.json"));
  try {
    return require("sherpa-onnx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new Error(
      `The engine sherpa-onnx is not installed: run \`npm ci --prefix ${sherpaOnnxFolder}\` once.`,
    );
  }
}

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
  const { createOfflineTts } = loadSherpaOnnx();
  let voice: VoiceFile;
  try {
    voice = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: a voice is described as JSON, and this is not: ${error}`);
  }
  const { speaker = 0, speed = 1, ...config } = locate(voice, dirname(file)) as VoiceFile;
  let tts: OfflineTts;
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
