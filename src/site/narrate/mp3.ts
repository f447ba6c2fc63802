import { createMp3Encoder } from "wasm-media-encoders";

/**
 * A constant bit rate, so that time is proportional to the byte offset and seeking needs no index.
 */
const kilobitsASecond = 32;

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
