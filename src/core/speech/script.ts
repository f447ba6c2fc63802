import type { Language, LexiconEntry } from "../report/report.ts";
import { type Piece, toSpoken } from "./spoken.ts";

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

/** What an engine is given at a time: a sentence, or a part of a long one. */
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
 * The longest clause, in UTF-16 units of its spoken form. Long texts kill some engines, and the remote voices of
 * Chrome stop after about 14 seconds: 60 Chinese characters, or as long a stretch of English.
 */
export const longestClause: Readonly<Record<Language, number>> = { "zh-CN": 60, en: 180 };

/** The one of the two languages that a language is most like, where something must be reckoned. */
export function nearestLanguage(language: string): Language {
  return /^(?:zh|ja)\b/.test(language) ? "zh-CN" : "en";
}

const ends = /[，。；：、！？,.;:!?]\s*$/;

/** Pieces no longer than a clause: what is longer is cut, after white space where there is some. */
function shorten(pieces: readonly Piece[], text: string, longest: number): Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.spoken.length <= longest) return [piece];
    // Only ordinary text is so long, which is said as it is written: the offsets go along.
    const parts: Piece[] = [];
    for (let from = piece.from; from < piece.to; ) {
      const space = text.lastIndexOf(" ", from + longest - 1) + 1;
      let to = Math.min(piece.to, from + longest);
      if (to < piece.to && space > from) to = space;
      else if (to < piece.to && /[\uD800-\uDBFF]/.test(text[to - 1] ?? "")) to--;
      parts.push({ from, to, spoken: text.slice(from, to) });
      from = to;
    }
    return parts;
  });
}

/** A stretch of pieces as one clause. */
function join(sentence: number, pieces: readonly Piece[]): Clause {
  return {
    sentence,
    from: pieces[0]?.from ?? 0,
    to: pieces[pieces.length - 1]?.to ?? 0,
    text: pieces.map(({ spoken }) => spoken).join(""),
  };
}

function cut(sentence: number, pieces: readonly Piece[], longest: number): Clause[] {
  const clauses: Clause[] = [];
  let rest = [...pieces];
  while (rest.length > 0) {
    let length = 0;
    let count = 0;
    let atMark = 0;
    for (const { spoken } of rest) {
      if (count > 0 && length + spoken.length > longest) break;
      length += spoken.length;
      count++;
      if (ends.test(spoken)) atMark = count;
    }
    // The last clause takes what is left; the others end at a mark where there is one.
    const taken = count === rest.length || atMark === 0 ? count : atMark;
    clauses.push(join(sentence, rest.slice(0, taken)));
    rest = rest.slice(taken);
  }
  return clauses;
}

/** Prepares sentences for an engine: spoken forms, in clauses, with the way back to what is written. */
export function writeScript(
  sentences: readonly SpokenSentence[],
  lexicon: readonly LexiconEntry[] = [],
): Script {
  const clauses = sentences.flatMap(({ text, language }, at) => {
    const longest = longestClause[nearestLanguage(language)];
    const pieces = shorten(toSpoken(text, language, lexicon), text, longest);
    return cut(at, pieces, longest).filter((clause) => /[\p{L}\p{N}]/u.test(clause.text));
  });
  return { sentences, clauses };
}
