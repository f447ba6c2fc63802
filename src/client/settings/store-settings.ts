import { createEffect, on } from "solid-js";
import type { Chosen } from "../../core/settings/schema.ts";
import {
  parseStoredSettings,
  printStoredSettings,
  settingsStorageKey,
} from "../../core/settings/stored.ts";
import { onStoredElsewhere, type SafeStorage } from "../platform/storage.ts";
import type { SettingsState } from "./state.ts";

/**
 * Stores each change of the settings and adopts what another tab stores. `onRefused` is called the
 * first time that storing fails.
 */
export function attachSettingsStorage(
  storage: SafeStorage,
  state: SettingsState,
  onRefused: () => void,
  signal: AbortSignal,
): void {
  let isReported = false;
  /**
   * Settings from another tab, which has stored them. Storing them again could overwrite newer ones
   * of that tab.
   */
  let adopted: Chosen | undefined;
  const store = () => {
    const chosen = state.chosen();
    if (chosen === adopted) return;
    if (storage.write(settingsStorageKey, printStoredSettings(chosen)) || isReported) return;
    isReported = true;
    onRefused();
  };
  createEffect(
    on(
      state.chosen,
      // Writing blocks on the disk, so it comes after the frame that shows the change.
      () => void setTimeout(store),
      { defer: true },
    ),
  );
  onStoredElsewhere(
    settingsStorageKey,
    (stored) => {
      adopted = parseStoredSettings(stored);
      state.replace(adopted);
    },
    signal,
  );
}
