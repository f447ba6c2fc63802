import { type Chosen, type Setting, type SettingKey, settings } from "./schema.ts";

/** The version of the storage format. A change of format needs a migration here. */
const version = 1;

/** The storage key. */
export const settingsStorageKey = "settings";

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

/**
 * Parses stored settings. Invalid JSON, unknown keys, invalid values and other versions count as
 * not set; never throws.
 */
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
    // Not JSON, so not written by this code: nothing is chosen.
  }
  return chosen as Chosen;
}

/**
 * Serializes settings for storage.
 *
 */
export function printStoredSettings(chosen: Chosen): string {
  return JSON.stringify({ version, chosen });
}
