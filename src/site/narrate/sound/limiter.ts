import { fromDecibels } from "./decibels.ts";
import { integratedLoudness } from "./loudness.ts";
import { eachPeak, truePeak } from "./true-peak.ts";

/** Seconds in which the gain goes down before a peak, and in which 63 % of it come back after. */
const times = { attack: 0.005, release: 0.08 } as const;

/**
 * Replaces each value by the least of those at most `reach` places away, in place. What can still
 * become the least is kept in a ring, in rising order, so that a value costs a constant number of
 * steps (Lemire, "Streaming maximum-minimum filter", 2006).
 */
function spreadMinimum(values: Float32Array, reach: number): void {
  // A power of two, so that a mask takes the place of a division.
  const size = 2 ** Math.ceil(Math.log2(2 * reach + 2));
  const mask = size - 1;
  const queued = new Float32Array(size);
  const places = new Int32Array(size);
  let [head, tail] = [0, 0];
  for (let at = 0; at < values.length + reach; at++) {
    if (at < values.length) {
      const value = values[at] ?? 1;
      while (tail > head && (queued[(tail - 1) & mask] ?? 0) >= value) tail--;
      queued[tail & mask] = value;
      places[tail & mask] = at;
      tail++;
    }
    const centre = at - reach;
    if (centre < 0) continue;
    while ((places[head & mask] ?? 0) < centre - reach) head++;
    values[centre] = queued[head & mask] ?? 1;
  }
}

/** Lets gains rise no faster than an exponential of `seconds`, in place; they fall at once. */
function slowRise(gains: Float32Array, sampleRate: number, seconds: number): void {
  const step = 1 - Math.exp(-1 / (seconds * sampleRate));
  let gain = gains[0] ?? 1;
  for (let at = 0; at < gains.length; at++) {
    const wanted = gains[at] ?? 1;
    gain = wanted < gain ? wanted : gain + (wanted - gain) * step;
    gains[at] = gain;
  }
}

/** Samples multiplied by gains, each the mean of those at most `reach` places away. */
function applyMean(samples: Float32Array, gains: Float32Array, reach: number): Float32Array {
  const result = new Float32Array(samples.length);
  const size = 2 * reach + 1;
  const [first, last] = [gains[0] ?? 1, gains.at(-1) ?? 1];
  let sum = size * first;
  for (let at = 0; at < samples.length + reach; at++) {
    // Reading outside of an array is slow.
    const entering = at < gains.length ? (gains[at] ?? 1) : last;
    const leaving = at < size ? first : (gains[at - size] ?? 1);
    sum += entering - leaving;
    const centre = at - reach;
    if (centre >= 0) result[centre] = (samples[centre] ?? 0) * (sum / size);
  }
  return result;
}

/** By sample, the true peak beside it where that is above a bound, else 0; undefined if none is. */
function readPeaks(samples: Float32Array, bound: number): Float32Array | undefined {
  let peaks: Float32Array | undefined;
  eachPeak(samples, bound, (index, peak) => {
    peaks ??= new Float32Array(samples.length);
    // A peak between two samples is both's.
    for (const at of [index, index + 1]) {
      if (at >= 0 && at < peaks.length) peaks[at] = Math.max(peaks[at] ?? 0, peak);
    }
    return bound;
  });
  return peaks;
}

/** Amplifies samples by a gain, or by less around those peaks that would come above `most`. */
function amplifyUnder(
  samples: Float32Array,
  sampleRate: number,
  gain: number,
  peaks: Float32Array | undefined,
  most: number,
): Float32Array {
  if (!peaks) return samples.map((sample) => sample * gain);
  const gains = peaks.map((peak) => (peak * gain > most ? most / peak : gain));
  const reach = Math.round((times.attack * sampleRate) / 2);
  spreadMinimum(gains, reach);
  slowRise(gains, sampleRate, times.release);
  return applyMean(samples, gains, reach);
}

/**
 * Takes a sound down, in place, to a true peak of at most `bound` dBTP: a gain that moves shifts
 * what is interpolated by some hundredths of a decibel.
 */
function takeDown(samples: Float32Array, bound: number): Float32Array {
  const over = fromDecibels(truePeak(samples) - bound);
  if (over > 1) for (let at = 0; at < samples.length; at++) samples[at] = (samples[at] ?? 0) / over;
  return samples;
}

/**
 * Limits the true peak to `bound` dBTP, and leaves alone what is no peak. The gain is down when a
 * peak comes, since it is known ahead, goes there in a straight line and comes back slowly, so that
 * nothing clicks.
 */
export function limit(samples: Float32Array, sampleRate: number, bound: number): Float32Array {
  const most = fromDecibels(bound);
  const peaks = readPeaks(samples, most);
  return takeDown(amplifyUnder(samples, sampleRate, 1, peaks, most), bound);
}

/** The most that is given back of what the limiter takes away, in dB: more would sound pressed. */
const mostBack = 3;

/**
 * Brings a sound to an integrated loudness (LUFS) with a true peak of at most `truePeak` (dBTP).
 * What the limiter takes away is given back, in a few rounds; a sound whose peaks are too high for
 * that stays quieter. Silence, and what is too short to have a loudness, is only limited.
 */
export function normalize(
  samples: Float32Array,
  sampleRate: number,
  target: { readonly loudness: number; readonly truePeak: number },
): Float32Array {
  const gain = target.loudness - integratedLoudness(samples, sampleRate);
  if (!Number.isFinite(gain)) return limit(samples, sampleRate, target.truePeak);
  const most = fromDecibels(target.truePeak);
  const peaks = readPeaks(samples, most / fromDecibels(gain + mostBack));
  let back = 0;
  for (let round = 0; ; round++) {
    const amplification = fromDecibels(gain + back);
    const result = amplifyUnder(samples, sampleRate, amplification, peaks, most);
    const missing = peaks ? target.loudness - integratedLoudness(result, sampleRate) : 0;
    if (round === 4 || Math.abs(missing) < 0.1 || back === mostBack) {
      return takeDown(result, target.truePeak);
    }
    back = Math.min(mostBack, back + missing);
  }
}
