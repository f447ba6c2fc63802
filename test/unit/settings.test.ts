import { describe, expect, test } from "vitest";
import { nextStep, resolveSettings, toRootStyle } from "../../src/core/settings/resolve.ts";
import { settings } from "../../src/core/settings/schema.ts";
import { parseStoredSettings, printStoredSettings } from "../../src/core/settings/stored.ts";

describe("what holds for a reader", () => {
  test("who has chosen nothing is the default of the page's language", () => {
    expect(resolveSettings({}, "zh-CN")).toMatchObject({ size: 100, leading: 1.8, width: 36 });
    expect(resolveSettings({}, "en")).toMatchObject({ size: 100, leading: 1.6, width: 38 });
    expect(resolveSettings({}, "en")).toMatchObject({ theme: "system", face: "sans", easy: false });
  });

  test("is what they chose, in either language", () => {
    const chosen = { leading: 2.2, theme: "dark", unmarked: true } as const;
    for (const language of ["zh-CN", "en"] as const)
      expect(resolveSettings(chosen, language)).toMatchObject(chosen);
  });

  test("in easy mode is at least large and open, and more where they chose more", () => {
    expect(resolveSettings({ easy: true }, "zh-CN")).toMatchObject({
      size: 150,
      leading: 2,
      spacing: 1.25,
      tracking: 0,
    });
    expect(
      resolveSettings({ easy: true, size: 110, leading: 1.4, spacing: 0.5 }, "en"),
    ).toMatchObject({ size: 150, leading: 2, spacing: 1.25 });
    expect(
      resolveSettings({ easy: true, size: 200, leading: 2.4, spacing: 3 }, "en"),
    ).toMatchObject({ size: 200, leading: 2.4, spacing: 3 });
  });

  test("is what they chose before, once easy mode is off again", () => {
    expect(resolveSettings({ easy: false, size: 110 }, "en").size).toBe(110);
  });
});

describe("how it shows in CSS", () => {
  test("is nothing at all where nothing differs from the default, so that CSS alone gives it", () => {
    const chosen = { size: 100, leading: 1.8, theme: "system", easy: false } as const;
    const { properties, attributes } = toRootStyle(chosen, "zh-CN");
    expect(Object.keys(properties)).toContain("--size");
    expect(Object.keys(attributes)).toContain("data-theme");
    for (const value of [...Object.values(properties), ...Object.values(attributes)])
      expect(value).toBeUndefined();
  });

  test("is in the units of CSS, and without the dust of binary fractions", () => {
    const { properties } = toRootStyle({ size: 110, tracking: 0.06, width: 40 }, "en");
    expect(properties).toMatchObject({ "--size": "1.1", "--tracking": "0.06", "--width": "40" });
  });

  test("is an attribute with the choice, or an empty one for what is on", () => {
    const { attributes } = toRootStyle({ theme: "sepia", keyless: true }, "zh-CN");
    expect(attributes).toMatchObject({ "data-theme": "sepia", "data-keyless": "" });
  });
});

describe("the next step of a setting", () => {
  test("is the one beside it", () => {
    expect(nextStep("size", 100, 1)).toBe(110);
    expect(nextStep("size", 100, -1)).toBe(90);
  });

  test("is, from between two steps, the next one in that direction", () => {
    expect(nextStep("size", 105, 1)).toBe(110);
    expect(nextStep("size", 105, -1)).toBe(100);
  });

  test("is where the reader already is at either end", () => {
    expect(nextStep("size", 300, 1)).toBe(300);
    expect(nextStep("size", 80, -1)).toBe(80);
  });

  test("is none for what has no steps", () => {
    expect(nextStep("theme", 5, 1)).toBe(5);
  });
});

describe("settings in storage", () => {
  test("are found again as they were chosen", () => {
    const chosen = { size: 200, theme: "dark", easy: true, keyless: false } as const;
    expect(parseStoredSettings(printStoredSettings(chosen))).toEqual(chosen);
  });

  test("hold in full range, ends included, and between the steps", () => {
    const { steps } = settings.leading;
    for (const leading of [steps[0], steps.at(-1), 1.55])
      expect(parseStoredSettings(JSON.stringify({ version: 1, chosen: { leading } }))).toEqual({
        leading,
      });
  });

  test.each([
    ["nothing", null],
    ["an empty string", ""],
    ["no JSON", "{{{"],
    ["null", "null"],
    ["a number", "7"],
    ["a list", "[1,2,3]"],
    ["of no version", '{"chosen":{"size":300}}'],
    ["of a later version", '{"version":99,"chosen":{"size":300,"theme":"dark"}}'],
    ["without what was chosen", '{"version":1}'],
    ["with nothing chosen", '{"version":1,"chosen":null}'],
    [
      "another program's",
      '{"version":1,"chosen":{"size":"huge","theme":"pink","easy":7,"face":null}}',
    ],
    ["above the range", '{"version":1,"chosen":{"size":9000}}'],
    ["below the range", '{"version":1,"chosen":{"size":1}}'],
    ["of unknown names", '{"version":1,"chosen":{"colour":"red","__proto__":{"size":200}}}'],
  ])("that are %s count as nothing chosen", (_what, stored) => {
    expect(parseStoredSettings(stored)).toEqual({});
  });

  test("of which one is bad keep the others", () => {
    expect(
      parseStoredSettings('{"version":1,"chosen":{"size":200,"theme":"pink","leading":2}}'),
    ).toEqual({ size: 200, leading: 2 });
  });
});
