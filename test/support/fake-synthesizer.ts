import { joinSamples } from "../../src/site/narrate/samples.ts";
import {
  type PreparedUtterance,
  type Synthesizer,
  UnspeakableError,
} from "../../src/site/narrate/synthesizer.ts";
import { bursts } from "./sounds.ts";

/** How a fake synthesizer differs from one that says everything well. */
interface Manners {
  readonly name?: string;
  readonly sampleRate?: number;
  /** Undefined: nothing is cached. */
  readonly voice?: string | undefined;
  /** What it refuses. */
  readonly refuses?: RegExp;
  /** The sound of an utterance that it says badly; undefined for others. */
  readonly botches?: (utterance: PreparedUtterance) => Float32Array | undefined;
  /** What it says before a few syllables. */
  readonly leadIn?: string;
  /** Whether it tells how long its syllables are. */
  readonly hasPace?: boolean;
}

/** A synthesizer that makes something like speech, and writes down what it was given. */
export interface FakeSynthesizer extends Synthesizer {
  readonly spoken: string[];
}

export function createFakeSynthesizer(manners: Manners = {}): FakeSynthesizer {
  const { name = "fake", sampleRate = 8_000, hasPace = true } = manners;
  const pace = { least: 0.12, most: 0.25 };
  const spoken: string[] = [];
  const silence = new Float32Array(sampleRate / 4);
  return {
    name,
    sampleRate,
    spoken,
    narrator: () => ({ kind: "synthetic", name }),
    voiceHash: () => manners.voice,
    leadIn: { "zh-CN": manners.leadIn, en: undefined },
    ...(hasPace && { pace: { "zh-CN": pace, en: pace } }),
    prepare(text, language, readings) {
      const refused = manners.refuses?.exec(text)?.[0];
      if (refused) throw new UnspeakableError(`“${refused}” has no reading`);
      const letters = text.match(/\p{L}/gu) ?? [];
      const words = readings.map(({ syllables }) => syllables.join(""));
      const input = [text, ...words].join(" ");
      return { text, language, reading: letters.join(" "), input, syllables: letters.length };
    },
    async speak(utterance) {
      spoken.push(utterance.text);
      const { syllables = 1 } = utterance;
      const sound = () =>
        joinSamples([silence, bursts(1, syllables / 5, sampleRate, 0.2), silence]);
      return manners.botches?.(utterance) ?? sound();
    },
  };
}
