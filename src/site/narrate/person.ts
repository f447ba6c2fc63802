import { type Cue, parseCues } from "../../core/speech/recording.ts";
import type { SpokenSentence } from "../../core/speech/script.ts";

/**
 * Validates the timing of a human recording: one cue for each sentence id, in text order. Returns
 * cues with the sentences' current texts. Throws an error that lists every mistake with its id.
 */
export function takeTiming(vtt: string, sentences: readonly SpokenSentence[]): Cue[] {
  const cues = parseCues(vtt);
  const mistakes: string[] = [];
  const known = new Set(sentences.map(({ id }) => id));
  for (const { id } of cues) if (!known.has(id)) mistakes.push(`${id}: no sentence has this id.`);
  let end = 0;
  const taken = sentences.flatMap(({ id, text }) => {
    const [cue, again] = cues.filter((each) => each.id === id);
    if (!cue) {
      mistakes.push(`${id}: no cue says when this sentence is read.`);
      return [];
    }
    if (again) mistakes.push(`${id}: two cues have this id.`);
    if (cue.start < end || cue.end <= cue.start) {
      mistakes.push(
        `${id}: begins before the sentence before it has ended, or ends before it begins.`,
      );
    }
    end = cue.end;
    return [{ ...cue, text }];
  });
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
  return taken;
}

/** Whether data is an MP3: begins with an ID3 tag or a layer III frame. */
export function isMp3([a, b = 0, c]: Uint8Array): boolean {
  return (a === 0x49 && b === 0x44 && c === 0x33) || (a === 0xff && (b & 0xe6) === 0xe2);
}
