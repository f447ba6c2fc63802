import { expect, test } from "vitest";
import { joinSamples, resample } from "../../src/site/narrate/samples.ts";
import { tone } from "../support/sounds.ts";

test("sounds are joined one after the other", () => {
  const joined = joinSamples([Float32Array.of(1, 2), new Float32Array(), Float32Array.of(3)]);
  expect([...joined]).toEqual([1, 2, 3]);
  expect(joinSamples([])).toHaveLength(0);
});

test.each([
  [22_050, 24_000],
  [24_000, 16_000],
  [8_000, 24_000],
])("a stand-in's voice at %d Hz is heard at %d Hz as long and as high", (from, to) => {
  const sound = resample(tone(-12, 0.5, from, 300), from, to);
  expect(sound.length / to).toBeCloseTo(0.5, 3);
  const expected = tone(-12, 0.5, to, 300);
  // But for the end, after which nothing is known.
  const error = sound
    .subarray(0, -10)
    .reduce((most, sample, at) => Math.max(most, Math.abs(sample - (expected[at] ?? 0))), 0);
  expect(error).toBeLessThan(0.005);
});

test("a sound that has the rate already is left as it is", () => {
  const sound = tone(-12, 0.1, 24_000);
  expect(resample(sound, 24_000, 24_000)).toBe(sound);
});
