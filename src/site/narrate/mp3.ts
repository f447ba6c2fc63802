import { createMp3Encoder } from "wasm-media-encoders";
import type { Cue } from "../../core/speech/recording.ts";

/**
 * A constant bit rate, so that time is proportional to the byte offset and seeking needs no index.
 */
export const kilobitsASecond = 40;

/**
 * The samples by which the sound is late in what is decoded: 576 of the encoder, 529 of the decoder.
 * Without an index before the sound, which would spoil the proportion, no decoder takes them off.
 */
const codecDelay = 1105;

/** Moves cues to where their sound is in an MP3 of {@link encodeMp3}. */
export function delayCues(cues: readonly Cue[], sampleRate: number): Cue[] {
  const seconds = codecDelay / sampleRate;
  return cues.map(({ clauses, ...cue }) => ({
    ...cue,
    start: cue.start + seconds,
    end: cue.end + seconds,
    ...(clauses && {
      clauses: clauses.map(({ from, start }) => ({ from, start: start + seconds })),
    }),
  }));
}

/** Encodes mono samples as MP3, which every browser can play, including WeChat's. */
export async function encodeMp3(samples: Float32Array, sampleRate: number): Promise<Uint8Array> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels: 1, bitrate: kilobitsASecond });
  // The encoder reuses its buffer: copy each part before encoding the next.
  const parts: Uint8Array[] = [];
  const step = sampleRate * 10;
  for (let from = 0; from < samples.length; from += step) {
    parts.push(encoder.encode([samples.subarray(from, from + step)]).slice());
  }
  parts.push(encoder.finalize().slice());
  return Buffer.concat(parts);
}
