// Finds an annotation's anchor in the current text: at its old position; elsewhere by the quote and
// its context; or, if the quoted words were edited, by approximate search.
import type { Stretch } from "../document/emphasis.ts";
import type { Language } from "../document/report.ts";
import type { Anchor, Position, Quote } from "./annotation.ts";

interface Sentence {
  readonly id: string;
  readonly text: string;
}

/** The sentences of a page, joined into one string. */
export interface JoinedText {
  readonly flat: string;
  /** The stretch of each sentence in `flat`, in order. */
  readonly sentences: readonly (Stretch & { readonly id: string })[];
}

/** Where an anchor was found, and whether the quoted words have changed since. */
export interface AnchorMatch extends Stretch {
  readonly isChanged: boolean;
}

/**
 * Finds approximate matches of `words` with at most `mostErrors` edits; the signature of
 * `approx-string-match`.
 */
export type ApproximateSearch = (
  text: string,
  words: string,
  mostErrors: number,
) => readonly { readonly start: number; readonly end: number; readonly errors: number }[];

/** The length of a quote's prefix and suffix, in UTF-16 units. */
const contextLength = 32;
/** A quote of at least this length is accepted without matching context. An estimate. */
const sureLength = 20;
/** How many UTF-16 units of context must match for a shorter quote. An estimate. */
const leastContext = 8;
/** The longest quote for approximate search, whose time grows with the square of the length. */
const longestAlike = 1000;
/** The largest share of a quote that may have been edited. An estimate. */
const mostErrors = 0.25;

/** Joins the sentences of a page in order. */
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

/** Whether two positions are the same. */
export const isAt = (a: Position, b: Position): boolean =>
  a.sentence === b.sentence && a.offset === b.offset;

/**
 * The offset of a position in the joined text; undefined if its sentence is not in the text. An
 * offset beyond the end of the sentence is clamped to its end.
 */
export function offsetOf({ sentences }: JoinedText, position: Position): number | undefined {
  const sentence = sentences.find(({ id }) => id === position.sentence);
  return sentence && Math.min(sentence.from + position.offset, sentence.to);
}

/**
 * Makes an anchor for a stretch of the joined text. Throws a RangeError if the stretch is empty or
 * outside the text.
 */
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

/** How many UTF-16 units of a quote's prefix and suffix match the text around a stretch. */
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

/**
 * Finds an anchor in a text; undefined if it cannot be found. An anchor without positions is found
 * by its quote alone.
 */
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
  const whole = quote.prefix.length + quote.suffix.length;
  // The most common case, without a search: nothing has changed around it.
  if (isThere && contextAround(flat, { from, to: from + exact.length }, quote) === whole)
    return { from, to: from + exact.length, isChanged: false };
  const needed = exact.length >= sureLength ? 0 : Math.min(leastContext, whole);
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
