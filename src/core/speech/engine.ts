/** A voice that an engine offers. */
export interface Voice {
  readonly name: string;
  /** The language tag as the engine spells it: `zh-CN`, `zh_CN`, `cmn-Hans-CN`… */
  readonly tag: string;
  /** Whether it works offline. */
  readonly isLocal: boolean;
  /** Whether it takes several clauses of a sentence in one utterance. */
  readonly takesRuns?: boolean;
}

/** Text for an engine to speak: a clause or a run of clauses of one sentence. */
export interface Utterance {
  /** The spoken form. */
  readonly text: string;
  /** As a BCP 47 tag. */
  readonly language: string;
  /** Speed as a multiple of the voice's normal speed, 0.5 to 3. */
  readonly rate: number;
  /** The sentence's id; `from` and `to` are positions in its text as fractions from 0 to 1. */
  readonly sentence: string;
  readonly from: number;
  readonly to: number;
  /** The voice to use; undefined lets the engine choose. */
  readonly voice: Voice | undefined;
}

/**
 * What happened to the last utterance. `paused`: the system has interrupted it, for a call or
 * because headphones were unplugged.
 */
export type EngineEvent = "started" | "ended" | "paused" | "refused" | "failed";

/** A speech engine. It keeps no playback state: it speaks what it is given and reports events. */
export interface Engine {
  /** Its name in events and interface words: `web-speech`. */
  readonly name: string;
  /** Whether this browser supports it at all. */
  readonly isAvailable: boolean;
  /** The voices known now. An engine may have none, or load them late. */
  voices(): readonly Voice[];
  /** Calls `changed` whenever the voices have changed; returns a function that stops it. */
  watchVoices(changed: () => void): () => void;
  /**
   * Speaks an utterance and passes events to `onEvent` until the next `speak` or `cancel`. May
   * throw.
   */
  speak(utterance: Utterance, onEvent: (event: EngineEvent) => void): void;
  /** Stops speaking and drops the utterance. May throw. */
  cancel(): void;
}

/** A clock, injected so that tests control time. */
export interface Clock {
  /** Milliseconds since a fixed moment. */
  now(): number;
  /** Calls `callback` once after a delay in milliseconds; returns a function that cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}
