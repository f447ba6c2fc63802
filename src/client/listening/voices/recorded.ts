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

/**
 * A recording as an engine: one `<audio>` that plays on from clause to clause, so that it goes on with the screen
 * locked. Where a clause lies within its sentence is not recorded: its share of the text is taken for its share of
 * the time, and a start elsewhere than where the playback stands is a little before it, within the sentence.
 */
export function createRecordedEngine(options: RecordedEngineOptions): RecordedEngine {
  const { cues, voice } = options;
  const byId = new Map(cues.map((cue) => [cue.id, cue]));
  const audio = new Audio();
  audio.preload = "none";
  let isFit = true;
  let changed = () => {};
  let current: { readonly end: number; readonly tell: (event: EngineEvent) => void } | undefined;

  const finish = (event: EngineEvent) => {
    const { tell } = current ?? {};
    current = undefined;
    tell?.(event);
  };
  const check = () => {
    if (current && (audio.currentTime >= current.end || audio.ended)) finish("ended");
  };
  let frame = 0;
  const watch = () => {
    cancelAnimationFrame(frame);
    if (!current) return;
    frame = requestAnimationFrame(watch);
    check();
  };
  // Frames stop behind a locked screen; this event does not.
  audio.addEventListener("timeupdate", check);
  audio.addEventListener("ended", check);
  audio.addEventListener("error", () => finish("failed"));
  // By the system: the reader's own pause has let go of the clause before.
  audio.addEventListener("pause", () => {
    if (audio.paused && !audio.ended) finish("paused");
  });
  audio.addEventListener("durationchange", () => {
    const end = cues[cues.length - 1]?.end ?? 0;
    if (!Number.isFinite(audio.duration) || Math.abs(audio.duration - end) < 5) return;
    isFit = false;
    audio.pause();
    options.onUnfit();
    changed();
    finish("failed");
  });

  const start = ({ sentence, from, to, rate }: Utterance, tell: (event: EngineEvent) => void) => {
    const cue = byId.get(sentence);
    if (!cue || !isFit) return tell("failed");
    const at = (share: number) => cue.start + (cue.end - cue.start) * share;
    // Behind a locked screen the time is told four times a second, which is longer in the recording when it runs faster.
    const near = tolerance * Math.max(1, rate);
    const isGoingOn = !audio.paused && Math.abs(audio.currentTime - at(from)) < near;
    // After an error an element plays nothing more of what it was given.
    if (!audio.src || audio.error) audio.src = options.audio;
    if (!isGoingOn) audio.currentTime = Math.max(cue.start, at(from) - lead);
    audio.playbackRate = rate;
    current = { end: at(to), tell };
    const mine = current;
    audio
      .play()
      .then(() => {
        if (current !== mine) return;
        tell("started");
        watch();
      })
      .catch((error: unknown) => {
        if (current !== mine) return;
        const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
        finish(isRefused ? "refused" : "failed");
      });
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
      changed = callback;
      return () => {
        changed = () => {};
      };
    },
    speak: start,
    cancel() {
      current = undefined;
      // The next clause may follow at once, and the sound must not stop between the two.
      queueMicrotask(() => {
        if (!current) audio.pause();
      });
    },
  };
}
