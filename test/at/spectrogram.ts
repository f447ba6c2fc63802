/** Samples in a second. */
export const sampleRate = 22_050;

/** Samples in a step: about 10 ms. */
const step = 220;

/** In hertz: over what tells vowels and consonants apart, closer where the ear is finer. */
const bands = [200, 300, 450, 650, 900, 1200, 1600, 2100, 2700, 3400, 4300, 5400];

/** A window of two steps (Hann's), so that a step does not ring in the bands beside its own. */
const hann = Array.from(
  { length: 2 * step },
  (_, at) => Math.sin((Math.PI * at) / (2 * step)) ** 2,
);

/** For each band the wave that is looked for, as its windowed cosine and sine. */
const waves = bands.map((frequency) =>
  [Math.cos, Math.sin].map((wave) =>
    hann.map((weight, at) => (weight * wave((2 * Math.PI * frequency * at) / sampleRate)) / step),
  ),
);

const isHeard = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / step) > 0.001;

/** A sound without its silent steps. */
function withoutSilence(samples: Float32Array): Float32Array {
  const steps = Array.from({ length: Math.floor(samples.length / step) }, (_, at) =>
    samples.subarray(at * step, (at + 1) * step),
  ).filter(isHeard);
  const heard = new Float32Array(steps.length * step);
  for (const [at, each] of steps.entries()) heard.set(each, at * step);
  return heard;
}

/**
 * How much of each band is in a sound, step by step and as the logarithm of its power. Silence is
 * left out, within it too: a sound card that waits for a busy machine puts some between any two
 * words.
 *
 * @param samples mono, at 22,050 Hz, between -1 and 1
 * @returns a row for each band, of the same length
 */
export function spectrogram(samples: Float32Array): number[][] {
  const heard = withoutSilence(samples);
  const parts = Array.from({ length: Math.max(0, heard.length / step - 1) }, (_, at) =>
    heard.subarray(at * step, (at + 2) * step),
  );
  const amount = (part: Float32Array, wave: readonly number[]) =>
    part.reduce((sum, sample, at) => sum + sample * (wave[at] ?? 0), 0);
  return waves.map((pair) =>
    parts.map((part) =>
      Math.log(1e-6 + Math.hypot(...pair.map((wave) => amount(part, wave))) ** 2),
    ),
  );
}

/** Values around their mean, in units of their deviation. */
function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.hypot(...values.map((value) => value - mean)) / Math.sqrt(values.length);
  return values.map((value) => (value - mean) / (deviation || 1));
}

/**
 * The best correlation of a sound with any stretch of what was heard, as the mean of its bands': 1
 * for the same, about 0 for another. How loud a sound is alone does not tell a short sentence from
 * another's beginning.
 *
 * @returns -1 where less was heard than the sound is long
 */
export function likeness(heard: readonly number[][], sound: readonly number[][]): number {
  const wanted = sound.map(standardise);
  const length = wanted[0]?.length ?? 0;
  let best = -1;
  for (let from = 0; from + length <= (heard[0]?.length ?? 0); from++) {
    const bands = wanted.map((values, band) =>
      standardise(heard[band]?.slice(from, from + length) ?? []).reduce(
        (sum, value, at) => sum + value * (values[at] ?? 0),
        0,
      ),
    );
    best = Math.max(best, bands.reduce((sum, value) => sum + value, 0) / bands.length / length);
  }
  return best;
}
