import { formatClockTime } from "../clock-time.ts";
import { ownName } from "../own-name.ts";
import type { Narrator } from "./narrator.ts";
import type { SpokenSentence } from "./script.ts";

/** The files of a recording. */
interface RecordingFiles {
  /** URLs of the MP3 and of its WebVTT cues. */
  readonly audio: string;
  readonly cues: string;
  /** The size of the MP3. */
  readonly bytes: number;
}

/** A recording of a whole report in one language. */
export interface Recording extends RecordingFiles {
  readonly seconds: number;
  /** Undefined if nothing is known of who speaks: nothing is claimed then. */
  readonly narrator: Narrator | undefined;
}

/** A recording as a page offers it. */
export interface OfferedRecording extends RecordingFiles {
  /** Who speaks, as a sentence in the page's language. */
  readonly narrator: string | undefined;
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
  /** Where in the text, and when, clauses begin that were spoken one by one; not the first. */
  readonly clauses?: readonly ClauseStart[] | undefined;
}

/** The beginning of a clause. */
export interface ClauseStart {
  /** A UTF-16 offset in the text of the sentence. */
  readonly from: number;
  /** In seconds of the recording. */
  readonly start: number;
}

/**
 * When a share (0 to 1) of a sentence's text has been said, in seconds of the recording: known where
 * a clause begins, and between in proportion to the text.
 */
export function timeInCue({ start, end, text, clauses = [] }: Cue, share: number): number {
  const offset = share * text.length;
  const known = [{ from: 0, start }, ...clauses, { from: text.length, start: end }];
  const next = Math.max(
    1,
    known.findIndex(({ from }) => from >= offset),
  );
  const [before, after] = [known[next - 1], known[next]];
  if (!before || !after || after.from === before.from) return start;
  const part = (offset - before.from) / (after.from - before.from);
  return before.start + (after.start - before.start) * part;
}

/**
 * The names of the caches with the recordings that the reader has downloaded: the one that is
 * written to, and the one of earlier versions. That is shared by all readers on a host, but the
 * addresses in it are each reader's own.
 */
export const recordingsCaches = (base: string): readonly [own: string, earlier: string] => [
  ownName(base, "recordings"),
  "zhanjuan-narration",
];

/**
 * Whether an answer is a file of a recording as a whole: neither an error, nor the page of a network
 * that wants its users to sign in. Cues and sound come under various types.
 */
export const isRecordingFile = (status: number, type: string | null): boolean =>
  status === 200 && !/html/.test(type ?? "");

/** The folder, relative to the base path, that serves the recordings. */
export const recordingsFolder = "narration/";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

function parseTimestamp(stamp: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = stamp.split(":").map(Number).reverse();
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000) / 1000;
}

/** A comment that tells when the clauses of a cue begin: players that don't know it read on. */
function printClauses({ id, clauses = [] }: Cue): string {
  const starts = clauses.map(({ from, start }) => `${from} ${formatClockTime(start)}`);
  return starts.length > 0 ? `\nNOTE clauses of ${id}: ${starts.join(", ")}\n` : "";
}

/**
 * Serializes cues as WebVTT (https://www.w3.org/TR/webvtt1/), with sentence ids as cue ids. Where a
 * cue has clauses a comment follows it: each clause's UTF-16 offset in the text, and its time.
 */
export function printCues(cues: readonly Cue[]): string {
  const encode = (text: string) =>
    text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;" })[char] ?? "&gt;");
  return `WEBVTT\n\n${cues
    .map(
      (cue) =>
        `${cue.id}\n${formatClockTime(cue.start)} --> ${formatClockTime(cue.end)}\n${encode(cue.text)}\n${printClauses(cue)}`,
    )
    .join("\n")}`;
}

/** Reads the comments about clauses, by cue id. */
function parseClauses(vtt: string): ReadonlyMap<string, readonly ClauseStart[]> {
  const comments = [...vtt.matchAll(/^NOTE clauses of (.+): ([\d:., ]+)$/gm)];
  return new Map(
    comments.map(([, id = "", starts = ""]) => [
      id,
      starts.split(", ").map((each) => {
        const [from, start = ""] = each.split(" ");
        return { from: Number(from), start: parseTimestamp(start) };
      }),
    ]),
  );
}

/** Parses WebVTT. Cues without an id are skipped; text that is not WebVTT has no cues. */
export function parseCues(vtt: string): Cue[] {
  if (!vtt.startsWith("WEBVTT")) return [];
  const pattern = /^(.+)\n((?:\d+:)?\d\d:\d\d\.\d{3}) --> ((?:\d+:)?\d\d:\d\d\.\d{3}).*\n(.*)$/gm;
  const lines = vtt.replaceAll("\r\n", "\n");
  const clausesOf = parseClauses(lines);
  return [...lines.matchAll(pattern)].map(([, id = "", start = "", end = "", text = ""]) => {
    const clauses = clausesOf.get(id);
    return {
      id,
      start: parseTimestamp(start),
      end: parseTimestamp(end),
      text: text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity),
      ...(clauses && { clauses }),
    };
  });
}

/**
 * Whether a recording matches the page: it has a cue for every sentence, with the sentence's
 * current text.
 */
export function isRecordingOf(cues: readonly Cue[], sentences: readonly SpokenSentence[]): boolean {
  const texts = new Map(cues.map(({ id, text }) => [id, text]));
  return sentences.length > 0 && sentences.every(({ id, text }) => texts.get(id) === text);
}
