import { weightedPowers } from "./k-weighting.ts";

/** The gates of ITU-R BS.1770-4: an absolute one in LUFS, and one relative to what passes it. */
const gates = { absolute: -70, relative: -10 } as const;

/** Loudness in LUFS of a K-weighted mean square, and back. */
const toLufs = (power: number) => -0.691 + 10 * Math.log10(power);
const fromLufs = (lufs: number) => 10 ** ((lufs + 0.691) / 10);

/** The mean of those values that are above a bound; 0 where none is. */
function meanAbove(values: Float64Array, bound: number): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (value <= bound) continue;
    sum += value;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * Integrated loudness in LUFS by ITU-R BS.1770-4: blocks of 400 ms that overlap by 75 %, gated. Of
 * one channel: played by two loudspeakers, it is 3 LU louder. -Infinity for silence, and for what is
 * shorter than a block.
 */
export function integratedLoudness(samples: Float32Array, sampleRate: number): number {
  const powers = weightedPowers(samples, sampleRate, Math.round(sampleRate / 10));
  const blocks = new Float64Array(Math.max(0, powers.length - 3));
  for (let at = 0; at < blocks.length; at++) {
    let sum = 0;
    for (let step = at; step < at + 4; step++) sum += powers[step] ?? 0;
    blocks[at] = sum / 4;
  }
  const absolute = fromLufs(gates.absolute);
  const relative = meanAbove(blocks, absolute) * 10 ** (gates.relative / 10);
  return toLufs(meanAbove(blocks, Math.max(absolute, relative)));
}

/**
 * Loudness in LUFS of the speech in an utterance, however short: of frames of 20 ms, those within
 * 20 dB of the loudest, without overlap. What is around the speech, and how long its pauses are,
 * makes no difference. -Infinity for silence.
 */
export function activeLoudness(samples: Float32Array, sampleRate: number): number {
  const powers = weightedPowers(samples, sampleRate, Math.round(sampleRate / 50));
  const highest = powers.reduce((most, power) => Math.max(most, power), 0);
  return toLufs(meanAbove(powers, highest / 100));
}
