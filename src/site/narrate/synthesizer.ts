import type { Language } from "../../core/document/report.ts";
import type { Narrator } from "../../core/speech/narrator.ts";

/** A word and its syllables, one a character, in pinyin with tone marks: 调处, [tiáo, chǔ]. */
export interface Reading {
  readonly written: string;
  readonly syllables: readonly string[];
}

/** A text as an engine would say it. */
export interface PreparedUtterance {
  /** The spoken form. */
  readonly text: string;
  readonly language: Language;
  /**
   * In Mandarin the pinyin of each Chinese character, with spaces between; else the phonemes. Empty
   * where the engine does not tell.
   */
  readonly reading: string;
  /** Everything but the voice that the sound depends on. */
  readonly input: string;
  /** How many syllables it has; undefined where the engine does not tell. */
  readonly syllables?: number | undefined;
}

/** A speech synthesizer that returns audio samples. */
export interface Synthesizer {
  /** What `--engine` calls it. */
  readonly name: string;
  /** Samples per second, the same for all languages. */
  readonly sampleRate: number;
  /** Who speaks a language; without a name where the engine does not tell. */
  narrator(language: Language): Omit<Narrator, "isChecked">;
  /**
   * A hash of the model and the voice of a language: the same sound comes of the same. Undefined
   * where the engine is quick, or can't tell: then nothing of it is cached.
   */
  voiceHash(language: Language): string | undefined;
  /** How long a syllable takes at least and at most, in seconds, on the average of an utterance. */
  readonly pace?: Readonly<Record<Language, { readonly least: number; readonly most: number }>>;
  /**
   * Words, with a full stop, that are spoken before a few syllables, and cut off: alone, a voice
   * swallows these. Undefined for a language in which it does not.
   */
  readonly leadIn?: Readonly<Record<Language, string | undefined>>;
  /**
   * Finds out how a text is said, by the readings that are given for words and else by its own.
   * Throws an {@link UnspeakableError} where a part of it can't be said.
   */
  prepare(text: string, language: Language, readings: readonly Reading[]): PreparedUtterance;
  /** Synthesizes an utterance; returns mono samples between -1 and 1. */
  speak(utterance: PreparedUtterance): Promise<Float32Array>;
}

/** A text has a character or a phoneme that a voice can't say. */
export class UnspeakableError extends Error {}
