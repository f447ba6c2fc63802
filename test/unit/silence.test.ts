import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinSamples } from "../../src/site/narrate/samples.ts";
import { amplify } from "../../src/site/narrate/sound/level.ts";
import { findPauses, findSpeech, longestSilence } from "../../src/site/narrate/sound/silence.ts";
import { trim } from "../../src/site/narrate/sound/trim.ts";
import { bursts, noise, tone } from "../support/sounds.ts";

const rate = 24_000;
const silence = (seconds: number) => new Float32Array(Math.round(seconds * rate));
const room = { before: 0.03, after: 0.06 };
const vowel = tone(-10, 0.4, rate, 150);

/** A vowel that fades to nothing, as a nasal does. */
const fading = tone(-10, 0.4, rate, 150).map((sample, at) => sample * 10 ** (-at / 4_800));
const breath = noise(1, 0.3, rate, 0.31 * 10 ** (-52 / 20));

describe("a listener hears a sentence from its first sound to its last", () => {
  test("and not the silence around it, but for room to breathe", () => {
    const result = trim(joinSamples([silence(0.4), vowel, silence(1)]), rate, room);
    expect(result.length / rate).toBeCloseTo(0.03 + 0.4 + 0.06, 2);
  });

  test("nor the breath that a neural voice takes before it speaks", () => {
    const result = trim(joinSamples([silence(0.4), breath, vowel, silence(1)]), rate, room);
    expect(result.length / rate).toBeCloseTo(0.03 + 0.4 + 0.06, 2);
  });

  test("with a soft fricative before the vowel", () => {
    const fricative = noise(2, 0.1, rate, 0.31 * 10 ** (-32 / 20));
    const result = trim(joinSamples([silence(0.4), fricative, vowel, silence(1)]), rate, room);
    expect(result.length / rate).toBeCloseTo(0.03 + 0.1 + 0.4 + 0.06, 2);
  });

  test("with a vowel's end as it fades, down to 40 dB", () => {
    const result = trim(joinSamples([silence(0.4), fading, silence(1)]), rate, room);
    expect(result.length / rate).toBeGreaterThan(0.03 + 0.39 + 0.06);
  });

  test("with its level unchanged: fades are in the room alone", () => {
    const speech = bursts(4, 1, rate, 0.2);
    const sound = joinSamples([silence(0.4), speech, silence(1)]);
    const { from, to } = findSpeech(sound, rate) ?? { from: 0, to: 0 };
    const spoken = sound.subarray(Math.round(from * rate), Math.round(to * rate));
    const result = trim(sound, rate, room);
    const before = Math.round(room.before * rate);
    expect(result.subarray(before, before + spoken.length)).toEqual(spoken);
  });

  test("without a click, even when an engine begins and ends in the middle of a wave", () => {
    const result = trim(tone(-6, 0.5, rate, 150, Math.PI / 2), rate, room);
    expect(Math.abs(result[0] ?? 1)).toBe(0);
    expect(Math.abs(result.at(-1) ?? 1)).toBe(0);
    const steps = result.slice(1).map((sample, at) => Math.abs(sample - (result[at] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(0.05);
  });

  test("whatever the sound: nothing louder than the threshold is cut off", () => {
    const part = fc.record({
      seed: fc.integer(),
      seconds: fc.double({ min: 0, max: 0.2, noNaN: true }),
      level: fc.double({ min: -80, max: 0, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const sound = joinSamples(
          parts.map(({ seed, seconds, level }) => noise(seed, seconds, rate, 10 ** (level / 20))),
        );
        const highest = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        // The level of loud frames is at most the highest sample's.
        const threshold = Math.max(highest * 10 ** (-42 / 20), 10 ** (-66 / 20));
        const loudAt = (from: number, to: number) =>
          sound.subarray(from, to).some((sample) => Math.abs(sample) >= threshold);
        const { from, to } = findSpeech(sound, rate) ?? { from: 0, to: 0 };
        expect(loudAt(0, Math.round(from * rate))).toBe(false);
        expect(loudAt(Math.round(to * rate), sound.length)).toBe(false);
        const result = trim(sound, rate, room);
        expect(result.length).toBeGreaterThanOrEqual(
          Math.round(to * rate) - Math.round(from * rate),
        );
        expect(result.length).toBeLessThanOrEqual(sound.length);
      }),
    );
  });

  test("of silence nothing is left", () => {
    expect(trim(silence(1), rate, room)).toHaveLength(0);
    expect(trim(new Float32Array(), rate, room)).toHaveLength(0);
    expect(findSpeech(silence(1), rate)).toBeUndefined();
  });
});

describe("an utterance of two parts is cut where the voice pauses", () => {
  const sound = joinSamples([silence(0.3), vowel, silence(0.25), vowel, silence(0.05), vowel]);

  test("between the parts, and not where a plosive is silent for a moment", () => {
    const pauses = findPauses(sound, rate, 0.15);
    expect(pauses).toHaveLength(1);
    expect(pauses[0]?.from).toBeCloseTo(0.7, 1);
    expect(pauses[0]?.to).toBeCloseTo(0.95, 1);
    expect(findPauses(sound, rate, 0.03)).toHaveLength(2);
  });

  test("however loud it is, and though the voice breathes there", () => {
    const breathing = joinSamples([vowel, breath, vowel]);
    for (const gain of [-20, 0, 10]) {
      expect(findPauses(amplify(breathing, gain), rate, 0.15)).toHaveLength(1);
    }
  });

  test("the longest silence is one inside the speech", () => {
    expect(longestSilence(sound, rate)).toBeCloseTo(0.25, 1);
    expect(longestSilence(vowel, rate)).toBe(0);
    expect(longestSilence(silence(1), rate)).toBe(0);
  });
});
