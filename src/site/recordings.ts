import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages, type Report } from "../core/document/report.ts";
import type { Narrator } from "../core/speech/narrator.ts";
import { parseCues, type Recording, recordingsFolder } from "../core/speech/recording.ts";
import {
  isRecorded,
  narratorOf,
  prefixOf,
  readHeardSounds,
  readNarrationRecord,
} from "./narration-record.ts";

/** A recording stored with a report, and the files that it adds to the site. */
export interface FoundRecording {
  /** `wugang-2023/zh-CN`. */
  readonly key: string;
  /** URLs relative to the base path. */
  readonly recording: Recording;
  readonly files: readonly { readonly file: string; readonly data: Uint8Array }[];
}

function readNarrator(prefix: string): Narrator | undefined {
  const record = readNarrationRecord(prefix);
  return record && narratorOf(record, readHeardSounds(prefix));
}

/**
 * Finds the recordings of reports: `narration/<language>.mp3` with its cues in `<language>.vtt`,
 * made by `npm run narrate` or by a person. One without the other is ignored. Throws if what is
 * written down of a recording can't be used.
 */
export function findRecordings(folder: string, reports: readonly Report[]): FoundRecording[] {
  return reports.flatMap(({ slug }) =>
    languages.flatMap((language) => {
      const prefix = prefixOf(join(folder, slug), language);
      if (!isRecorded(prefix)) return [];
      const [audio, cues] = [readFileSync(`${prefix}.mp3`), readFileSync(`${prefix}.vtt`)];
      // One hash for both, so that a browser never combines files of different versions.
      const hash = createHash("sha256").update(audio).update(cues).digest("hex").slice(0, 8);
      const name = `${recordingsFolder}${slug}/${language}.${hash}`;
      return {
        key: `${slug}/${language}`,
        recording: {
          audio: `${name}.mp3`,
          cues: `${name}.vtt`,
          bytes: audio.length,
          seconds: parseCues(cues.toString()).at(-1)?.end ?? 0,
          narrator: readNarrator(prefix),
        },
        files: [
          { file: `${name}.mp3`, data: audio },
          { file: `${name}.vtt`, data: cues },
        ],
      };
    }),
  );
}
