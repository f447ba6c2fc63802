import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languages, type Report } from "../core/document/report.ts";
import { type Recording, recordingsFolder } from "../core/speech/recording.ts";

/** A recording that lies beside a report, and the files that go into the site for it. */
export interface FoundRecording {
  /** `wugang-2023/zh-CN`. */
  readonly key: string;
  /** Its addresses, below the base. */
  readonly recording: Recording;
  readonly files: readonly { readonly file: string; readonly data: Uint8Array }[];
}

/**
 * The recordings of reports: `narration/<language>.mp3` with its timing `<language>.vtt` beside it, made by
 * `npm run narrate` or by a person. One without the other is none.
 */
export function findRecordings(folder: string, reports: readonly Report[]): FoundRecording[] {
  return reports.flatMap(({ slug }) =>
    languages.flatMap((language) => {
      const place = join(folder, slug, "narration", language);
      if (!existsSync(`${place}.mp3`) || !existsSync(`${place}.vtt`)) return [];
      const [audio, cues] = [readFileSync(`${place}.mp3`), readFileSync(`${place}.vtt`)];
      // Both change their names together, so that one can't be met with the other of another day.
      const hash = createHash("sha256").update(audio).update(cues).digest("hex").slice(0, 8);
      const name = `${recordingsFolder}${slug}/${language}.${hash}`;
      return {
        key: `${slug}/${language}`,
        recording: { audio: `${name}.mp3`, cues: `${name}.vtt`, bytes: audio.length },
        files: [
          { file: `${name}.mp3`, data: audio },
          { file: `${name}.vtt`, data: cues },
        ],
      };
    }),
  );
}
