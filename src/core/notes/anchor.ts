// Finds what was marked again, in the text as it is now: where it stood, elsewhere by its words and what stands around
// them, or, where the words themselves were corrected, by what resembles them.
import type { Stretch } from "../document/emphasis.ts";
import type { Language } from "../document/report.ts";
import type { Anchor, Position, Quote } from "./annotation.ts";

interface Sentence {
  readonly id: string;
  readonly text: string;
}

/** The sentences of a page as one text. */
export interface JoinedText {
  readonly flat: string;
  /** Where each sentence lies in it, in order. */
  readonly sentences: readonly (Stretch & { readonly id: string })[];
}

/** A place that was found, and whether its words are still the same. */
export interface AnchorMatch extends Stretch {
  readonly isChanged: boolean;
}

/** Finds what resembles some words with at most so many errors; the signature of `approx-string-match`. */
export type ApproximateSearch = (
  text: string,
  words: string,
  mostErrors: number,
) => readonly { readonly start: number; readonly end: number; readonly errors: number }[];

/** How much is kept of what stands before and after a quote. */
const contextLength = 32;
/** A quote this long is sure of its place without what stands around it; a guess. */
const sureLength = 20;
/** How much of what stands around a shorter one must be there; a guess. */
const leastContext = 8;
/** The longest quote that is looked for in other words: it takes time with the square of its length. */
const longestAlike = 1000;
/** The share of the words that may have been corrected; a guess. */
const mostErrors = 0.25;

/** Joins the sentences of a page, in their order. */
export function joinText(sentences: readonly Sentence[], language: Language): JoinedText {
  const between = language === "en" ? " " : "";
  let flat = "";
  const stretches = sentences.map(({ id, text }) => {
    const from = flat.length && flat.length + between.length;
    flat = (flat && flat + between) + text;
    return { id, from, to: flat.length };
  });
  return { flat, sentences: stretches };
}

/** Where a point lies in a text; undefined if the text lacks its sentence. A point beyond its sentence lies at its end. */
export function offsetOf({ sentences }: JoinedText, point: Position): number | undefined {
  const sentence = sentences.find(({ id }) => id === point.sentence);
  return sentence && Math.min(sentence.from + point.offset, sentence.to);
}

/** A stretch of a text by its sentences' ids and by its words. The stretch must not be empty. */
export function createAnchor({ flat, sentences }: JoinedText, { from, to }: Stretch): Anchor {
  const first = sentences.find((each) => from < each.to);
  const last = sentences.filter((each) => each.from < to).pop();
  if (!first || !last || from >= to) throw new RangeError(`${from} to ${to} is no stretch of text`);
  return {
    start: { sentence: first.id, offset: Math.max(0, from - first.from) },
    end: { sentence: last.id, offset: Math.min(to, last.to) - last.from },
    quote: {
      exact: flat.slice(from, to),
      prefix: flat.slice(Math.max(0, from - contextLength), from),
      suffix: flat.slice(to, to + contextLength),
    },
  };
}

/** How many units of a quote's surroundings stand around a stretch. */
function contextAround(flat: string, { from, to }: Stretch, { prefix, suffix }: Quote): number {
  let before = 0;
  while (before < prefix.length && prefix[prefix.length - 1 - before] === flat[from - 1 - before]) {
    before++;
  }
  let after = 0;
  while (after < suffix.length && suffix[after] === flat[to + after]) after++;
  return before + after;
}

function findExactly(flat: string, words: string): Stretch[] {
  const found: Stretch[] = [];
  for (let at = flat.indexOf(words); at >= 0; at = flat.indexOf(words, at + 1)) {
    found.push({ from: at, to: at + words.length });
  }
  return found;
}

/** Finds the place of an annotation in a text; undefined where it has lost its place. */
export function findAnchor(
  text: JoinedText,
  { start, end, quote }: Partial<Anchor> & Pick<Anchor, "quote">,
  search: ApproximateSearch,
): AnchorMatch | undefined {
  const { flat } = text;
  const { exact } = quote;
  const from = start && offsetOf(text, start);
  const to = end && offsetOf(text, end);
  const isThere = from !== undefined && flat.slice(from, to) === exact;
  const needed =
    exact.length >= sureLength
      ? 0
      : Math.min(leastContext, quote.prefix.length + quote.suffix.length);
  const rank = (found: readonly Stretch[]) =>
    found
      .map((each) => ({
        ...each,
        context: contextAround(flat, each, quote),
        distance: Math.abs(each.from - (from ?? 0)),
      }))
      .sort((a, b) => b.context - a.context || a.distance - b.distance)
      .find(({ context, distance }) => context >= needed || (isThere && distance === 0));
  const same = rank(findExactly(flat, exact));
  if (same) return { from: same.from, to: same.to, isChanged: false };
  const errors = Math.floor(exact.length * mostErrors);
  if (errors === 0 || exact.length > Math.min(flat.length, longestAlike)) return undefined;
  const alike = rank(
    search(flat, exact, errors).map((match) => ({ from: match.start, to: match.end })),
  );
  return alike && { from: alike.from, to: alike.to, isChanged: true };
}
