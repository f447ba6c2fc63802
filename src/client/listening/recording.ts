// Finds the page's recording, checks that it says what the page says, and keeps it on the device when asked to.
import { isOf, parseCues, type Recording, recordingsCache } from "../../core/speech/recording.ts";
import type { SpokenSentence } from "../../core/speech/script.ts";
import { forget, forgetOlder, isKept, keepAudio } from "../platform/kept-files.ts";
import { createDownload, type Download } from "./download.ts";
import { createRecordedEngine, type RecordedEngine } from "./voices/recorded.ts";

/** What the player can do with a recording. */
export interface RecordingPart {
  readonly engine: RecordedEngine;
  readonly download: Download;
  start(): void;
  stop(): void;
  remove(): void;
}

/** Whether there is a recording to play: one, none, or one that says something else than the page. */
export type FoundPart = RecordingPart | "none" | "unfit";

/** The recording that the page tells of; undefined where there is none. */
export function readRecording(): Recording | undefined {
  const { audio, cues, bytes } = document.getElementById("lexicon")?.dataset ?? {};
  return audio && cues ? { audio, cues, bytes: Number(bytes) } : undefined;
}

/** Fetches the timing of a recording and makes it ready to play. `onUnfit` is called when it turns out to be another. */
export async function loadRecording(
  recording: Recording,
  sentences: readonly SpokenSentence[],
  name: string,
  onUnfit: () => void,
): Promise<FoundPart> {
  const timing = await fetch(recording.cues)
    .then((response) => (response.status === 200 ? response.text() : undefined))
    .catch(() => undefined);
  if (timing === undefined) return "none";
  const cues = parseCues(timing);
  if (!isOf(cues, sentences)) return "unfit";
  const tag = sentences[0]?.language ?? "";
  const download = createDownload(recording.bytes);
  const files = [recording.audio, recording.cues];
  let abort = new AbortController();
  const remove = async () => {
    await Promise.all(files.map((file) => forget(recordingsCache, file)));
    download.set({ status: "none", received: 0 });
  };
  const unfit = () => {
    void remove();
    onUnfit();
  };
  void isKept(recordingsCache, recording.audio).then((isThere) => {
    if (isThere) download.set({ status: "kept" });
  });
  return {
    engine: createRecordedEngine({
      audio: recording.audio,
      cues,
      voice: () => ({ name, tag, isLocal: download.state().status === "kept" }),
      onUnfit: unfit,
    }),
    download,
    async start() {
      abort = new AbortController();
      download.set({ status: "running", received: 0, reason: undefined });
      // What an older version left makes room first. Names differ in their hash: `zh-CN.0a1b2c3d.mp3`.
      await forgetOlder(recordingsCache, recording.audio.replace(/[^.]+\.mp3$/, ""), files).catch(
        () => undefined,
      );
      const result = await keepAudio(
        recordingsCache,
        recording.audio,
        recording.bytes,
        (received) => download.set({ received }),
        abort.signal,
      );
      if (result === "kept") {
        // The sound is of no use without its timing: both are kept, or neither.
        const isWhole = await caches
          .open(recordingsCache)
          .then((cache) => cache.add(recording.cues))
          .then(() => true)
          .catch(() => false);
        if (!isWhole) await remove();
        download.set(isWhole ? { status: "kept" } : { status: "failed", reason: "network" });
      } else if (result === "stopped") download.set({ status: "none" });
      else download.set({ status: "failed", reason: result });
    },
    stop: () => abort.abort(),
    remove: () => void remove(),
  };
}
