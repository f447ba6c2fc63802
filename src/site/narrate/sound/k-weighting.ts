/** A filter of the second order, divided by its a0 (which is 1). */
export interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [1, number, number];
}

/**
 * The two filters of K-weighting (ITU-R BS.1770-4, Annex 1) for a sample rate: a high shelf, which
 * stands for the head, and a high-pass. The standard prints coefficients for 48 kHz alone; these are
 * the analogue filters of which the bilinear transform makes that table (as libebur128 has them:
 * frequency in hertz, Q, gain in dB), so that other rates hear the same.
 */
export function kWeighting(sampleRate: number): { readonly shelf: Biquad; readonly pass: Biquad } {
  const head = { frequency: 1681.974450955533, q: 0.7071752369554196, gain: 3.999843853973347 };
  const low = { frequency: 38.13547087602444, q: 0.5003270373238773 };
  const high = 10 ** (head.gain / 20);
  const band = high ** 0.4996667741545416;
  const k = Math.tan((Math.PI * head.frequency) / sampleRate);
  const a0 = 1 + k / head.q + k * k;
  const j = Math.tan((Math.PI * low.frequency) / sampleRate);
  const c0 = 1 + j / low.q + j * j;
  return {
    shelf: {
      b: [
        (high + (band * k) / head.q + k * k) / a0,
        (2 * (k * k - high)) / a0,
        (high - (band * k) / head.q + k * k) / a0,
      ],
      a: [1, (2 * (k * k - 1)) / a0, (1 - k / head.q + k * k) / a0],
    },
    // The standard leaves the numerator of the high-pass undivided.
    pass: { b: [1, -2, 1], a: [1, (2 * (j * j - 1)) / c0, (1 - j / low.q + j * j) / c0] },
  };
}

/**
 * Mean squares of K-weighted samples, of each whole frame of `frame` samples; what is left over at
 * the end makes no frame.
 */
export function weightedPowers(
  samples: Float32Array,
  sampleRate: number,
  frame: number,
): Float64Array {
  const powers = new Float64Array(Math.floor(samples.length / frame));
  const { shelf, pass } = kWeighting(sampleRate);
  const [b0, b1, b2] = shelf.b;
  const [, a1, a2] = shelf.a;
  const [, c1, c2] = pass.a;
  // The state of both filters, in the transposed direct form.
  let [s1, s2, p1, p2] = [0, 0, 0, 0];
  for (let at = 0, index = 0; at < powers.length; at++) {
    let sum = 0;
    for (const end = (at + 1) * frame; index < end; index++) {
      const sample = samples[index] ?? 0;
      const shelved = b0 * sample + s1;
      s1 = b1 * sample - a1 * shelved + s2;
      s2 = b2 * sample - a2 * shelved;
      const passed = shelved + p1;
      p1 = -2 * shelved - c1 * passed + p2;
      p2 = shelved - c2 * passed;
      sum += passed * passed;
    }
    powers[at] = sum / frame;
  }
  return powers;
}
