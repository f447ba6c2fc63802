/** A voice that an engine offers. */
export interface Voice {
  readonly name: string;
  /** The language as the engine tags it: `zh-CN`, `zh_CN`, `cmn-Hans-CN`… */
  readonly tag: string;
  /** Whether it speaks without a network. */
  readonly isLocal: boolean;
  /** Whether it is given as much of a sentence at a time as is safe, and not one clause. */
  readonly takesRuns?: boolean;
}

/** One clause to be spoken, or a run of them. */
export interface Utterance {
  /** The spoken form. */
  readonly text: string;
  /** As a BCP 47 tag. */
  readonly language: string;
  /** Speed in multiples of the voice's own, 0.5 to 3. */
  readonly rate: number;
  /** The id of the sentence that it is of, and where in it, as shares of the sentence's text from 0 to 1. */
  readonly sentence: string;
  readonly from: number;
  readonly to: number;
  /** The voice to use; undefined leaves the choice to the engine. */
  readonly voice: Voice | undefined;
}

/**
 * What an engine tells of what it was given last. `paused`: the system has silenced it, for a call or since the
 * headphones are gone.
 */
export type EngineEvent = "started" | "ended" | "paused" | "refused" | "failed";

/** A source of speech. It keeps no state that the player would need: it speaks what it is given and tells of it. */
export interface Engine {
  /** Its name in events and in words: `web-speech`. */
  readonly name: string;
  /** Whether this browser has it at all. */
  readonly isAvailable: boolean;
  /** The voices known now. An engine may have none, or learn of them late. */
  voices(): readonly Voice[];
  /** Calls back whenever the voices have changed; returns how to stop that. */
  watchVoices(changed: () => void): () => void;
  /** Speaks a text and tells how it goes, until the next `speak` or `cancel`. May throw. */
  speak(utterance: Utterance, tell: (event: EngineEvent) => void): void;
  /** Falls silent and forgets what it was given. May throw. */
  cancel(): void;
}

/** Time, handed in so that tests can hold it still. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Calls back once after a number of milliseconds; returns how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}
