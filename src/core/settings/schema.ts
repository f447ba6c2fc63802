import type { Language } from "../document/report.ts";

/** A number in a range, written to a custom property of the root element. */
interface RangeSetting {
  readonly kind: "range";
  readonly property: `--${string}`;
  /**
   * The values that the control offers, in ascending order. A stored value may be anything between
   * the first and the last.
   */
  readonly steps: readonly number[];
  /** The default by page language. */
  readonly fallback: Readonly<Record<Language, number>>;
  /** The factor from the setting's unit to the CSS value. */
  readonly scale: number;
}

/** One of a list of values, written to a data attribute of the root element. */
interface ChoiceSetting<Value extends string = string> {
  readonly kind: "choice";
  readonly attribute: `data-${string}`;
  readonly values: readonly Value[];
  readonly fallback: Value;
}

/** A boolean, written to a data attribute of the root element when on. */
interface SwitchSetting {
  readonly kind: "switch";
  readonly attribute: `data-${string}`;
  readonly fallback: false;
}

/** A row of the settings table. */
export type Setting = RangeSetting | ChoiceSetting | SwitchSetting;

function steps(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, n) => Math.round((from + n * step) * 1000) / 1000);
}

function range(
  property: `--${string}`,
  values: readonly number[],
  fallback: number | Record<Language, number>,
  scale = 1,
): RangeSetting {
  const each = typeof fallback === "number" ? { "zh-CN": fallback, en: fallback } : fallback;
  return { kind: "range", property, steps: values, fallback: each, scale };
}

function choice<const Value extends string>(
  attribute: `data-${string}`,
  values: readonly Value[],
  fallback: Value,
): ChoiceSetting<Value> {
  return { kind: "choice", attribute, values, fallback };
}

/**
 * Every setting, one row each: its key, its allowed values, its default and the place where CSS
 * reads it.
 */
export const settings = {
  /** Font size, in percent of the browser's base size. */
  size: range("--size", [80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 275, 300], 100, 0.01),
  /** Line height, in multiples of the font size. */
  leading: range("--leading", steps(1.4, 2.6, 0.1), { "zh-CN": 1.8, en: 1.6 }),
  /** Letter spacing, in em. */
  tracking: range("--tracking", steps(0, 0.2, 0.02), 0),
  /** Space between paragraphs, in em. */
  spacing: range("--spacing", steps(0.5, 3, 0.25), 1),
  /** Line length, in Chinese characters; a Latin letter counts as half. */
  width: range("--width", steps(20, 40, 2), { "zh-CN": 36, en: 38 }),
  face: choice("data-face", ["sans", "serif"], "sans"),
  align: choice("data-align", ["start", "justify"], "start"),
  theme: choice("data-theme", ["system", "paper", "sepia", "dark", "contrast"], "system"),
  /** 长辈版 (mode for older readers): larger type, more space, larger targets. */
  easy: { kind: "switch", attribute: "data-easy", fallback: false },
  /** Hides the marking of glossary terms in the text. */
  unmarked: { kind: "switch", attribute: "data-unmarked", fallback: false },
  /** Turns off single-key shortcuts. */
  keyless: { kind: "switch", attribute: "data-keyless", fallback: false },
} as const satisfies Record<string, Setting>;

/** The key of a setting. */
export type SettingKey = keyof typeof settings;

/** The type of a setting's value. */
export type SettingValue<Key extends SettingKey> = (typeof settings)[Key] extends {
  values: readonly (infer Value)[];
}
  ? Value
  : (typeof settings)[Key] extends { steps: readonly number[] }
    ? number
    : boolean;

/** The reader's choices; a missing key means the default. */
export type Chosen = { readonly [Key in SettingKey]?: SettingValue<Key> };

/** The effective value of every setting. */
export type Effective = { readonly [Key in SettingKey]: SettingValue<Key> };
