import { createEffect, createMemo, on } from "solid-js";
import { listeningStorageKey, printListeningPreferences } from "../../core/speech/preferences.ts";
import type { SafeStorage } from "../platform/storage.ts";
import type { Speech } from "./speech.ts";
import type { ListeningState } from "./state.ts";

const placeKey = (report: string, language: string) => `zhanjuan:heard:${report}:${language}`;

/** The sentence at which the reader stopped listening; undefined where there is none. */
export function readHeardPlace(
  storage: SafeStorage,
  report: string,
  language: string,
): string | undefined {
  return storage.read(placeKey(report, language)) ?? undefined;
}

/** Keeps how the reader likes to listen, and where they are; at the end of the report there is no place to keep. */
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
  // The state changes with every clause, the place with every sentence: only that is worth the disk.
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
