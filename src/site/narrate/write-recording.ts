import { dirname } from "node:path";
import type { Language } from "../../core/document/report.ts";
import { type Cue, printCues } from "../../core/speech/recording.ts";
import { type NarrationRecord, prefixOf } from "../narration-record.ts";
import { writeFiles } from "./write-files.ts";

/** A recording, ready to be written. */
export interface MadeRecording {
  readonly mp3: Uint8Array;
  readonly cues: readonly Cue[];
  readonly record: NarrationRecord;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EACCES: "it may not be written to",
  EPERM: "it may not be written to",
  EROFS: "it is read-only",
  EEXIST: "a file is in its place",
  ENOTDIR: "a file is in its place",
};

/**
 * Writes a recording beside its report: sound, cues and record, all of them or none. Throws a
 * sentence that names the folder and says why where that fails.
 */
export function writeRecording(
  report: string,
  language: Language,
  { mp3, cues, record }: MadeRecording,
): void {
  const prefix = prefixOf(report, language);
  const files = new Map<string, Uint8Array | string>([
    [`${prefix}.mp3`, mp3],
    [`${prefix}.vtt`, printCues(cues)],
    [`${prefix}.json`, `${JSON.stringify(record, null, 2)}\n`],
  ]);
  try {
    writeFiles(files);
  } catch (error) {
    throw explainFailure(dirname(prefix), error);
  }
}

/** An error in words, with what to do. */
export function explainFailure(folder: string, error: unknown): Error {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const reason = reasons[code] ?? message;
  return new Error(
    `${folder}: ${reason}, so nothing was written there. What has been spoken is kept: mend that, and run the command again.`,
  );
}
