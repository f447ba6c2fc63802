import type { OpenRecording } from "./recordings.ts";

/**
 * Which sentences have words that were corrected since the sentence was recorded. Kept as long as
 * the server runs: of Mandarin the record tells it too, word by word.
 */
export interface Corrections {
  add(recording: OpenRecording, id: string, written: string): void;
  /** Takes back a correction, as when a reading is again the one that was recorded. */
  remove(recording: OpenRecording, id: string, written: string): void;
  has(recording: OpenRecording, id: string): boolean;
}

/** Starts without any. */
export function createCorrections(): Corrections {
  const words = new Map<string, Set<string>>();
  // Once recorded anew, a sentence is another one.
  const keyOf = ({ prefix, recordedAt }: OpenRecording, id: string) =>
    `${prefix} ${recordedAt} ${id}`;
  return {
    add(recording, id, written) {
      const key = keyOf(recording, id);
      words.set(key, new Set(words.get(key)).add(written));
    },
    remove: (recording, id, written) => void words.get(keyOf(recording, id))?.delete(written),
    has: (recording, id) => (words.get(keyOf(recording, id))?.size ?? 0) > 0,
  };
}
