import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PreparedUtterance, Synthesizer } from "./synthesizer.ts";
import { writeFiles } from "./write-files.ts";
import { explainFailure } from "./write-recording.ts";

/** Where sounds are kept between runs; everything there can be deleted. */
export const cacheFolder = ".cache/narration";

/**
 * What a sound was made from, as 16 hexadecimal digits: the reading, the voice and the model. Where
 * a synthesizer has no hash of its voice, its name stands for it.
 */
export function hashSound(
  { input, language }: PreparedUtterance,
  synthesizer: Synthesizer,
): string {
  const voice = synthesizer.voiceHash(language) ?? synthesizer.name;
  const parts = [synthesizer.name, voice, language, input];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** Keeps a sound. Throws a sentence that names the folder and says why where that fails. */
function keep(file: string, samples: Float32Array): void {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  try {
    writeFiles(new Map([[file, bytes]]));
  } catch (error) {
    throw explainFailure(dirname(file), error);
  }
}

/**
 * Speaks an utterance, or takes its sound from the cache, where it was spoken before by the same
 * voice. Sounds are float32 samples.
 */
export async function speakOnce(
  utterance: PreparedUtterance,
  synthesizer: Synthesizer,
  folder = cacheFolder,
): Promise<Float32Array> {
  if (synthesizer.voiceHash(utterance.language) === undefined) return synthesizer.speak(utterance);
  const file = join(folder, `${hashSound(utterance, synthesizer)}.f32`);
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    const samples = new Float32Array(bytes.length / Float32Array.BYTES_PER_ELEMENT);
    new Uint8Array(samples.buffer).set(bytes);
    return samples;
  }
  const samples = await synthesizer.speak(utterance);
  keep(file, samples);
  return samples;
}
