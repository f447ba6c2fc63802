import type { SpokenSentence } from "./script.ts";

/** A recording of a whole report in one language, as the page tells of it. */
export interface Recording {
  /** Addresses of the MP3 and of its WebVTT timing. */
  readonly audio: string;
  readonly cues: string;
  /** Size of the MP3. */
  readonly bytes: number;
}

/** Where a sentence is in a recording. */
export interface Cue {
  /** The id of the sentence's element. */
  readonly id: string;
  /** Seconds from the beginning. */
  readonly start: number;
  readonly end: number;
  /** The sentence as it was written when it was recorded. */
  readonly text: string;
}

/** The cache in which recordings are kept that the reader has downloaded. */
export const recordingsCache = "zhanjuan-narration";

/** The folder, below the reader's own, from which recordings are served. */
export const recordingsFolder = "narration/";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

function toTimestamp(seconds: number): string {
  const date = new Date(Math.round(seconds * 1000));
  return date.toISOString().slice(11, 23);
}

function fromTimestamp(stamp: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = stamp.split(":").map(Number).reverse();
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000) / 1000;
}

/** Prints cues as WebVTT (https://www.w3.org/TR/webvtt1/), a sentence's id as its cue's. */
export function printCues(cues: readonly Cue[]): string {
  const encode = (text: string) =>
    text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;" })[char] ?? "&gt;");
  return `WEBVTT\n\n${cues
    .map(
      ({ id, start, end, text }) =>
        `${id}\n${toTimestamp(start)} --> ${toTimestamp(end)}\n${encode(text)}\n`,
    )
    .join("\n")}`;
}

/** Reads cues from WebVTT. What is no cue with an id is passed over; what is no WebVTT has none. */
export function parseCues(vtt: string): Cue[] {
  if (!vtt.startsWith("WEBVTT")) return [];
  const pattern = /^(.+)\n((?:\d+:)?\d\d:\d\d\.\d{3}) --> ((?:\d+:)?\d\d:\d\d\.\d{3}).*\n(.*)$/gm;
  return [...vtt.replaceAll("\r\n", "\n").matchAll(pattern)].map(
    ([, id = "", start = "", end = "", text = ""]) => ({
      id,
      start: fromTimestamp(start),
      end: fromTimestamp(end),
      text: text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity),
    }),
  );
}

/** Whether a recording says what the page says now: a cue for every sentence, with the sentence's own text. */
export function isOf(cues: readonly Cue[], sentences: readonly SpokenSentence[]): boolean {
  const texts = new Map(cues.map(({ id, text }) => [id, text]));
  return sentences.length > 0 && sentences.every(({ id, text }) => texts.get(id) === text);
}
