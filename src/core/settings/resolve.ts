import type { Language } from "../document/report.ts";
import { type Chosen, type Effective, type Setting, type SettingKey, settings } from "./schema.ts";

const keys = Object.keys(settings) as SettingKey[];

/** The least that 长辈版 gives, in the units of the settings. */
const easyLeast = { size: 150, leading: 2, spacing: 1.25 } as const;

/** What holds for a page in a language, given what the reader has chosen. */
export function resolveSettings(chosen: Chosen, language: Language): Effective {
  const effective: Record<string, unknown> = {};
  for (const key of keys) {
    const setting: Setting = settings[key];
    const fallback = setting.kind === "range" ? setting.fallback[language] : setting.fallback;
    effective[key] = chosen[key] ?? fallback;
  }
  if (chosen.easy)
    for (const [key, least] of Object.entries(easyLeast))
      effective[key] = Math.max(effective[key] as number, least);
  return effective as Effective;
}

/** What the root element must carry: custom properties and attributes; `undefined` means remove it. */
export interface RootStyle {
  readonly properties: Readonly<Record<string, string | undefined>>;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** A choice or a switch that is on, as the value of its attribute. */
const printAttribute = (value: unknown) => (value === true ? "" : String(value));

/** How settings show in CSS. What equals the default is not written, so that CSS alone gives the default. */
export function toRootStyle(chosen: Chosen, language: Language): RootStyle {
  const effective = resolveSettings(chosen, language);
  const properties: Record<string, string | undefined> = {};
  const attributes: Record<string, string | undefined> = {};
  for (const key of keys) {
    const setting: Setting = settings[key];
    const value = effective[key];
    if (setting.kind === "range")
      properties[setting.property] =
        value === setting.fallback[language]
          ? undefined
          : String(Math.round((value as number) * setting.scale * 1000) / 1000);
    else
      attributes[setting.attribute] =
        value === setting.fallback ? undefined : printAttribute(value);
  }
  return { properties, attributes };
}

/** The next step of a range setting from a value, up or down; the value itself at the end of the range. */
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
