import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinSamples } from "../../src/site/narrate/samples.ts";
import { toDecibels } from "../../src/site/narrate/sound/decibels.ts";
import { kWeighting } from "../../src/site/narrate/sound/k-weighting.ts";
import { amplify, levelTo } from "../../src/site/narrate/sound/level.ts";
import { limit, normalize } from "../../src/site/narrate/sound/limiter.ts";
import { activeLoudness, integratedLoudness } from "../../src/site/narrate/sound/loudness.ts";
import { truePeak } from "../../src/site/narrate/sound/true-peak.ts";
import { bursts, noise, tone } from "../support/sounds.ts";

const rate = 24_000;

describe("how loud a listener hears a sound is measured by ITU-R BS.1770-4", () => {
  test("with the filters that the standard prints for 48 kHz", () => {
    const { shelf, pass } = kWeighting(48_000);
    const printed = [
      [shelf.b, [1.53512485958697, -2.69169618940638, 1.19839281085285]],
      [shelf.a, [1, -1.69065929318241, 0.73248077421585]],
      [pass.b, [1, -2, 1]],
      [pass.a, [1, -1.99004745483398, 0.99007225036621]],
    ] as const;
    for (const [ours, theirs] of printed) {
      for (const [at, value] of theirs.entries()) expect(ours[at]).toBeCloseTo(value, 9);
    }
  });

  test.each([22_050, 24_000, 44_100, 48_000])(
    "a full tone of 997 Hz at %d Hz is -3.01 LUFS",
    (at) => {
      expect(integratedLoudness(tone(0, 5, at, 997), at)).toBeCloseTo(-3.01, 1);
    },
  );

  test("softer passages and pauses do not count, as in case 3 of EBU Tech 3341", () => {
    // The case is of two channels, which are 3 LU louder than one.
    const sound = joinSamples([tone(-36, 10, rate), tone(-23, 60, rate), tone(-36, 10, rate)]);
    expect(Math.abs(integratedLoudness(sound, rate) + 26)).toBeLessThan(0.1);
  });

  test("nor does what is nearly silent, as in case 4", () => {
    const levels = [-72, -36, -23, -23, -23, -36, -72];
    const sound = joinSamples(levels.map((level) => tone(level, 10, rate)));
    expect(Math.abs(integratedLoudness(sound, rate) + 26)).toBeLessThan(0.1);
  });

  test("silence, and what is shorter than a block, has none", () => {
    expect(integratedLoudness(new Float32Array(rate), rate)).toBe(-Infinity);
    expect(integratedLoudness(tone(-20, 0.3, rate), rate)).toBe(-Infinity);
    expect(integratedLoudness(new Float32Array(), rate)).toBe(-Infinity);
  });

  test("a gain makes it louder by as much", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: -20, max: 20, noNaN: true }), (seed, gain) => {
        const sound = bursts(seed, 3, rate, 0.2);
        const before = integratedLoudness(sound, rate);
        expect(integratedLoudness(amplify(sound, gain), rate)).toBeCloseTo(before + gain, 3);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the true peak is what a loudspeaker is driven to, also between samples", () => {
  test("of a tone whose samples miss its crests by 3 dB", () => {
    const sound = tone(-6, 1, rate, rate / 4, Math.PI / 4);
    expect(toDecibels(Math.max(...sound))).toBeCloseTo(-9.01, 2);
    // A tone that begins at once has more than its own level there.
    expect(Math.abs(truePeak(sound.subarray(6_000)) + 6)).toBeLessThan(0.2);
  });

  test("at the first sample and at the last", () => {
    expect(truePeak(Float32Array.of(0.5))).toBeCloseTo(-6.02, 1);
    expect(truePeak(Float32Array.of(0, 0, 0, -0.5))).toBeCloseTo(-6.02, 1);
  });

  test("of silence there is none", () => {
    expect(truePeak(new Float32Array(100))).toBe(-Infinity);
    expect(truePeak(new Float32Array())).toBe(-Infinity);
  });
});

describe("a recording is brought to one loudness", () => {
  test("without a peak above the bound, whatever the sound", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.double({ min: 0.01, max: 4, noNaN: true }),
        fc.double({ min: -20, max: -0.1, noNaN: true }),
        (seed, level, bound) => {
          for (const sound of [noise(seed, 0.2, rate, level), bursts(seed, 0.2, rate, level)]) {
            expect(truePeak(limit(sound, rate, bound))).toBeLessThan(bound + 1e-4);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test("and what has no peak above it is left as it is", () => {
    const sound = tone(-3, 1, rate);
    expect(limit(sound, rate, -2)).toEqual(sound);
  });

  test("a limited peak neither clicks nor pumps: the gain moves by at most 1 % a sample, and slowly back", () => {
    // A steady tone with one loud wave tells the gain by what has become of it.
    const sound = tone(-12, 1, rate);
    for (let at = 12_000; at < 12_024; at++) sound[at] = (sound[at] ?? 0) * 3.9;
    const limited = limit(sound, rate, -6);
    const gains = [...limited].flatMap((sample, at) =>
      Math.abs(sound[at] ?? 0) > 0.01 ? [sample / (sound[at] ?? 1)] : [],
    );
    const steps = gains.slice(1).map((gain, at) => Math.abs(gain - (gains[at] ?? 1)));
    expect(Math.min(...gains)).toBeLessThan(0.6);
    expect(Math.max(...steps)).toBeLessThan(0.01);
    // A twentieth of a second later it is on its way back, and in the end it is back.
    const later =
      Math.max(...limited.subarray(13_200, 13_224)) / Math.max(...sound.subarray(0, 24));
    expect(later).toBeGreaterThan(0.65);
    expect(later).toBeLessThan(0.85);
    expect(gains.at(-1)).toBeCloseTo(1, 2);
  });

  test.each([-35, -22, -10])(
    "of speech at %d LUFS, within half a unit, under its bound",
    (level) => {
      const sound = bursts(1, 10, rate, 0.2);
      const spoken = amplify(sound, level - integratedLoudness(sound, rate));
      const result = normalize(spoken, rate, { loudness: -16, truePeak: -2 });
      expect(Math.abs(integratedLoudness(result, rate) + 16)).toBeLessThan(0.5);
      expect(truePeak(result)).toBeLessThan(-1.999);
      expect(result).toHaveLength(spoken.length);
    },
  );

  test("silence stays silence, and nothing stays nothing", () => {
    const target = { loudness: -16, truePeak: -2 };
    expect(normalize(new Float32Array(rate), rate, target)).toEqual(new Float32Array(rate));
    expect(normalize(new Float32Array(), rate, target)).toHaveLength(0);
  });

  test("the sound that was given is not changed", () => {
    const sound = tone(0, 1, rate);
    const copy = sound.slice();
    normalize(sound, rate, { loudness: -10, truePeak: -6 });
    expect(sound).toEqual(copy);
  });
});

describe("sentences spoken one by one sound equally loud", () => {
  test.each([-26, -23.5, -17])("from %d LUFS, also with silence around them", (level) => {
    const sound = bursts(2, 2, rate, 0.2);
    const spoken = amplify(sound, level - activeLoudness(sound, rate));
    const silence = new Float32Array(rate);
    const result = levelTo(joinSamples([silence, spoken, silence]), rate, -22);
    expect(activeLoudness(result.subarray(rate, 3 * rate), rate)).toBeCloseTo(
      Math.max(level - 4, Math.min(level + 4, -22)),
      1,
    );
  });

  test("a single syllable too, but by no more than 4 dB", () => {
    const syllable = bursts(3, 0.2, rate, 0.02);
    const result = levelTo(syllable, rate, -20);
    expect(activeLoudness(result, rate) - activeLoudness(syllable, rate)).toBeCloseTo(4, 3);
  });

  test("silence stays silence", () => {
    expect(levelTo(new Float32Array(100), rate, -20)).toEqual(new Float32Array(100));
  });
});
