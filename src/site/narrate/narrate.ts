import type { Lexicon } from "../../core/document/report.ts";
import type { Cue } from "../../core/speech/recording.ts";
import {
  nearestLanguage,
  runsOf,
  type SpokenSentence,
  writeScript,
} from "../../core/speech/script.ts";
import { joinSamples } from "./samples.ts";
import type { Synthesizer } from "./synthesizer.ts";

/** Pauses in seconds: after a sentence, and after a section. */
const pauses = { sentence: 0.35, section: 0.9 } as const;

/** Speaks sentences one after another; returns the samples and the time of each sentence. */
export function narrate(
  sentences: readonly SpokenSentence[],
  lexicon: Lexicon,
  synthesizer: Synthesizer,
): { readonly samples: Float32Array; readonly cues: readonly Cue[] } {
  const parts: Float32Array[] = [];
  const cues: Cue[] = [];
  let length = 0;
  const add = (part: Float32Array) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, sentence] of sentences.entries()) {
    const start = length / synthesizer.sampleRate;
    for (const { text } of runsOf(writeScript([sentence], lexicon))) {
      add(synthesizer.speak(text, nearestLanguage(sentence.language)));
    }
    const end = length / synthesizer.sampleRate;
    cues.push({ id: sentence.id, start, end, text: sentence.text });
    const isLast = sentences[at + 1]?.section !== sentence.section;
    const pause = isLast ? pauses.section : pauses.sentence;
    add(new Float32Array(Math.round(pause * synthesizer.sampleRate)));
  }
  return { samples: joinSamples(parts), cues };
}
