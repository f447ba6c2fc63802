import type { Language, Lexicon } from "../document/report.ts";
import { type SpokenPiece, toSpoken } from "./spoken.ts";

/** A sentence of the page, as speech needs it. */
export interface SpokenSentence {
  /** The id of its element. */
  readonly id: string;
  /** Its text as shown. */
  readonly text: string;
  /** As a BCP 47 tag. Those of the pages are said by rules; others as they are written. */
  readonly language: string;
  /** The id of the section that it stands in. */
  readonly section: string;
}

/** The least that an engine is given at a time: a sentence, or a part of a long one. */
export interface Clause {
  /** The place of its sentence in the script. */
  readonly sentence: number;
  /** UTF-16 offsets in the sentence's text. */
  readonly from: number;
  readonly to: number;
  /** The spoken form. */
  readonly text: string;
}

/** Sentences cut into clauses. A sentence of mere marks has none. */
export interface Script {
  readonly sentences: readonly SpokenSentence[];
  readonly clauses: readonly Clause[];
}

/**
 * The longest clause, in UTF-16 units of its spoken form. The remote voices of Chrome stop after about 14 seconds: 60
 * Chinese characters, or as long a stretch of English.
 */
export const longestClause: Readonly<Record<Language, number>> = { "zh-CN": 60, en: 180 };

/** The one of the two languages that a language is most like, where something must be reckoned. */
export function nearestLanguage(language: string): Language {
  return /^(?:zh|ja)\b/.test(language) ? "zh-CN" : "en";
}

/**
 * The longest run of clauses that a voice of the device is given as one text: about half a minute. Such voices take
 * far more: Android up to 4,000 characters (getMaxSpeechInputLength), Chromium with eSpeak NG ended 4,000 as it should,
 * and no report was found of one that takes less. But a neural one may make all of the sound before it begins, a stall
 * is found out only when the whole text could have been said twice, and who pauses hears part of it again.
 */
export const longestRun: Readonly<Record<Language, number>> = { "zh-CN": 150, en: 450 };

const endMark = /[。；！？.;!?]\s*$/;
const pauseMark = /[，：,:]\s*$/;
const listMark = /、\s*$/;
/** The longest member of a list, in characters, that is not to be torn from its neighbours. */
const shortMember = 6;

/** Pieces no longer than a clause: what is longer is cut, after white space where there is some. */
function shorten(pieces: readonly SpokenPiece[], text: string, longest: number): SpokenPiece[] {
  return pieces.flatMap((piece) => {
    if (piece.spoken.length <= longest) return [piece];
    // Only ordinary text is so long, which is said as it is written, but for a comma at its end: the offsets go along.
    const written = text.slice(piece.from, piece.to);
    const said = written.startsWith(piece.spoken) ? piece.spoken : written;
    const parts: SpokenPiece[] = [];
    for (let from = 0; from < said.length; ) {
      const space = said.lastIndexOf(" ", from + longest - 1) + 1;
      let to = Math.min(said.length, from + longest);
      if (to < said.length && space > from) to = space;
      else if (to < said.length && /[\uD800-\uDBFF]/.test(said[to - 1] ?? "")) to--;
      const end = to < said.length ? piece.from + to : piece.to;
      parts.push({ from: piece.from + from, to: end, spoken: said.slice(from, to) });
      from = to;
    }
    return parts;
  });
}

/** A stretch of pieces as one clause. */
function join(sentence: number, pieces: readonly SpokenPiece[]): Clause {
  return {
    sentence,
    from: pieces[0]?.from ?? 0,
    to: pieces[pieces.length - 1]?.to ?? 0,
    text: pieces.map(({ spoken }) => spoken).join(""),
  };
}

/**
 * How well a sentence may be cut after each of its pieces: 4 where something ends, 3 at a comma of the text, 2 where
 * only a voice pauses and in a list of long members, 1 in a list of short ones, 0 elsewhere.
 */
function rankCuts(pieces: readonly SpokenPiece[], text: string): number[] {
  const said = pieces.map(({ spoken }) => spoken);
  const isMark = (spoken = "") => /[，。；：、！？,.;:!?]\s*$/.test(spoken);
  /** The length of the member of a list that ends, or begins, at a piece. */
  const lengthOf = (from: number, by: 1 | -1) => {
    let length = 0;
    for (let at = from; at in said; at += by) {
      if (by < 0 && at < from && isMark(said[at])) break;
      length += said[at]?.length ?? 0;
      if (by > 0 && isMark(said[at])) break;
    }
    // The mark at its end is no part of it.
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
    // The last clause takes what is left; the others end at the last of the best places.
    const next = end === pieces.length ? end : best + 1;
    clauses.push(join(sentence, pieces.slice(first, next)));
    first = next;
  }
  return clauses;
}

/** Prepares sentences for an engine: spoken forms, in clauses, with the way back to what is written. */
export function writeScript(sentences: readonly SpokenSentence[], lexicon?: Lexicon): Script {
  const clauses = sentences.flatMap(({ text, language }, at) => {
    const longest = longestClause[nearestLanguage(language)];
    const pieces = shorten(toSpoken(text, language, lexicon), text, longest);
    return cut(at, pieces, text, longest).filter((clause) => /[\p{L}\p{N}]/u.test(clause.text));
  });
  return { sentences, clauses };
}

/** The end of the run that begins at a clause: as much of its sentence as a voice of the device is given as one text. */
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

/** Clauses of one sentence as one. */
export function joinClauses(clauses: readonly Clause[]): Clause | undefined {
  const [first] = clauses;
  const last = clauses[clauses.length - 1];
  return first && last && { ...first, to: last.to, text: clauses.map(({ text }) => text).join("") };
}

/** Runs of a script from its beginning to its end: what a voice of the device is given, text by text. */
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
