import { expect, test } from "vitest";
import { pairs, themes } from "../../src/styles/themes.ts";

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test("black on white has a contrast of 21, and a colour on itself of 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#8c2617", "#8c2617")).toBe(1);
});

for (const [name, theme] of Object.entries(themes))
  for (const { front, back, least } of pairs)
    test(`in the theme ${name}, ${front} on ${back} reaches ${least}:1`, () => {
      expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(least);
    });
