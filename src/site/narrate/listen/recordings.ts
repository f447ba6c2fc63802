import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Language } from "../../../core/document/report.ts";
import { type Cue, parseCues } from "../../../core/speech/recording.ts";
import {
  type HeardSounds,
  isRecorded,
  readHeardSounds,
  readNarrationRecord,
  type SentenceRecord,
} from "../../narration-record.ts";
import { ListeningProblem, problems } from "./problems.ts";

/** A sentence of a recording: its cue, and how it was spoken. */
export type RecordedSentence = Cue & SentenceRecord;

/** A recording with what is known of it. */
export interface OpenRecording {
  readonly language: Language;
  /** Its path without an extension. */
  readonly prefix: string;
  /** In text order. */
  readonly sentences: readonly RecordedSentence[];
  readonly heard: HeardSounds;
  /** When the record was written, in ms: another time is another recording. */
  readonly recordedAt: number;
}

/** Ids of the sentences that are in one of the two only. */
function unlike(cues: readonly Cue[], record: Readonly<Record<string, SentenceRecord>>): string[] {
  const inCues = new Set(cues.map(({ id }) => id));
  return [
    ...cues.filter(({ id }) => !Object.hasOwn(record, id)).map(({ id }) => id),
    ...Object.keys(record).filter((id) => !inCues.has(id)),
  ];
}

/**
 * Opens the recording of a report in a language. Throws a {@link ListeningProblem} where there is
 * none, or where its files cannot be used or do not belong together.
 */
export function openRecording(prefix: string, language: Language): OpenRecording {
  if (!isRecorded(prefix)) throw problems.noRecording();
  const recordFile = `${prefix}.json`;
  if (!existsSync(recordFile)) throw problems.noRecord(basename(recordFile));
  try {
    const record = readNarrationRecord(prefix)?.sentences ?? {};
    const cues = parseCues(readFileSync(`${prefix}.vtt`, "utf8"));
    const ids = unlike(cues, record);
    if (ids.length > 0 || cues.length === 0) throw problems.unlikeCues(basename(recordFile), ids);
    const sentences = cues.flatMap((cue) => {
      const spoken = record[cue.id];
      return spoken ? [{ ...cue, ...spoken }] : [];
    });
    const recordedAt = statSync(recordFile).mtimeMs;
    return { language, prefix, sentences, heard: readHeardSounds(prefix), recordedAt };
  } catch (error) {
    if (error instanceof ListeningProblem) throw error;
    throw problems.unusable((error as Error).message);
  }
}
