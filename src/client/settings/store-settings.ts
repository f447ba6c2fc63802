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
 * Stores each change of the settings and adopts what another tab stores. `tell` is called when
 * storing begins to fail, and when it works again; it is tried again when the page is shown again.
 */
export function attachSettingsStorage(
  storage: SafeStorage,
  state: SettingsState,
  tell: (isKept: boolean) => void,
  signal: AbortSignal,
): void {
  let wasKept = true;
  /**
   * Settings from another tab, which has stored them. Storing them again could overwrite newer ones
   * of that tab.
   */
  let adopted: Chosen | undefined;
  const store = () => {
    const chosen = state.chosen();
    if (chosen === adopted) return;
    const isKept = storage.write(settingsStorageKey, printStoredSettings(chosen));
    if (isKept !== wasKept) tell(isKept);
    wasKept = isKept;
  };
  createEffect(
    on(
      state.chosen,
      // Writing blocks on the disk, so it comes after the frame that shows the change.
      () => void setTimeout(store),
      { defer: true },
    ),
  );
  const tryAgain = () => {
    if (!wasKept && document.visibilityState === "visible") store();
  };
  document.addEventListener("visibilitychange", tryAgain, { signal });
  onStoredElsewhere(
    settingsStorageKey,
    (stored) => {
      adopted = parseStoredSettings(stored);
      state.replace(adopted);
    },
    signal,
  );
}
