// Makes the page's recording playable, if it is of the page's text, and downloads it when asked to.
import {
  isRecordingOf,
  type OfferedRecording,
  parseCues,
  recordingsCache,
} from "../../core/speech/recording.ts";
import type { SpokenSentence } from "../../core/speech/script.ts";
import { forget, forgetOlder, isKept, keepAudio } from "../platform/kept-files.ts";
import { createDownload, type Download } from "./download.ts";
import { createRecordedEngine, type RecordedEngine } from "./voices/recorded.ts";

/** What the player can do with a recording. */
export interface RecordingPart {
  readonly engine: RecordedEngine;
  readonly download: Download;
  /** Who speaks, as a sentence. */
  readonly narrator: string | undefined;
  start(): void;
  stop(): void;
  remove(): void;
}

/** A recording to play; or that there is none, or one that says something else than the page. */
export type FoundRecording = RecordingPart | "none" | "unfit";

/**
 * Stores the timing of a recording. The sound is of no use without it. Returns whether it is
 * stored.
 */
async function storeCues(address: string): Promise<boolean> {
  try {
    await (await caches.open(recordingsCache)).add(address);
    return true;
  } catch {
    return false;
  }
}

/** Downloads a recording for listening without a network, and reports its progress. */
async function downloadRecording(
  { audio, cues, bytes }: OfferedRecording,
  download: Download,
  signal: AbortSignal,
): Promise<void> {
  download.set({ status: "running", received: 0, reason: undefined });
  // The file of an older version is deleted first, to make room. Names differ in their hash:
  // `zh-CN.0a1b2c3d.mp3`.
  const folder = audio.replace(/[^.]+\.mp3$/, "");
  await forgetOlder(recordingsCache, folder, [audio, cues]).catch(() => undefined);
  const result = await keepAudio(
    recordingsCache,
    audio,
    bytes,
    (received) => download.set({ received }),
    signal,
  );
  if (result === "stopped") return download.set({ status: "none" });
  if (result !== "kept") return download.set({ status: "failed", reason: result });
  if (await storeCues(cues)) return download.set({ status: "kept" });
  await forget(recordingsCache, audio);
  download.set({ status: "failed", received: 0, reason: "network" });
}

/**
 * Fetches the timing of a recording and makes it ready to play. `onUnfit` is called when its sound
 * turns out to be of another text.
 */
export async function loadRecording(
  recording: OfferedRecording,
  sentences: readonly SpokenSentence[],
  name: string,
  onUnfit: () => void,
): Promise<FoundRecording> {
  const timing = await fetch(recording.cues)
    .then((response) => (response.status === 200 ? response.text() : undefined))
    .catch(() => undefined);
  if (timing === undefined) return "none";
  const cues = parseCues(timing);
  if (!isRecordingOf(cues, sentences)) return "unfit";
  const { audio } = recording;
  const tag = sentences[0]?.language ?? "";
  const download = createDownload(recording.bytes);
  let abort = new AbortController();
  const remove = async () => {
    await Promise.all([audio, recording.cues].map((file) => forget(recordingsCache, file)));
    download.set({ status: "none", received: 0 });
  };
  void isKept(recordingsCache, audio).then((isThere) => {
    if (isThere) download.set({ status: "kept" });
  });
  return {
    engine: createRecordedEngine({
      audio,
      cues,
      voice: () => ({ name, tag, isLocal: download.state().status === "kept" }),
      onUnfit: () => {
        void remove();
        onUnfit();
      },
    }),
    download,
    narrator: recording.narrator,
    start() {
      abort = new AbortController();
      return downloadRecording(recording, download, abort.signal);
    },
    stop: () => abort.abort(),
    remove: () => void remove(),
  };
}
