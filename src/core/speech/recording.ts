import { formatClockTime } from "../clock-time.ts";
import type { SpokenSentence } from "./script.ts";

/** A recording of a whole report in one language, as referenced by the page. */
export interface Recording {
  /** URLs of the MP3 and of its WebVTT cues. */
  readonly audio: string;
  readonly cues: string;
  /** The size of the MP3. */
  readonly bytes: number;
}

/** The position of a sentence in a recording. */
export interface Cue {
  /** The id of the sentence. */
  readonly id: string;
  /** Start and end in seconds. */
  readonly start: number;
  readonly end: number;
  /** The text of the sentence at the time of the recording. */
  readonly text: string;
}

/** The name of the cache for recordings that the reader has downloaded. */
export const recordingsCache = "zhanjuan-narration";

/** The folder, relative to the base path, that serves the recordings. */
export const recordingsFolder = "narration/";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

function parseTimestamp(stamp: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = stamp.split(":").map(Number).reverse();
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000) / 1000;
}

/** Serializes cues as WebVTT (https://www.w3.org/TR/webvtt1/), with sentence ids as cue ids. */
export function printCues(cues: readonly Cue[]): string {
  const encode = (text: string) =>
    text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;" })[char] ?? "&gt;");
  return `WEBVTT\n\n${cues
    .map(
      ({ id, start, end, text }) =>
        `${id}\n${formatClockTime(start)} --> ${formatClockTime(end)}\n${encode(text)}\n`,
    )
    .join("\n")}`;
}

/** Parses WebVTT. Cues without an id are skipped; text that is not WebVTT has no cues. */
export function parseCues(vtt: string): Cue[] {
  if (!vtt.startsWith("WEBVTT")) return [];
  const pattern = /^(.+)\n((?:\d+:)?\d\d:\d\d\.\d{3}) --> ((?:\d+:)?\d\d:\d\d\.\d{3}).*\n(.*)$/gm;
  return [...vtt.replaceAll("\r\n", "\n").matchAll(pattern)].map(
    ([, id = "", start = "", end = "", text = ""]) => ({
      id,
      start: parseTimestamp(start),
      end: parseTimestamp(end),
      text: text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity),
    }),
  );
}

/**
 * Whether a recording matches the page: it has a cue for every sentence, with the sentence's
 * current text.
 */
export function isRecordingOf(cues: readonly Cue[], sentences: readonly SpokenSentence[]): boolean {
  const texts = new Map(cues.map(({ id, text }) => [id, text]));
  return sentences.length > 0 && sentences.every(({ id, text }) => texts.get(id) === text);
}
