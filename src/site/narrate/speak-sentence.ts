// Speaks one sentence and makes sure that it can be heard: what is wrong is spoken again in shorter
// clauses, and then by a stand-in.
import { createHash } from "node:crypto";
import type { Language, Lexicon } from "../../core/document/report.ts";
import { type Clause, nearestLanguage, type SpokenSentence } from "../../core/speech/script.ts";
import type { SentenceRecord } from "../narration-record.ts";
import { hashSound, speakOnce } from "./cache.ts";
import { longestClause, splitIntoClauses } from "./clauses.ts";
import { checkSound } from "./sound/check.ts";
import { takeAfterPause } from "./sound/silence.ts";
import {
  type PreparedUtterance,
  type Reading,
  type Synthesizer,
  UnspeakableError,
} from "./synthesizer.ts";

/** Who speaks in place of a voice that can't, and with which lexicon. */
export interface StandIn {
  readonly synthesizer: Synthesizer;
  readonly lexicon: Lexicon;
}

/** How sentences are spoken. */
export interface SpeakingOptions {
  readonly synthesizer: Synthesizer;
  /** How words are read. */
  readonly readings: readonly Reading[];
  /** Undefined: what a voice can't say is an error. */
  readonly standIn?: StandIn | undefined;
  /** Where sounds are kept between runs. */
  readonly cache?: string | undefined;
  /** Hears, in a sentence with its id, what was spoken otherwise than asked for, and why. */
  readonly tell: (message: string) => void;
}

/** A clause and its sound. */
export interface SpokenClause extends Clause {
  readonly utterance: PreparedUtterance;
  readonly samples: Float32Array;
  readonly sampleRate: number;
  /** A hash of what the sound was made from. */
  readonly sound: string;
}

/** A sentence that was spoken. */
interface SpokenResult {
  readonly clauses: readonly SpokenClause[];
  readonly record: SentenceRecord;
}

/** The parts of the longest clause that are tried in turn. */
const shares = [1, 0.6, 0.35] as const;

/** An utterance of at most so many syllables gets a lead-in. */
const fewSyllables = 3;
/** Seconds that a lead-in takes at least, and its pause: the closure of a consonant may be as long. */
const leadIn = { length: 0.8, pause: 0.06 } as const;

/** The text as it is given to a voice: with a mark at its end, which makes it go down there. */
function withEnd(text: string, language: Language): string {
  if (/[，、。；：！？,.;:!?]\s*$/.test(text)) return text;
  return text.trimEnd() + (language === "zh-CN" ? "。" : ".");
}

/** What is wrong with a sound; empty if nothing is, or if the engine does not tell its pace. */
function findFaults(
  samples: Float32Array,
  { language, syllables }: PreparedUtterance,
  { pace, sampleRate }: Synthesizer,
): string[] {
  const expected = pace?.[language];
  if (!expected || !syllables) return [];
  const problems = checkSound(samples, sampleRate, { syllables, secondsPerSyllable: expected });
  return problems.map(({ message }) => message);
}

/** Speaks a few syllables after a lead-in; undefined where none is needed, or it can't be cut off. */
async function speakLedIn(
  text: string,
  utterance: PreparedUtterance,
  synthesizer: Synthesizer,
  { readings, cache }: SpeakingOptions,
): Promise<{ readonly samples: Float32Array; readonly sound: string } | undefined> {
  const { language, syllables = 0 } = utterance;
  const words = synthesizer.leadIn?.[language];
  if (!words || syllables > fewSyllables) return undefined;
  const led = synthesizer.prepare(words + text, language, readings);
  const samples = await speakOnce(led, synthesizer, cache);
  const { sampleRate } = synthesizer;
  const rest = takeAfterPause(samples, sampleRate, leadIn.pause, leadIn.length);
  if (!rest || findFaults(rest, utterance, synthesizer).length > 0) return undefined;
  return { samples: rest, sound: hashSound(led, synthesizer) };
}

/** Speaks a clause. Returns what is wrong with its sound, too. */
async function speakClause(
  clause: Clause,
  language: Language,
  synthesizer: Synthesizer,
  options: SpeakingOptions,
): Promise<{ readonly spoken: SpokenClause; readonly faults: readonly string[] }> {
  const text = withEnd(clause.text, language);
  const utterance = synthesizer.prepare(text, language, options.readings);
  const { samples, sound } = (await speakLedIn(text, utterance, synthesizer, options)) ?? {
    samples: await speakOnce(utterance, synthesizer, options.cache),
    sound: hashSound(utterance, synthesizer),
  };
  const { sampleRate } = synthesizer;
  return {
    spoken: { ...clause, utterance, samples, sampleRate, sound },
    faults: findFaults(samples, utterance, synthesizer),
  };
}

/** Speaks a sentence in clauses of at most a length; stops at the first clause that has a fault. */
async function speakInClauses(
  sentence: SpokenSentence,
  lexicon: Lexicon,
  longest: number,
  synthesizer: Synthesizer,
  options: SpeakingOptions,
): Promise<{ readonly clauses: readonly SpokenClause[]; readonly fault?: string }> {
  const clauses: SpokenClause[] = [];
  for (const clause of splitIntoClauses(sentence, lexicon, longest)) {
    const language = nearestLanguage(sentence.language);
    const { spoken, faults } = await speakClause(clause, language, synthesizer, options);
    clauses.push(spoken);
    if (faults.length > 0) return { clauses, fault: `“${clause.text}”: ${faults.join(" ")}` };
  }
  return { clauses };
}

/** What is written down of a sentence. */
function recordOf(clauses: readonly SpokenClause[], fallback?: string): SentenceRecord {
  const sounds = clauses.map(({ sound }) => sound).join(" ");
  return {
    sound: createHash("sha256").update(sounds).digest("hex").slice(0, 16),
    spoken: clauses.map(({ text }) => text).join(""),
    reading: clauses
      .map(({ utterance }) => utterance.reading)
      .join(" ")
      .trim(),
    ...(fallback && { fallback }),
  };
}

/**
 * Speaks a sentence, and checks each of its clauses. Where one is not right, the sentence is spoken
 * in shorter clauses, and at last by the stand-in; that is told. Throws an error with the sentence's
 * id where there is no stand-in.
 */
export async function speakSentence(
  sentence: SpokenSentence,
  lexicon: Lexicon,
  options: SpeakingOptions,
): Promise<SpokenResult> {
  const { synthesizer, standIn, tell } = options;
  const longest = longestClause[nearestLanguage(sentence.language)];
  let reason = "";
  try {
    for (const share of shares) {
      const most = Math.round(longest * share);
      const result = await speakInClauses(sentence, lexicon, most, synthesizer, options);
      if (!result.fault) {
        if (reason) tell(`${sentence.id}: spoken in shorter clauses. ${reason}`);
        return { clauses: result.clauses, record: recordOf(result.clauses) };
      }
      reason ||= result.fault;
    }
  } catch (error) {
    if (!(error instanceof UnspeakableError)) throw error;
    reason = `${error.message}. A reading or a form in lexicon.yaml would help.`;
  }
  if (!standIn) throw new Error(`${sentence.id}: ${reason}`);
  tell(`${sentence.id}: spoken by ${standIn.synthesizer.name}. ${reason}`);
  const { clauses } = await speakInClauses(
    sentence,
    standIn.lexicon,
    longest,
    standIn.synthesizer,
    options,
  );
  return { clauses, record: recordOf(clauses, standIn.synthesizer.name) };
}
