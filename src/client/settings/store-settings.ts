import { createEffect, on } from "solid-js";
import type { Chosen } from "../../core/settings/schema.ts";
import {
  parseStoredSettings,
  printStoredSettings,
  settingsStorageKey,
} from "../../core/settings/stored.ts";
import type { SafeStorage } from "../platform/storage.ts";
import type { SettingsState } from "./state.ts";

/**
 * Stores each change of the settings and takes over what another tab stores. `onRefused` is called the
 * first time that a choice could not be kept.
 */
export function attachSettingsStorage(
  storage: SafeStorage,
  state: SettingsState,
  onRefused: () => void,
  signal: AbortSignal,
): void {
  let isTold = false;
  /** What came from another tab, which has stored it: stored once more it would go back there, and may be older by then. */
  let taken: Chosen | undefined;
  const store = () => {
    const chosen = state.chosen();
    if (chosen === taken) return;
    if (storage.write(settingsStorageKey, printStoredSettings(chosen)) || isTold) return;
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
  addEventListener(
    "storage",
    (event) => {
      if (event.key !== settingsStorageKey) return;
      taken = parseStoredSettings(event.newValue);
      state.replace(taken);
    },
    { signal },
  );
}
