// What a listener does, saved at once. Files are read anew each time, since editors change them too.
// Everything throws a `ListeningProblem` where it can't be done.

import { join } from "node:path";
import type { Language } from "../../../core/document/report.ts";
import { type HeardSounds, prefixOf } from "../../narration-record.ts";
import { findMisreading, isReadAs, readCharacters } from "./character-readings.ts";
import type { Corrections } from "./corrections.ts";
import { entriesIn, entriesOf } from "./entries.ts";
import { type LexiconReading, setReading, setReviewed } from "./lexicon-edits.ts";
import { expectAccepted, type OpenReport, openReport } from "./open-report.ts";
import { problems } from "./problems.ts";
import type { CorrectionMessage, RecordingState, TickMessage } from "./protocol.ts";
import { type OpenRecording, openRecording, type RecordedSentence } from "./recordings.ts";
import { reviewedFlags } from "./reviewed.ts";
import { saveFile } from "./save-file.ts";
import { takeReading } from "./take-reading.ts";
import { words } from "./words.ts";

/** What a server listens with. */
export interface Session {
  /** `content/reports`. */
  readonly reportsFolder: string;
  readonly corrections: Corrections;
}

/** A reading as it was saved. */
export interface Correction extends LexiconReading {
  /** Whether the sentence has to be recorded again for it. */
  readonly isToBeRecorded: boolean;
}

/** Why a sentence has to be recorded again, in the page's language; undefined if it has not. */
function outdated(
  { corrections }: Session,
  { lexicon }: OpenReport,
  recording: OpenRecording,
  sentence: RecordedSentence,
): string | undefined {
  const text = words[recording.language];
  const characters = readCharacters(sentence.spoken, sentence.reading);
  const misread =
    recording.language === "zh-CN" && characters && findMisreading(characters, lexicon.readings);
  if (misread) return text.readOtherwise(misread.written, misread.recorded, misread.pinyin);
  return corrections.has(recording, sentence.id) ? text.correctedSince : undefined;
}

/** Whether a sentence is ticked in the sound that it has now, and need not be recorded again. */
function isRight(
  session: Session,
  report: OpenReport,
  recording: OpenRecording,
  sentence: RecordedSentence,
): boolean {
  const isTicked = recording.heard[sentence.id] === sentence.sound;
  return isTicked && outdated(session, report, recording, sentence) === undefined;
}

function openBoth({ reportsFolder }: Session, name: string, language: Language) {
  const recording = openRecording(prefixOf(join(reportsFolder, name), language), language);
  return { report: openReport(reportsFolder, name), recording };
}

/** The sentence of a message; throws if the recording as it is now has none. */
function findSentence({ sentences }: OpenRecording, id: string): RecordedSentence {
  const found = sentences.find((sentence) => sentence.id === id);
  if (!found) throw problems.noSentence();
  return found;
}

/** Edits a lexicon; where its notation does not allow that, it is a problem. */
function edit(change: () => string): string {
  try {
    return change();
  } catch (error) {
    throw problems.notEditable((error as Error).message);
  }
}

function saveHeard({ prefix }: OpenRecording, heard: HeardSounds): void {
  saveFile(`${prefix}.heard.json`, `${JSON.stringify(heard, undefined, 2)}\n`);
}

/** What the page shows of a recording while a person listens. */
export function readState(session: Session, name: string, language: Language): RecordingState {
  const { report, recording } = openBoth(session, name, language);
  const entries = entriesOf(report.lexicon);
  const sentences = recording.sentences.map((sentence) => ({
    id: sentence.id,
    isRight: isRight(session, report, recording, sentence),
    outdated: outdated(session, report, recording, sentence),
    entries: entriesIn(entries, sentence.text, language).map((entry) => ({
      written: entry.written,
      said: entry.saidIn(language),
      isReviewed: entry.isReviewed,
    })),
  }));
  return { sentences };
}

/**
 * Writes to a report's lexicon which entries are reviewed, as it follows from the ticks. Returns
 * how many changed.
 */
export function settle(session: Session, name: string): number {
  const report = openReport(session.reportsFolder, name);
  const sentences = report.recordings.map((recording) => [
    recording.language,
    recording.sentences.map((sentence) => ({
      text: sentence.text,
      isRight: isRight(session, report, recording, sentence),
    })),
  ]);
  const flags = reviewedFlags(report.lexicon, Object.fromEntries(sentences));
  const text = edit(() => setReviewed(report.lexiconText, report.lexicon, flags));
  if (text !== report.lexiconText) saveFile(report.lexiconFile, text);
  const kinds = ["forms", "pauses", "readings"] as const;
  return kinds
    .flatMap((kind) => report.lexicon[kind].map(({ reviewed }, at) => [reviewed, flags[kind][at]]))
    .filter(([before, after]) => after !== undefined && after !== before).length;
}

/**
 * Saves that a sentence was found right, or that it was not. Returns the sentence's number, from 1.
 */
export function saveTick(session: Session, language: Language, message: TickMessage): number {
  const { report, recording } = openBoth(session, message.report, language);
  const sentence = findSentence(recording, message.id);
  if (sentence.sound !== message.sound) throw problems.noSentence();
  const reason = outdated(session, report, recording, sentence);
  if (message.isRight && reason) throw problems.recordAgain(reason);
  const { [sentence.id]: _, ...others } = recording.heard;
  const ticked = { ...others, [sentence.id]: sentence.sound };
  saveHeard(recording, message.isRight ? ticked : others);
  settle(session, message.report);
  return recording.sentences.indexOf(sentence) + 1;
}

/**
 * Saves a reading in the lexicon. Sentences that were recorded otherwise lose their ticks: nobody
 * has heard the new reading.
 */
export function saveCorrection(
  session: Session,
  language: Language,
  message: CorrectionMessage,
): Correction {
  const { report, recording } = openBoth(session, message.report, language);
  const sentence = findSentence(recording, message.id);
  const reading = takeReading(language, sentence.text, message);
  const { written, pinyin } = reading;
  const isKnown = report.lexicon.readings.some(
    (each) => each.written === written && each.pinyin === pinyin,
  );
  if (!isKnown) {
    const text = edit(() => setReading(report.lexiconText, report.lexicon, reading));
    expectAccepted(report, text, written);
    saveFile(report.lexiconFile, text);
    dropTicks(session, recording, reading);
    settle(session, message.report);
  }
  const now = openBoth(session, message.report, language);
  const reason = outdated(session, now.report, now.recording, sentence);
  return { ...reading, isToBeRecorded: reason !== undefined };
}

/** Takes the ticks from sentences that have a word and were recorded with another reading. */
function dropTicks(
  { corrections }: Session,
  recording: OpenRecording,
  reading: LexiconReading,
): void {
  const stale = new Set<string>();
  for (const { id, text, spoken, reading: recorded } of recording.sentences) {
    if (!text.includes(reading.written)) continue;
    const characters = readCharacters(spoken, recorded) ?? [];
    if (recording.language === "zh-CN" && isReadAs(characters, reading)) {
      corrections.remove(recording, id, reading.written);
    } else {
      corrections.add(recording, id, reading.written);
      stale.add(id);
    }
  }
  const kept = Object.entries(recording.heard).filter(([id]) => !stale.has(id));
  if (kept.length < Object.keys(recording.heard).length) {
    saveHeard(recording, Object.fromEntries(kept));
  }
}
