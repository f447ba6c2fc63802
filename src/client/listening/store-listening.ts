import { createEffect, createMemo, on } from "solid-js";
import { listeningStorageKey, printListeningPreferences } from "../../core/speech/preferences.ts";
import type { SafeStorage } from "../platform/storage.ts";
import type { Speech } from "./speech.ts";
import type { ListeningState } from "./state.ts";

const placeKey = (report: string, language: string) => `heard:${report}:${language}`;

/** The id of the sentence at which the reader stopped listening; undefined where none is stored. */
export function readHeardPlace(
  storage: SafeStorage,
  report: string,
  language: string,
): string | undefined {
  return storage.read(placeKey(report, language)) ?? undefined;
}

/** Stores the listening preferences, and the current sentence; at the end of the report none. */
export function attachListeningStorage(
  storage: SafeStorage,
  listening: ListeningState,
  speech: Speech,
  report: string,
  language: string,
): void {
  createEffect(
    on(
      listening.preferences,
      (preferences) => storage.write(listeningStorageKey, printListeningPreferences(preferences)),
      { defer: true },
    ),
  );
  // The state changes with every clause; only a change of the sentence is written.
  const place = createMemo<string | undefined>((before) => {
    const { status, sentence } = speech.state();
    if (status === "ended") return undefined;
    return status === "speaking" ? sentence?.id : before;
  });
  createEffect(
    on(
      place,
      (id) => {
        const key = placeKey(report, language);
        if (id === undefined) storage.remove(key);
        else storage.write(key, id);
      },
      { defer: true },
    ),
  );
}
