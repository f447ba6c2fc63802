/** Samples at 22,050 Hz in a step: about 10 ms. */
const step = 220;

/** How loud a sound is, step by step, without the silence around it (root mean square). */
export function loudness(samples: Float32Array): number[] {
  const steps = Array.from({ length: Math.floor(samples.length / step) }, (_, at) => {
    const part = samples.subarray(at * step, (at + 1) * step);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / step);
  });
  const isHeard = (value: number) => value > 0.001;
  return steps.slice(steps.findIndex(isHeard), steps.findLastIndex(isHeard) + 1);
}

/** Values around their mean, in units of their deviation. */
function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.hypot(...values.map((value) => value - mean)) / Math.sqrt(values.length);
  return values.map((value) => (value - mean) / (deviation || 1));
}

/** The best correlation of a sound with any stretch of what was heard: 1 for the same, about 0 for another. */
export function likeness(heard: readonly number[], sound: readonly number[]): number {
  const wanted = standardise(sound);
  let best = -1;
  for (let from = 0; from + wanted.length <= heard.length; from++) {
    const part = standardise(heard.slice(from, from + wanted.length));
    best = Math.max(
      best,
      part.reduce((sum, value, at) => sum + value * (wanted[at] ?? 0), 0) / part.length,
    );
  }
  return best;
}
