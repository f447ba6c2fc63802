// A sentence as a voice gets it: whole where that is short enough, else in clauses.
import type { Language, Lexicon } from "../../core/document/report.ts";
import {
  type Clause,
  joinPieces,
  nearestLanguage,
  rankCuts,
  type SpokenSentence,
  shorten,
} from "../../core/speech/script.ts";
import { toSpoken } from "../../core/speech/spoken.ts";

/** The longest clause, in UTF-16 units of its spoken form: a longer one is rushed, or loses its end. */
export const longestClause: Readonly<Record<Language, number>> = { "zh-CN": 54, en: 200 };

/** A clause shorter than this part of the longest is cut off from its sense, and said badly. */
const shortest = 0.25;

/** What a cut costs, by the rank of its place; beside it, 1 is a clause of half the right length. */
const cutCosts = [60, 20, 1.5, 0.5, 0] as const;

/** How far a clause is from a good length. */
function lengthCost(length: number, longest: number): number {
  if (length > longest) return 1000 * (length / longest);
  return length < longest * shortest ? 4 * (1 - length / (longest * shortest)) : 0;
}

/**
 * Splits a sentence at the places that cost least: at 。；： rather than at ，, there rather than in
 * a list, and in a list of a few short members only where nothing else is left. A cut costs as
 * well. Returns no clause for a sentence of punctuation only.
 *
 * @param longest the longest clause, in UTF-16 units of the spoken form
 */
export function splitIntoClauses(
  { text, language }: SpokenSentence,
  lexicon: Lexicon,
  longest = longestClause[nearestLanguage(language)],
): Clause[] {
  const pieces = shorten(toSpoken(text, language, lexicon), text, longest);
  const ranks = rankCuts(pieces, text);
  const ends: number[] = [];
  for (const { spoken } of pieces) ends.push((ends.at(-1) ?? 0) + spoken.length);
  /** The cheapest way to cut the pieces before each one: its cost, and where the last clause begins. */
  const best = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    let found = { cost: Number.POSITIVE_INFINITY, from: 0 };
    for (let from = 0; from < to; from++) {
      const length = (ends[to - 1] ?? 0) - (ends[from - 1] ?? 0);
      const cut = from === 0 ? 0 : 1 + (cutCosts[ranks[from - 1] ?? 0] ?? 0);
      const cost = (best[from]?.cost ?? 0) + cut + lengthCost(length, longest);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const clauses: Clause[] = [];
  for (let to = pieces.length; to > 0; to = best[to]?.from ?? 0) {
    clauses.unshift(joinPieces(0, pieces.slice(best[to]?.from, to)));
  }
  return joinSilent(clauses);
}

const isSilent = ({ text }: Clause) => !/[\p{L}\p{N}]/u.test(text);

/** Joins clauses of marks only to their neighbours; leaves out what has none. */
function joinSilent(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    if (!last || !(isSilent(last) || isSilent(clause))) joined.push(clause);
    else joined.splice(-1, 1, { ...last, to: clause.to, text: last.text + clause.text });
  }
  return joined.filter((clause) => !isSilent(clause));
}
