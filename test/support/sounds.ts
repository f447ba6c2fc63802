// Sounds for tests: mono samples.

const length = (seconds: number, sampleRate: number) => Math.round(seconds * sampleRate);

/** A sine; its level in dB of full scale, its phase in radians. */
export function tone(
  level: number,
  seconds: number,
  sampleRate: number,
  frequency = 1_000,
  phase = 0,
): Float32Array {
  const amplitude = 10 ** (level / 20);
  const step = (2 * Math.PI * frequency) / sampleRate;
  return Float32Array.from(
    { length: length(seconds, sampleRate) },
    (_, at) => amplitude * Math.sin(step * at + phase),
  );
}

/** White noise between -level and level, the same for the same seed. */
export function noise(seed: number, seconds: number, sampleRate: number, level: number) {
  let state = seed >>> 0;
  return Float32Array.from({ length: length(seconds, sampleRate) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return level * (state / 2 ** 31 - 1);
  });
}

/**
 * Something like speech: five syllables a second, each a vowel of six harmonics that swells and
 * fades, with a little noise before it.
 */
export function bursts(seed: number, seconds: number, sampleRate: number, level: number) {
  const breath = noise(seed, seconds, sampleRate, 1);
  const pitch = 110 + (Math.abs(seed) % 60);
  return breath.map((hiss, at) => {
    const time = at / sampleRate;
    const place = (time * 5) % 1;
    const swell = place < 0.2 ? 0 : Math.sin((Math.PI * (place - 0.2)) / 0.8) ** 2;
    let vowel = 0;
    for (let k = 1; k <= 6; k++) vowel += Math.sin(2 * Math.PI * pitch * k * time) / k;
    return level * (swell * vowel + (place < 0.2 ? 0.1 * hiss : 0));
  });
}
