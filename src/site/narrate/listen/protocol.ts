// What the page and its server send each other, as JSON.

/** An entry of the lexicon in a sentence. */
export interface EntryState {
  readonly written: string;
  /** What is said, or the pinyin; empty for a pause. */
  readonly said: string;
  readonly isReviewed: boolean;
}

export interface SentenceState {
  readonly id: string;
  /** Whether it is ticked in the sound that it has now. */
  readonly isRight: boolean;
  /** Why it has to be recorded again before it can be ticked; undefined if it has not. */
  readonly outdated?: string | undefined;
  readonly entries: readonly EntryState[];
}

/** What changes while a person listens: all sentences in text order. */
export interface RecordingState {
  readonly sentences: readonly SentenceState[];
}

/** The recording that a message is about. */
export interface RecordingName {
  readonly report: string;
  readonly language: string;
}

/** Sent when a sentence is ticked or un-ticked. `sound` is what was heard. */
export interface TickMessage extends RecordingName {
  readonly id: string;
  readonly sound: string;
  readonly isRight: boolean;
}

/** Sent when a reading is corrected. */
export interface CorrectionMessage extends RecordingName {
  readonly id: string;
  readonly written: string;
  readonly pinyin: string;
}

/** The answer: what was done, in the page's language; or what was not, and why. */
export type Answer =
  | { readonly saved: string; readonly state: RecordingState }
  | { readonly problem: string };

/** Where the messages go. */
export const paths = { tick: "/tick", correction: "/correction" } as const;

/** What the page's script needs and is not in the page's elements, as JSON in the page. */
export interface PageData extends RecordingName {
  readonly state: RecordingState;
  readonly words: {
    readonly play: string;
    readonly stop: string;
    readonly pause: string;
    readonly reviewed: string;
    readonly unreviewed: string;
    readonly noSound: string;
    readonly noServer: string;
  };
}
