import { fromDecibels } from "./decibels.ts";
import { readFrames } from "./frames.ts";

/**
 * A frame is silent whose peak is below the loud frames by as much, or below a floor, in dB.
 * Fricatives, and vowels that fade, are 10 to 40 dB below; what a neural voice breathes before it
 * speaks is 43 to 55 below.
 */
const silent = { belowLoud: -42, floor: -66 } as const;

/** A stretch of a sound, in seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The frames that are not silent, as stretches of frame indices: `to` is past the last. */
function findLoudFrames(samples: Float32Array, sampleRate: number) {
  const { peaks, length, loud } = readFrames(samples, sampleRate);
  const threshold = Math.max(loud * fromDecibels(silent.belowLoud), fromDecibels(silent.floor));
  const stretches: { from: number; to: number }[] = [];
  for (const [at, peak] of peaks.entries()) {
    if (peak < threshold) continue;
    const last = stretches.at(-1);
    if (last?.to === at) last.to++;
    else stretches.push({ from: at, to: at + 1 });
  }
  return { stretches, seconds: length / sampleRate };
}

/** Where speech begins and ends; undefined where there is none. */
export function findSpeech(samples: Float32Array, sampleRate: number): Stretch | undefined {
  const { stretches, seconds } = findLoudFrames(samples, sampleRate);
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return undefined;
  const end = samples.length / sampleRate;
  return { from: first.from * seconds, to: Math.min(last.to * seconds, end) };
}

/** The silences between where speech begins and where it ends, that are at least so long. */
export function findPauses(
  samples: Float32Array,
  sampleRate: number,
  minimumSeconds: number,
): Stretch[] {
  const { stretches, seconds } = findLoudFrames(samples, sampleRate);
  return stretches.flatMap(({ to }, at) => {
    const next = stretches[at + 1];
    if (!next) return [];
    const pause = { from: to * seconds, to: next.from * seconds };
    return pause.to - pause.from >= minimumSeconds ? [pause] : [];
  });
}

/** The longest silence inside the speech, in seconds; 0 where there is none. */
export function longestSilence(samples: Float32Array, sampleRate: number): number {
  const pauses = findPauses(samples, sampleRate, 0);
  return pauses.reduce((longest, { from, to }) => Math.max(longest, to - from), 0);
}

/**
 * What is said after the longest pause, with half of that pause before it; undefined where there is
 * none of at least `minimumSeconds` that begins after so many seconds.
 */
export function takeAfterPause(
  samples: Float32Array,
  sampleRate: number,
  minimumSeconds: number,
  afterSeconds: number,
): Float32Array | undefined {
  const pauses = findPauses(samples, sampleRate, minimumSeconds)
    .filter(({ from }) => from >= afterSeconds)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const [longest] = pauses;
  return longest && samples.slice(Math.round(((longest.from + longest.to) / 2) * sampleRate));
}
