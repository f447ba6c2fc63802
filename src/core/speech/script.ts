import type { Language, Lexicon } from "../document/report.ts";
import { type SpokenPiece, toSpoken } from "./spoken.ts";

/** A sentence of the page as input for speech. */
export interface SpokenSentence {
  /** The id of its element. */
  readonly id: string;
  /** The text shown on the page. */
  readonly text: string;
  /**
   * A BCP 47 tag. There are pronunciation rules for the page languages; others are spoken as
   * written.
   */
  readonly language: string;
  /** The id of its section. */
  readonly section: string;
}

/** The smallest unit for an engine: a sentence, or a part of a long one. */
export interface Clause {
  /** The index of its sentence in the script. */
  readonly sentence: number;
  /** UTF-16 offsets in the sentence's text. */
  readonly from: number;
  readonly to: number;
  /** The spoken form. */
  readonly text: string;
}

/** Sentences split into clauses. A sentence of punctuation only has no clauses. */
export interface Script {
  readonly sentences: readonly SpokenSentence[];
  readonly clauses: readonly Clause[];
}

/**
 * The longest clause, in UTF-16 units of its spoken form. Chrome's remote voices stop after about
 * 14 seconds: 60 Chinese characters, or as long a stretch of English.
 */
export const longestClause: Readonly<Record<Language, number>> = { "zh-CN": 60, en: 180 };

/** The page language whose reading speed and length limits fit another language best. */
export function nearestLanguage(language: string): Language {
  return /^(?:zh|ja)\b/.test(language) ? "zh-CN" : "en";
}

/**
 * The longest run of clauses for a local voice, in UTF-16 units: about half a minute. Local voices
 * take far more: Android up to 4,000 characters (getMaxSpeechInputLength), Chromium with eSpeak NG
 * spoke 4,000 correctly, and no report of a lower limit was found. But a neural voice may
 * synthesize all of the text before it starts, a stall is detected only after twice the estimated
 * duration, and resuming repeats part of the run.
 */
export const longestRun: Readonly<Record<Language, number>> = { "zh-CN": 150, en: 450 };

const endMark = /[。；！？.;!?]\s*$/;
const pauseMark = /[，：,:]\s*$/;
const listMark = /、\s*$/;
/** List items up to this length, in characters, are kept together with their neighbours. */
const shortMember = 6;

/** Splits pieces that are longer than a clause, at white space if possible. */
export function shorten(
  pieces: readonly SpokenPiece[],
  text: string,
  longest: number,
): SpokenPiece[] {
  return pieces.flatMap((piece) => {
    if (piece.spoken.length <= longest) return [piece];
    // Ordinary text is spoken as written apart from a possible comma at its end, so offsets in both
    // forms correspond. Another form stays whole: no place in it is one of the text.
    const written = text.slice(piece.from, piece.to);
    const { spoken: spokenText } = piece;
    if (!written.startsWith(spokenText) && !spokenText.startsWith(written)) return [piece];
    const parts: SpokenPiece[] = [];
    for (let from = 0; from < spokenText.length; ) {
      const space = spokenText.lastIndexOf(" ", from + longest - 1) + 1;
      let to = Math.min(spokenText.length, from + longest);
      if (to < spokenText.length && space > from) to = space;
      else if (to < spokenText.length && /[\uD800-\uDBFF]/.test(spokenText[to - 1] ?? "")) to--;
      const end = to < spokenText.length ? piece.from + to : piece.to;
      parts.push({ from: piece.from + from, to: end, spoken: spokenText.slice(from, to) });
      from = to;
    }
    return parts;
  });
}

/** Joins pieces into one clause. */
export function joinPieces(sentence: number, pieces: readonly SpokenPiece[]): Clause {
  return {
    sentence,
    from: pieces[0]?.from ?? 0,
    to: pieces[pieces.length - 1]?.to ?? 0,
    text: pieces.map(({ spoken }) => spoken).join(""),
  };
}

/**
 * Ranks the end of each piece as a place to cut: 4 at the end of a sentence or clause, 3 at a comma
 * of the text, 2 where only the voice pauses and in a list of long items, 1 in a list of short
 * items, 0 elsewhere.
 */
export function rankCuts(pieces: readonly SpokenPiece[], text: string): number[] {
  const spokenText = pieces.map(({ spoken }) => spoken);
  const isMark = (spoken = "") => /[，。；：、！？,.;:!?]\s*$/.test(spoken);
  /** The length of the list item that ends (`by` -1) or begins (`by` 1) at a piece. */
  const lengthOf = (from: number, by: 1 | -1) => {
    let length = 0;
    for (let at = from; at in spokenText; at += by) {
      if (by < 0 && at < from && isMark(spokenText[at])) break;
      length += spokenText[at]?.length ?? 0;
      if (by > 0 && isMark(spokenText[at])) break;
    }
    // Not counting the punctuation mark.
    return length - 1;
  };
  return pieces.map(({ from, to, spoken }, at) => {
    const written = text.slice(from, to);
    if (endMark.test(spoken)) return 4;
    if (pauseMark.test(spoken)) return pauseMark.test(written) ? 3 : 2;
    if (!listMark.test(spoken)) return 0;
    return Math.min(lengthOf(at, -1), lengthOf(at + 1, 1)) > shortMember ? 2 : 1;
  });
}

function cut(
  sentence: number,
  pieces: readonly SpokenPiece[],
  text: string,
  longest: number,
): Clause[] {
  const ranks = rankCuts(pieces, text);
  const clauses: Clause[] = [];
  let first = 0;
  while (first < pieces.length) {
    let length = 0;
    let end = first;
    let best = first;
    for (; end < pieces.length; end++) {
      length += pieces[end]?.spoken.length ?? 0;
      if (end > first && length > longest) break;
      if ((ranks[end] ?? 0) >= (ranks[best] ?? 0)) best = end;
    }
    // The last clause takes the rest; others end at the last of the highest-ranked places.
    const next = end === pieces.length ? end : best + 1;
    clauses.push(joinPieces(sentence, pieces.slice(first, next)));
    first = next;
  }
  return clauses;
}

/** Converts sentences to spoken clauses that keep their offsets in the written text. */
export function writeScript(sentences: readonly SpokenSentence[], lexicon?: Lexicon): Script {
  const clauses = sentences.flatMap(({ text, language }, at) => {
    const longest = longestClause[nearestLanguage(language)];
    const pieces = shorten(toSpoken(text, language, lexicon), text, longest);
    return cut(at, pieces, text, longest).filter((clause) => /[\p{L}\p{N}]/u.test(clause.text));
  });
  return { sentences, clauses };
}

/**
 * The end (exclusive) of the run of clauses that begins at `from`: as many clauses of its sentence
 * as fit in one utterance.
 */
export function endOfRun({ sentences, clauses }: Script, from: number): number {
  const sentence = clauses[from]?.sentence ?? -1;
  const longest = longestRun[nearestLanguage(sentences[sentence]?.language ?? "zh-CN")];
  let length = 0;
  let end = from;
  for (; clauses[end]?.sentence === sentence; end++) {
    length += clauses[end]?.text.length ?? 0;
    if (end > from && length > longest) break;
  }
  return end;
}

/** Joins clauses of one sentence; undefined if there are none. */
export function joinClauses(clauses: readonly Clause[]): Clause | undefined {
  const [first] = clauses;
  const last = clauses[clauses.length - 1];
  return first && last && { ...first, to: last.to, text: clauses.map(({ text }) => text).join("") };
}

/**
 * All runs of a script, as a local voice gets them.
 *
 */
export function runsOf(script: Script): Clause[] {
  const runs: Clause[] = [];
  for (let at = 0; at < script.clauses.length; ) {
    const end = endOfRun(script, at);
    const run = joinClauses(script.clauses.slice(at, end));
    if (run) runs.push(run);
    at = end;
  }
  return runs;
}
