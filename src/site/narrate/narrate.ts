// Speaks the sentences of a page one after another, and puts what was spoken together.
import type { Lexicon } from "../../core/document/report.ts";
import type { ClauseStart, Cue } from "../../core/speech/recording.ts";
import type { SpokenSentence } from "../../core/speech/script.ts";
import type { SentenceRecord } from "../narration-record.ts";
import { pauseAfterClause, pauseAfterSentence } from "./pauses.ts";
import { joinSamples, resample } from "./samples.ts";
import { levelTo } from "./sound/level.ts";
import { normalize } from "./sound/limiter.ts";
import { trim } from "./sound/trim.ts";
import { type SpeakingOptions, type SpokenClause, speakSentence } from "./speak-sentence.ts";

/** LUFS and dBTP of a recording; the encoder adds up to 2 dB to the peaks. */
const target = { loudness: -16, truePeak: -3.5 } as const;
/** LUFS of each clause before all are put together. */
const clauseLoudness = -18.5;
/** Seconds of silence that are left around a clause: what begins softly is not cut. */
const room = { before: 0.08, after: 0.1 } as const;

/** A page's recording, before it is encoded. */
export interface Narration {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly cues: readonly Cue[];
  /** By sentence id. */
  readonly sentences: Readonly<Record<string, SentenceRecord>>;
}

/** Sounds in a row, and how long they are together. */
class Track {
  private readonly parts: Float32Array[] = [];
  private length = 0;

  constructor(readonly sampleRate: number) {}

  /** In seconds. */
  get end(): number {
    return this.length / this.sampleRate;
  }

  add(part: Float32Array): void {
    this.parts.push(part);
    this.length += part.length;
  }

  addSilence(seconds: number): void {
    this.add(new Float32Array(Math.round(seconds * this.sampleRate)));
  }

  join(): Float32Array {
    return joinSamples(this.parts);
  }
}

/** Adds the clauses of a sentence; returns its cue. */
function addSentence(
  track: Track,
  { id, text }: SpokenSentence,
  clauses: readonly SpokenClause[],
): Cue {
  const start = track.end;
  const starts: ClauseStart[] = [];
  for (const [at, clause] of clauses.entries()) {
    if (at > 0) {
      track.addSilence(pauseAfterClause(clauses[at - 1]?.text ?? ""));
      starts.push({ from: clause.from, start: track.end });
    }
    const { samples, sampleRate } = clause;
    const trimmed = trim(samples, sampleRate, room);
    track.add(resample(levelTo(trimmed, sampleRate, clauseLoudness), sampleRate, track.sampleRate));
  }
  return { id, start, end: track.end, text, ...(starts.length > 0 && { clauses: starts }) };
}

/**
 * Records sentences: each is spoken whole, or in clauses where it is long, with a pause after it
 * that tells what has ended. `onSpoken` hears how much of all has been spoken, from 0 to 1.
 */
export async function narrate(
  sentences: readonly SpokenSentence[],
  lexicon: Lexicon,
  options: SpeakingOptions,
  onSpoken: (share: number) => void = () => {},
): Promise<Narration> {
  const track = new Track(options.synthesizer.sampleRate);
  const cues: Cue[] = [];
  const records: Record<string, SentenceRecord> = {};
  const total = sentences.reduce((sum, { text }) => sum + text.length, 0);
  let done = 0;
  for (const [at, sentence] of sentences.entries()) {
    const { clauses, record } = await speakSentence(sentence, lexicon, options);
    cues.push(addSentence(track, sentence, clauses));
    records[sentence.id] = record;
    track.addSilence(pauseAfterSentence(sentence, sentences[at + 1]));
    done += sentence.text.length;
    onSpoken(done / total);
  }
  const { sampleRate } = track;
  const samples = normalize(track.join(), sampleRate, target);
  return { samples, sampleRate, cues, sentences: records };
}
