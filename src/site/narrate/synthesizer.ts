import type { Language } from "../../core/document/report.ts";

/** A speech synthesizer that returns audio samples. */
export interface Synthesizer {
  /** Samples per second, the same for all languages. */
  readonly sampleRate: number;
  /** Synthesizes a text; returns mono samples between -1 and 1. */
  speak(text: string, language: Language): Float32Array;
}
