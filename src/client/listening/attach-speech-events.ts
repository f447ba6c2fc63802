import { createEffect, on } from "solid-js";
import type { Status } from "../../core/speech/player.ts";
import type { Speech } from "./speech.ts";

/** What `zhanjuan:speech` tells. */
export interface SpeechEventDetail {
  readonly state: Status;
  /** The id of the sentence's element. */
  readonly sentence: string | undefined;
  readonly engine: string;
}

/** Tells whoever embeds or extends the reader, by `zhanjuan:speech` on the document, how the speech goes. */
export function attachSpeechEvents(speech: Speech): void {
  createEffect(
    on(
      () => {
        const { status, sentence, engine } = speech.state();
        return JSON.stringify({ state: status, sentence: sentence?.id, engine });
      },
      (told) => {
        const detail: SpeechEventDetail = JSON.parse(told);
        document.dispatchEvent(new CustomEvent("zhanjuan:speech", { detail }));
      },
      { defer: true },
    ),
  );
}
