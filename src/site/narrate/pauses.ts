// How long a voice pauses: a listener hears by it what has ended.
import type { SpokenSentence } from "../../core/speech/script.ts";

/** Seconds, without the room that is left around what is spoken. */
const pauses = { comma: 0.1, clause: 0.16, sentence: 0.31, measure: 0.61, section: 1 } as const;

/** The pause between two clauses of a sentence, by what the first ends with. */
export function pauseAfterClause(text: string): number {
  return /[。；：！？.;:!?]\s*$/.test(text) ? pauses.clause : pauses.comma;
}

/** The measure or section that a sentence belongs to: `p1-m2` of `p1-m2-s3`, `p1` of `p1-t`. */
const groupOf = ({ id }: SpokenSentence) => id.replace(/-[a-z]+\d*$/, "");

/** The pause after a sentence, by what comes next; after the last one as after a sentence. */
export function pauseAfterSentence(sentence: SpokenSentence, next?: SpokenSentence): number {
  if (!next) return pauses.sentence;
  if (next.section !== sentence.section) return pauses.section;
  return groupOf(next) === groupOf(sentence) ? pauses.sentence : pauses.measure;
}
