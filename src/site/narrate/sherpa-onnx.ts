import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Synthesizer } from "./synthesizer.ts";

/**
 * The folder of `package.json`, and of `node_modules`, for the engine alone: few people need it.
 */
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

/**
 * The package as installed in a folder. Throws a sentence that says how to install it where it is
 * not.
 */
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

/** A voice file: sherpa-onnx's configuration, plus these settings. */
interface VoiceFile {
  /** The index of the model's speaker; 0 by default. */
  readonly speaker?: number;
  /** Speed as a multiple of the model's own; 1 by default. */
  readonly speed?: number;
  /** What readers are told: the name of the voice, and the licence of its model. */
  readonly name?: string;
  readonly licence?: string;
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
 * `file` is JSON: the configuration for `createOfflineTts`, optionally with `speaker`, `speed`,
 * `name` and `licence`.
 * Throws an error that names the file if it is not JSON or not a valid voice.
 */
export async function createSherpaOnnx(file: string): Promise<Synthesizer> {
  const { createOfflineTts } = loadSherpaOnnx();
  let voice: VoiceFile;
  try {
    voice = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: a voice is described as JSON, and this is not: ${error}`);
  }
  const {
    speaker = 0,
    speed = 1,
    name,
    licence,
    ...config
  } = resolveFiles(voice, dirname(file)) as VoiceFile;
  let tts: OfflineTts;
  try {
    tts = createOfflineTts(config);
  } catch {
    throw new Error(`${file}: sherpa-onnx has no such voice; what it lacks is said above.`);
  }
  return {
    name: "sherpa-onnx",
    sampleRate: tts.sampleRate,
    narrator: () => ({ kind: "synthetic", name, licence }),
    voiceHash: () => undefined,
    prepare: (text, language) => ({ text, language, reading: "", input: text }),
    speak: async ({ input }) => tts.generate({ text: input, sid: speaker, speed }).samples,
  };
}
