// What is known of a recording besides its sound and its cues, in files beside it:
// `narration/<language>.json`, which the narration writes, and `narration/<language>.heard.json`,
// which the page for listening writes.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Language } from "../core/document/report.ts";
import type { Narrator } from "../core/speech/narrator.ts";

const text = v.pipe(v.string(), v.nonEmpty());

const sentence = v.strictObject({
  /** A hash of everything that the sound was made from: another one is another sound. */
  sound: text,
  /** The spoken form. */
  spoken: v.string(),
  /**
   * In Mandarin the pinyin of each Chinese character of the spoken form, with spaces between; else
   * the phonemes. Empty where the engine does not tell.
   */
  reading: v.string(),
  /** The engine that spoke this sentence, where the chosen one could not. */
  fallback: v.optional(text),
});

const schema = v.strictObject({
  narrator: v.strictObject({
    kind: v.picklist(["synthetic", "person"]),
    name: v.optional(text),
    version: v.optional(text),
    maker: v.optional(text),
    voice: v.optional(text),
    licence: v.optional(text),
  }),
  /** By sentence id. */
  sentences: v.record(v.string(), sentence),
});

/** The `sound` of each sentence that a native speaker found right, by sentence id. */
const heardSchema = v.record(v.string(), text);

/** What the narration writes down of a recording. */
export type NarrationRecord = v.InferOutput<typeof schema>;
export type SentenceRecord = NarrationRecord["sentences"][string];
export type HeardSounds = v.InferOutput<typeof heardSchema>;

/** The path of a recording without its extension; `report` is the report's folder. */
export function prefixOf(report: string, language: Language): string {
  return join(report, "narration", language);
}

/** Whether there is a recording: its sound and its cues. */
export const isRecorded = (prefix: string): boolean =>
  existsSync(`${prefix}.mp3`) && existsSync(`${prefix}.vtt`);

function readJson<Schema extends v.GenericSchema>(file: string, schema: Schema) {
  if (!existsSync(file)) return undefined;
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(
      `${file} can't be used: ${(error as Error).message}. Record the report again, or delete the file.`,
    );
  }
}

/**
 * Reads the record of a recording; undefined where there is none. `prefix` is the recording's path
 * without its extension. Throws a sentence that names the file if it is not such a record.
 */
export function readNarrationRecord(prefix: string): NarrationRecord | undefined {
  return readJson(`${prefix}.json`, schema);
}

/** Reads which sounds were found right; none where nobody has listened. Throws as above. */
export function readHeardSounds(prefix: string): HeardSounds {
  return readJson(`${prefix}.heard.json`, heardSchema) ?? {};
}

/** Who speaks in a recording, and whether every sentence of it was found right. */
export function narratorOf(record: NarrationRecord, heard: HeardSounds): Narrator {
  const sentences = Object.entries(record.sentences);
  const isChecked =
    sentences.length > 0 && sentences.every(([id, { sound }]) => heard[id] === sound);
  const fallbacks = new Set(sentences.flatMap(([, { fallback }]) => fallback ?? []));
  return {
    ...record.narrator,
    ...(fallbacks.size > 0 ? { fallbacks: [...fallbacks] } : {}),
    isChecked,
  };
}
