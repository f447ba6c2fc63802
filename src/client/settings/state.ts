import { createSignal } from "solid-js";
import type { Chosen, SettingKey, SettingValue } from "../../core/settings/schema.ts";

/** What the reader has chosen, as a signal, and how to change it. */
export interface SettingsState {
  readonly chosen: () => Chosen;
  /** Sets one setting. */
  choose<Key extends SettingKey>(key: Key, value: SettingValue<Key>): void;
  /** Replaces everything that was chosen: by what another tab stored. */
  replace(chosen: Chosen): void;
  /** Back to the defaults. */
  reset(): void;
}

/** The state of the settings, initially as stored. */
export function createSettingsState(initial: Chosen): SettingsState {
  const [chosen, replace] = createSignal(initial);
  return {
    chosen,
    choose: (key, value) => void replace({ ...chosen(), [key]: value }),
    replace: (other) => void replace(other),
    reset: () => void replace({}),
  };
}
