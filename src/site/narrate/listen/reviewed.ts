import type { LexiconFile } from "../../../content/parse/lexicon.ts";
import type { Language } from "../../../core/document/report.ts";
import { type Entry, type EntryKind, entriesOf } from "./entries.ts";

/** A sentence of a recording. */
export interface ListenedSentence {
  /** Its text on the page. */
  readonly text: string;
  /** Whether a native speaker has ticked it in the sound that it has now. */
  readonly isRight: boolean;
}

/** All sentences, by language. A language without a recording that can be used is left out. */
export type ListenedSentences = {
  readonly [Key in Language]?: readonly ListenedSentence[];
};

/** `reviewed` of each entry, by list; undefined where it can't be told and stays as it is. */
export type ReviewedFlags = Readonly<Record<EntryKind, readonly (boolean | undefined)[]>>;

/** Whether an entry is reviewed. */
function isReviewed(entry: Entry, sentences: ListenedSentences): boolean | undefined {
  const byLanguage = entry.languages.map((language) => {
    const holding = sentences[language]?.filter(({ text }) => entry.isIn(text, language));
    if (!holding) return "not recorded";
    if (holding.length === 0) return "not there";
    return holding.some(({ isRight }) => isRight) ? "right" : "not heard";
  });
  if (byLanguage.includes("not heard")) return false;
  if (byLanguage.includes("not recorded")) return undefined;
  return byLanguage.includes("right");
}

/**
 * Derives from the ticks which entries of a lexicon are reviewed: those that a ticked sentence has,
 * one in each language in which the entry is spoken and occurs. There is no other way to be
 * reviewed.
 */
export function reviewedFlags(lexicon: LexiconFile, sentences: ListenedSentences): ReviewedFlags {
  const entries = entriesOf(lexicon);
  const flagsOf = (kind: EntryKind) =>
    entries.filter((entry) => entry.kind === kind).map((entry) => isReviewed(entry, sentences));
  return { forms: flagsOf("forms"), pauses: flagsOf("pauses"), readings: flagsOf("readings") };
}
