import { type Chosen, type Setting, type SettingKey, settings } from "./schema.ts";

/** The version of the form in which settings are stored. A change of form needs a migration here. */
const version = 1;

/** The key under which settings are stored. */
export const settingsStorageKey = "zhanjuan:settings";

function isValid(setting: Setting, value: unknown): boolean {
  if (setting.kind === "switch") return typeof value === "boolean";
  if (setting.kind === "choice") return setting.values.some((each) => each === value);
  const { steps } = setting;
  return (
    typeof value === "number" &&
    value >= (steps[0] as number) &&
    value <= (steps[steps.length - 1] as number)
  );
}

/** Reads stored settings. Garbage, unknown keys, bad values and later versions count as unset; never throws. */
export function parseStoredSettings(stored: string | null): Chosen {
  const chosen: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(stored ?? "null");
    if (typeof parsed !== "object" || parsed === null || !("chosen" in parsed)) return {};
    if (!("version" in parsed) || parsed.version !== version) return {};
    const values = Object(parsed.chosen) as Record<string, unknown>;
    for (const key of Object.keys(settings) as SettingKey[]) {
      if (isValid(settings[key], values[key])) chosen[key] = values[key];
    }
  } catch {
    // What is not JSON was not written by us: it counts as nothing chosen.
  }
  return chosen as Chosen;
}

/** The form in which settings are stored. */
export function printStoredSettings(chosen: Chosen): string {
  return JSON.stringify({ version, chosen });
}
