import { describe, expect, test } from "vitest";
import { joinSamples } from "../../src/site/narrate/samples.ts";
import { checkSound } from "../../src/site/narrate/sound/check.ts";
import { amplify } from "../../src/site/narrate/sound/level.ts";
import { bursts, noise } from "../support/sounds.ts";

const rate = 24_000;
const silence = (seconds: number) => new Float32Array(Math.round(seconds * rate));

/** As many syllables as an engine gives them: 0.2 s each, with silence around. */
const speak = (syllables: number) =>
  joinSamples([silence(0.4), bursts(1, syllables / 5, rate, 0.2), silence(0.5)]);

const check = (samples: Float32Array, syllables: number) =>
  checkSound(samples, rate, { syllables, secondsPerSyllable: { least: 0.12, most: 0.25 } });

test.each([1, 2, 3, 10, 60])(
  "an utterance of %d syllables that was spoken well is sound",
  (count) => {
    expect(check(speak(count), count)).toEqual([]);
  },
);

test("however loud or soft an engine is, and with a pause at a comma", () => {
  const sentence = joinSamples([speak(5), speak(5)]);
  const quiet = amplify(sentence, -20);
  expect(check(amplify(speak(10), 6), 10)).toEqual([]);
  expect(check(quiet, 10)).toEqual([]);
});

describe("a listener is spared an utterance", () => {
  const whole = speak(10);
  const spoken = Math.round(2.4 * rate);
  const broken = whole.slice();
  broken[5_000] = Number.NaN;
  const swallowed = whole.map((sample, at) => (at > spoken - 7_200 ? sample / 28 : sample));
  const blip = noise(1, 0.03, rate, 0.05);

  test.each([
    ["that is no sound", broken, 10, "invalid", "1 of 69600 samples are no numbers."],
    ["of silence", silence(2), 10, "silent", "Nothing is heard in 2.00 s."],
    ["of no samples", silence(0), 1, "silent", "Nothing is heard in 0.00 s."],
    ["of which half is missing", speak(5), 10, "short", "need at least 1.20 s"],
    ["that says it twice", joinSamples([speak(10), speak(10)]), 10, "long", "need at most 2.85 s"],
    [
      "that is clipped",
      whole.map((x) => Math.max(-1, Math.min(1, 6 * x))),
      10,
      "clipped",
      "in a row",
    ],
    [
      "that stops for long",
      joinSamples([speak(5), silence(0.3), speak(5)]),
      10,
      "pause",
      "s of silence",
    ],
    [
      "of a word with a noise beside it",
      joinSamples([silence(0.3), blip, silence(0.2), bursts(1, 0.2, rate, 0.2), silence(0.5)]),
      1,
      "stray",
      "a noise is beside the word",
    ],
    ["that is cut off", whole.subarray(0, spoken - 2_400), 10, "cut off", "it is cut off"],
    ["of which the last syllable is swallowed", swallowed, 10, "swallowed", "dB of the loud parts"],
    ["whose end may be missing", joinSamples([whole, silence(1.2)]), 10, "ends early", "1.7"],
  ] as const)("%s", (_, samples, syllables, fault, message) => {
    const problems = check(samples, syllables);
    expect(problems.map((problem) => problem.fault)).toEqual([fault]);
    expect(problems[0]?.message).toContain(message);
  });
});
