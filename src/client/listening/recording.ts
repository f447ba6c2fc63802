// Makes the page's recording playable, if it is of the page's text.
import { isRecordingOf, type OfferedRecording, parseCues } from "../../core/speech/recording.ts";
import type { SpokenSentence } from "../../core/speech/script.ts";
import type { Download } from "./download.ts";
import { createRecordedEngine, type RecordedEngine } from "./voices/recorded.ts";

/** What the player can do with a recording. */
export interface RecordingPart {
  readonly engine: RecordedEngine;
  /** Who speaks, as a sentence. */
  readonly narrator: string | undefined;
  /** Downloads it. */
  start(): void;
}

/** A recording to play; or that there is none, or one that says something else than the page. */
export type FoundRecording = RecordingPart | "none" | "unfit";

/** The timing of a recording; undefined where it can't be had, or something else answers. */
async function fetchTiming(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address);
    const text = await response.text();
    return response.status === 200 && text.startsWith("WEBVTT") ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Fetches the timing of a recording and makes it ready to play. `onUnfit` is called when its sound
 * turns out to be of another text.
 */
export async function loadRecording(
  { audio, cues: address, narrator }: OfferedRecording,
  sentences: readonly SpokenSentence[],
  name: string,
  download: Download,
  onUnfit: () => void,
): Promise<FoundRecording> {
  const timing = await fetchTiming(address);
  if (timing === undefined) return "none";
  const cues = parseCues(timing);
  if (!isRecordingOf(cues, sentences)) return "unfit";
  void download.look(timing);
  const tag = sentences[0]?.language ?? "";
  return {
    engine: createRecordedEngine({
      audio,
      cues,
      voice: () => ({ name, tag, isLocal: download.state().status === "kept" }),
      onUnfit: () => {
        void download.remove();
        onUnfit();
      },
    }),
    narrator,
    start: () => void download.start(timing),
  };
}
