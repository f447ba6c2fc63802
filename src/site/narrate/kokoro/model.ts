import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { OnnxRuntime } from "./installed.ts";
import type { KokoroVoice } from "./voice.ts";

/** In hertz. */
export const kokoroSampleRate = 24_000;

/** Kokoro-82M as an ONNX model. */
export interface KokoroModel {
  /** SHA-256 of its file, in hexadecimal. */
  readonly hash: string;
  /** Speaks phonemes by their numbers. */
  speak(phonemes: readonly number[], voice: KokoroVoice): Promise<Float32Array>;
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/**
 * Loads the model. Its inputs are the numbers of the phonemes between two zeros, a style and a
 * speed. Throws a sentence that names the file where it is another model, or not all of one.
 */
export async function loadModel(
  { InferenceSession, Tensor }: OnnxRuntime,
  file: string,
): Promise<KokoroModel> {
  if (!existsSync(file)) throw new Error(`There is no model ${file}.`);
  const session = await InferenceSession.create(file, { logSeverityLevel: 3 }).catch((error) => {
    throw new Error(
      `${file} is no ONNX model, or not all of one; fetch it again. The runtime says: ${(error as Error).message}`,
    );
  });
  // Exports of the same model differ in the name of the first input.
  const tokens = session.inputNames.find((name) => name === "tokens" || name === "input_ids");
  const [output] = session.outputNames;
  if (
    !tokens ||
    !output ||
    !["style", "speed"].every((name) => session.inputNames.includes(name))
  ) {
    throw new Error(
      `${file} is another model than Kokoro-82M: its inputs are ${session.inputNames.join(", ")}, and not tokens, style, speed.`,
    );
  }
  return {
    hash: await hashFile(file),
    async speak(phonemes, voice) {
      const ids = BigInt64Array.from([0, ...phonemes, 0].map(BigInt));
      const result = await session.run({
        [tokens]: new Tensor("int64", ids, [1, ids.length]),
        style: new Tensor("float32", voice.styleFor(phonemes.length), [1, 256]),
        speed: new Tensor("float32", Float32Array.of(1), [1]),
      });
      return result[output]?.data ?? new Float32Array();
    },
  };
}
