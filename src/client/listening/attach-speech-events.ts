import { createEffect, on } from "solid-js";
import type { Status } from "../../core/speech/player.ts";
import type { Speech } from "./speech.ts";

/** The detail of the event `zhanjuan:speech`. */
export interface SpeechEventDetail {
  readonly state: Status;
  /** The id of the sentence's element. */
  readonly sentence: string | undefined;
  readonly engine: string;
}

/**
 * Dispatches `zhanjuan:speech` on the document when the state of the speech changes, for embedders
 * and extensions.
 */
export function attachSpeechEvents(speech: Speech): void {
  createEffect(
    on(
      () => {
        const { status, sentence, engine } = speech.state();
        return JSON.stringify({ state: status, sentence: sentence?.id, engine });
      },
      (state) => {
        const detail: SpeechEventDetail = JSON.parse(state);
        document.dispatchEvent(new CustomEvent("zhanjuan:speech", { detail }));
      },
      { defer: true },
    ),
  );
}
