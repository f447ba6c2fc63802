import { createSignal } from "solid-js";
import type { ListeningPreferences } from "../../core/speech/preferences.ts";

/** The listening preferences as a signal, and how to change them. */
export interface ListeningState {
  readonly preferences: () => ListeningPreferences;
  choose(changes: Partial<ListeningPreferences>): void;
}

/** The state of the listening preferences, initially as stored. */
export function createListeningState(initial: ListeningPreferences): ListeningState {
  const [preferences, replace] = createSignal(initial);
  return {
    preferences,
    choose: (changes) => void replace({ ...preferences(), ...changes }),
  };
}
