import type { Engine, EngineEvent, Utterance, Voice } from "../../../core/speech/engine.ts";
import { type Cue, timeInCue } from "../../../core/speech/recording.ts";

/** What a recording consists of. */
export interface RecordedEngineOptions {
  /** The address of the audio. */
  readonly audio: string;
  readonly cues: readonly Cue[];
  /** The recording as a voice among the device's: local once it is downloaded. */
  readonly voice: () => Voice;
  /** Called when the audio does not fit the cues: it is cut off, or of another text. */
  readonly onUnfit: () => void;
}

/** A recording as an engine, with what a lock screen needs to show its position. */
export interface RecordedEngine extends Engine {
  readonly audio: HTMLAudioElement;
  /**
   * The id of the sentence at a time in seconds; in a pause, of the sentence before; undefined
   * before the first.
   */
  sentenceAt(seconds: number): string | undefined;
}

/**
 * How far, in seconds at rate 1, the playback may be from a clause's start and continue without
 * seeking.
 */
const tolerance = 0.6;
/** How many seconds before a clause's estimated start a seek goes. */
const lead = 1;

/** The clause that is being played: its end, in seconds, and the listener for its events. */
interface Clause {
  readonly end: number;
  readonly report: (event: EngineEvent) => void;
}

/** Follows the playback to the end of a clause. */
interface ClauseFollower {
  /** Begins with a clause in place of the one before, of which nothing more is reported. */
  begin(clause: Clause): void;
  isCurrent(clause: Clause): boolean;
  /** Looks with every frame whether the clause has ended. */
  watchFrames(): void;
  /** Ends the clause, if there is one, with an event. */
  finish(event: EngineEvent): void;
  /** Forgets the clause; nothing more is reported of it. */
  drop(): void;
  hasClause(): boolean;
}

function followClauses(audio: HTMLAudioElement): ClauseFollower {
  let current: Clause | undefined;
  let frame = 0;
  const finish = (event: EngineEvent) => {
    const clause = current;
    current = undefined;
    clause?.report(event);
  };
  const check = () => {
    if (current && (audio.currentTime >= current.end || audio.ended)) finish("ended");
  };
  const watchFrames = () => {
    cancelAnimationFrame(frame);
    if (!current) return;
    frame = requestAnimationFrame(watchFrames);
    check();
  };
  // Animation frames stop behind a locked screen; this event does not.
  audio.addEventListener("timeupdate", check);
  audio.addEventListener("ended", check);
  audio.addEventListener("error", () => finish("failed"));
  // Paused by the system: before the reader's own pause the clause is dropped.
  audio.addEventListener("pause", () => {
    if (audio.paused && !audio.ended) finish("paused");
  });
  return {
    begin(clause) {
      current = clause;
    },
    isCurrent: (clause) => current === clause,
    watchFrames,
    finish,
    drop() {
      current = undefined;
    },
    hasClause: () => current !== undefined,
  };
}

/**
 * A recording as an engine: one `<audio>` that plays on from clause to clause, so that it continues
 * with the screen locked. The cues are of sentences; where they don't know when a clause begins, its
 * time is estimated by its share of the text, and a seek goes a little before it, within the
 * sentence.
 */
export function createRecordedEngine(options: RecordedEngineOptions): RecordedEngine {
  const { cues, voice } = options;
  const cueOf = new Map(cues.map((cue) => [cue.id, cue]));
  const audio = new Audio();
  audio.preload = "none";
  const clauses = followClauses(audio);
  let isFit = true;
  let onVoicesChanged = () => {};

  audio.addEventListener("durationchange", () => {
    const end = cues[cues.length - 1]?.end ?? 0;
    if (!Number.isFinite(audio.duration) || Math.abs(audio.duration - end) < 5) return;
    isFit = false;
    audio.pause();
    options.onUnfit();
    onVoicesChanged();
    clauses.finish("failed");
  });

  /**
   * Seeks to the start of an utterance, unless the playback is there already. Returns its end, in
   * seconds.
   */
  const seek = (cue: Cue, { from, to, rate }: Utterance): number => {
    const timeAt = (share: number) => timeInCue(cue, share);
    // Behind a locked screen the time is updated four times a second; at a higher rate that is more
    // of the recording.
    const near = tolerance * Math.max(1, rate);
    const isThere = !audio.paused && Math.abs(audio.currentTime - timeAt(from)) < near;
    // After an error an element has to be given its source again.
    if (!audio.src || audio.error) audio.src = options.audio;
    if (!isThere) audio.currentTime = Math.max(cue.start, timeAt(from) - lead);
    audio.playbackRate = rate;
    return timeAt(to);
  };

  const play = async (clause: Clause) => {
    try {
      await audio.play();
      if (!clauses.isCurrent(clause)) return;
      clause.report("started");
      clauses.watchFrames();
    } catch (error) {
      if (!clauses.isCurrent(clause)) return;
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      clauses.finish(isRefused ? "refused" : "failed");
    }
  };

  return {
    name: "recording",
    audio,
    sentenceAt: (seconds) => cues[cues.filter(({ start }) => start <= seconds).length - 1]?.id,
    get isAvailable() {
      return isFit;
    },
    voices: () => (isFit ? [voice()] : []),
    watchVoices(callback) {
      onVoicesChanged = callback;
      return () => {
        onVoicesChanged = () => {};
      };
    },
    speak(utterance, report) {
      const cue = cueOf.get(utterance.sentence);
      if (!cue || !isFit) return report("failed");
      const clause = { end: seek(cue, utterance), report };
      clauses.begin(clause);
      void play(clause);
    },
    cancel() {
      clauses.drop();
      // The next clause may follow in the same task, and the sound must not stop in between.
      queueMicrotask(() => {
        if (!clauses.hasClause()) audio.pause();
      });
    },
  };
}
