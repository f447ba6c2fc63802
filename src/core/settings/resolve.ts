import type { Language } from "../document/report.ts";
import { type Chosen, type Effective, type Setting, type SettingKey, settings } from "./schema.ts";

const keys = Object.keys(settings) as SettingKey[];

/** Minimum values in 长辈版 (the mode for older readers), in the units of the settings. */
const easyMinimum = { size: 150, leading: 2, spacing: 1.25 } as const;

/** The effective value of every setting, for a page language and the reader's choices. */
export function resolveSettings(chosen: Chosen, language: Language): Effective {
  const effective: Record<string, unknown> = {};
  for (const key of keys) {
    const setting: Setting = settings[key];
    const fallback = setting.kind === "range" ? setting.fallback[language] : setting.fallback;
    effective[key] = chosen[key] ?? fallback;
  }
  if (chosen.easy) {
    for (const [key, minimum] of Object.entries(easyMinimum)) {
      effective[key] = Math.max(effective[key] as number, minimum);
    }
  }
  return effective as Effective;
}

/** The custom properties and attributes for the root element; `undefined` means remove it. */
export interface RootStyle {
  readonly properties: Readonly<Record<string, string | undefined>>;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** The value of a choice or of a switch that is on, as its attribute. */
const printAttribute = (value: unknown) => (value === true ? "" : String(value));

/**
 * Converts settings to CSS. Values equal to the default are removed, so that the style sheet alone
 * provides defaults.
 */
export function toRootStyle(chosen: Chosen, language: Language): RootStyle {
  const effective = resolveSettings(chosen, language);
  const properties: Record<string, string | undefined> = {};
  const attributes: Record<string, string | undefined> = {};
  for (const key of keys) {
    const setting: Setting = settings[key];
    const value = effective[key];
    if (setting.kind === "range") {
      properties[setting.property] =
        value === setting.fallback[language]
          ? undefined
          : String(Math.round((value as number) * setting.scale * 1000) / 1000);
    } else {
      attributes[setting.attribute] =
        value === setting.fallback ? undefined : printAttribute(value);
    }
  }
  return { properties, attributes };
}

/**
 * The next step of a range setting above or below a value; the value itself at the end of the
 * range.
 */
export function nextStep(key: SettingKey, value: number, direction: 1 | -1): number {
  const setting: Setting = settings[key];
  if (setting.kind !== "range") return value;
  const { steps } = setting;
  const next =
    direction > 0
      ? steps.find((step) => step > value)
      : [...steps].reverse().find((step) => step < value);
  return next ?? value;
}
