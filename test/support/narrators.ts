import { writeFileSync } from "node:fs";
import type { NarrationRecord } from "../../src/site/narration-record.ts";

/** What is known of an invented synthetic voice. */
export const syntheticVoice = {
  kind: "synthetic",
  name: "Tones-1M",
  version: "2.1",
  maker: "Example Labs",
  voice: "zm_tone",
  licence: "Apache-2.0",
} as const;

/** The record of a recording of two sentences, with the changes of a test. */
export function narrationRecord(changes: Partial<NarrationRecord> = {}): NarrationRecord {
  return {
    narrator: syntheticVoice,
    sentences: {
      a: { sound: "sound-a", spoken: "法治。", reading: "fǎ zhì" },
      b: { sound: "sound-b", spoken: "治法。", reading: "zhì fǎ" },
    },
    ...changes,
  };
}

/**
 * Writes down what is known of a recording, and which sounds were found right. `prefix` is its path
 * without extension.
 */
export function writeRecord(
  prefix: string,
  record: NarrationRecord,
  heard?: Readonly<Record<string, string>>,
): void {
  writeFileSync(`${prefix}.json`, JSON.stringify(record));
  if (heard) writeFileSync(`${prefix}.heard.json`, JSON.stringify(heard));
}
