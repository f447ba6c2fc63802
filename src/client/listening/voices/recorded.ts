import type { Engine, EngineEvent, Utterance, Voice } from "../../../core/speech/engine.ts";
import type { Cue } from "../../../core/speech/recording.ts";

/** What a recording is played from. */
export interface RecordedEngineOptions {
  /** The address of the audio. */
  readonly audio: string;
  readonly cues: readonly Cue[];
  /** The voice as which the recording stands beside the device's own: local once it is kept. */
  readonly voice: () => Voice;
  /** Called when the audio is not what the cues are for: cut off, or another file. */
  readonly onUnfit: () => void;
}

/** A recording as an engine, and as the sound that a lock screen shows the position of. */
export interface RecordedEngine extends Engine {
  readonly audio: HTMLAudioElement;
  /** The id of the sentence that is heard, or was last, at a number of seconds; undefined before the first. */
  sentenceAt(seconds: number): string | undefined;
}

/** Seconds by which the playback, at rate 1, may be away from a clause's beginning and still go on without a jump. */
const tolerance = 0.6;
/** Seconds before a clause's supposed beginning at which a start elsewhere begins: where exactly it lies is not known. */
const lead = 1;

/** The clause that is being heard: where it ends, in seconds, and what is told how it goes. */
interface Clause {
  readonly end: number;
  readonly report: (event: EngineEvent) => void;
}

/** Follows the sound to the end of a clause. */
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
  // Frames stop behind a locked screen; this event does not.
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
 * A recording as an engine: one `<audio>` that plays on from clause to clause, so that it goes on with the screen locked.
 * Where a clause lies within its sentence is not recorded: its share of the text is taken for its share of the time, and a
 * start elsewhere than where the playback stands is a little before it, within the sentence.
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

  /** Puts the playback where an utterance begins, unless it is there already. Returns the second at which it ends. */
  const seek = (cue: Cue, { from, to, rate }: Utterance): number => {
    const timeAt = (share: number) => cue.start + (cue.end - cue.start) * share;
    // Behind a locked screen time is reported four times a second, which is more of the recording when it runs faster.
    const near = tolerance * Math.max(1, rate);
    const isThere = !audio.paused && Math.abs(audio.currentTime - timeAt(from)) < near;
    // After an error an element plays nothing more of the source that it has.
    if (!audio.src || audio.error) audio.src = options.audio;
    if (!isThere) audio.currentTime = Math.max(cue.start, timeAt(from) - lead);
    audio.playbackRate = rate;
    return timeAt(to);
  };

  const speak = async (utterance: Utterance, report: (event: EngineEvent) => void) => {
    const cue = cueOf.get(utterance.sentence);
    if (!cue || !isFit) return report("failed");
    const clause = { end: seek(cue, utterance), report };
    clauses.begin(clause);
    try {
      await audio.play();
      if (!clauses.isCurrent(clause)) return;
      report("started");
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
    speak: (utterance, report) => void speak(utterance, report),
    cancel() {
      clauses.drop();
      // The next clause may follow at once, and the sound must not stop between the two.
      queueMicrotask(() => {
        if (!clauses.hasClause()) audio.pause();
      });
    },
  };
}
