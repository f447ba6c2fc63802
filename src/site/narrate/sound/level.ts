import { fromDecibels } from "./decibels.ts";
import { activeLoudness } from "./loudness.ts";

/** More than this many decibels, up or down, would be heard as another room or another mood. */
const most = 4;

/** Multiplies samples by a gain in decibels. */
export function amplify(samples: Float32Array, decibels: number): Float32Array {
  const gain = fromDecibels(decibels);
  return samples.map((sample) => sample * gain);
}

/**
 * Brings one utterance towards a loudness (LUFS, of its active parts) by a gain of at most 4 dB:
 * speech that is synthesized clause by clause differs in level. Its peaks may come to be above 1
 * until the whole is normalized. Silence stays silence.
 */
export function levelTo(samples: Float32Array, sampleRate: number, loudness: number): Float32Array {
  const missing = loudness - activeLoudness(samples, sampleRate);
  if (!Number.isFinite(missing)) return samples.slice();
  return amplify(samples, Math.min(most, Math.max(-most, missing)));
}
