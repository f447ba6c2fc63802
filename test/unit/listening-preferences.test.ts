import fc from "fast-check";
import { expect, test } from "vitest";
import {
  parseListeningPreferences,
  printListeningPreferences,
} from "../../src/core/speech/preferences.ts";

const defaults = parseListeningPreferences(null);

test("how a reader likes to listen is kept", () => {
  const chosen = {
    rate: 1.5,
    voices: { "zh-CN": "Tingting" },
    mark: false,
    follow: false,
    caption: true,
  };
  expect(parseListeningPreferences(printListeningPreferences(chosen))).toEqual(chosen);
});

test.each([
  ["nothing", null],
  ["no JSON", "{"],
  ["a list", "[]"],
  ["a word", '"fast"'],
  ["a later version's", '{"version":2,"rate":2}'],
])("what is stored and is %s counts as unset", (_, stored) => {
  expect(parseListeningPreferences(stored)).toEqual(defaults);
});

test("a bad value is unset and leaves the others", () => {
  const stored =
    '{"version":1,"rate":99,"voices":{"zh-CN":7,"fr":"Amélie","en":"Daniel"},"mark":0,"caption":true}';
  expect(parseListeningPreferences(stored)).toEqual({
    ...defaults,
    voices: { en: "Daniel" },
    caption: true,
  });
});

test("whatever is stored, there is a way to listen", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (stored) => {
      const { rate } = parseListeningPreferences(stored);
      expect(rate).toBeGreaterThanOrEqual(0.5);
      expect(rate).toBeLessThanOrEqual(3);
    }),
  );
});
