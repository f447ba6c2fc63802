import type { Language } from "../../core/document/report.ts";

/** A voice that speaks into memory. */
export interface Synthesizer {
  /** Samples in a second, the same for every language. */
  readonly sampleRate: number;
  /** Speaks a text; returns mono samples between -1 and 1. */
  speak(text: string, language: Language): Float32Array;
}
