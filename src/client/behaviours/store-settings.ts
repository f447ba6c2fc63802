import { createEffect, on } from "solid-js";
import {
  parseStoredSettings,
  printStoredSettings,
  settingsStorageKey,
} from "../../core/settings/stored.ts";
import type { SafeStorage } from "../platform/storage.ts";
import type { SettingsState } from "../state/settings.ts";

/**
 * Stores each change of the settings and takes over what another tab stores. `onRefused` is called the
 * first time that a choice could not be kept.
 */
export function attachSettingsStorage(
  storage: SafeStorage,
  state: SettingsState,
  onRefused: () => void,
): void {
  let isTold = false;
  const store = () => {
    const text = printStoredSettings(state.chosen());
    if (storage.read(settingsStorageKey) === text) return;
    if (storage.write(settingsStorageKey, text) || isTold) return;
    isTold = true;
    onRefused();
  };
  createEffect(
    on(
      state.chosen,
      // Storing waits on the disk: what was chosen shows first.
      () => void setTimeout(store),
      { defer: true },
    ),
  );
  addEventListener("storage", (event) => {
    if (event.key === settingsStorageKey) state.replace(parseStoredSettings(event.newValue));
  });
}
