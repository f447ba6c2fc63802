import { createSignal } from "solid-js";
import type { Chosen, SettingKey, SettingValue } from "../../core/settings/schema.ts";

/** What the reader has chosen, and the ways to choose. */
export interface SettingsState {
  readonly chosen: () => Chosen;
  /** Sets one setting. */
  choose<Key extends SettingKey>(key: Key, value: SettingValue<Key>): void;
  /** Puts others in place of all that was chosen: what another tab stored. */
  replace(chosen: Chosen): void;
  /** Back to the defaults. */
  reset(): void;
}

/** The state of the settings, beginning with what was stored. */
export function createSettingsState(initial: Chosen): SettingsState {
  const [chosen, replace] = createSignal(initial);
  return {
    chosen,
    choose: (key, value) => void replace({ ...chosen(), [key]: value }),
    replace: (other) => void replace(other),
    reset: () => void replace({}),
  };
}
