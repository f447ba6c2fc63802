import { createSignal } from "solid-js";
import type { ListeningPreferences } from "../../core/speech/preferences.ts";

/** How the reader likes to listen, and the way to choose. */
export interface ListeningState {
  readonly preferences: () => ListeningPreferences;
  choose(changes: Partial<ListeningPreferences>): void;
}

/** The state of the listening preferences, beginning with what was stored. */
export function createListeningState(initial: ListeningPreferences): ListeningState {
  const [preferences, replace] = createSignal(initial);
  return {
    preferences,
    choose: (changes) => void replace({ ...preferences(), ...changes }),
  };
}
