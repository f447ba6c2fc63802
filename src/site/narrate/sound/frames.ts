/** Seconds of a frame: short enough that a fade can begin where it ends. */
const frameSeconds = 0.005;

/** The greatest magnitudes in short frames of a sound. */
export interface Frames {
  /** One for each frame; the last frame may be shorter. */
  readonly peaks: Float32Array;
  /** Samples in a frame. */
  readonly length: number;
  /** A level that the loud parts of the sound, its vowels, have: 0 for silence. */
  readonly loud: number;
}

/** Measures frames of 5 ms. */
export function readFrames(samples: Float32Array, sampleRate: number): Frames {
  const length = Math.max(1, Math.round(frameSeconds * sampleRate));
  const peaks = new Float32Array(Math.ceil(samples.length / length));
  for (let at = 0; at < samples.length; at++) {
    const frame = Math.floor(at / length);
    peaks[frame] = Math.max(peaks[frame] ?? 0, Math.abs(samples[at] ?? 0));
  }
  return { peaks, length, loud: loudOf(peaks) };
}

/**
 * The ninth decile of the frames within 30 dB of the loudest: a single crest does not set it, nor
 * does it matter how much silence is around the speech.
 */
function loudOf(peaks: Float32Array): number {
  const highest = peaks.reduce((most, peak) => Math.max(most, peak), 0);
  const sorted = peaks.filter((peak) => peak > highest / 31.6).sort();
  return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
}
