/** A piece of an excerpt, and whether it matches the query. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Lengths in UTF-16 units: of the context before the first match, and of the whole excerpt. */
const before = 24;
const most = 120;

/**
 * The offset at which to cut a text, near `at`: never inside a surrogate pair, nor inside a short
 * Latin word.
 */
function cut(text: string, at: number): number {
  const rest = text.slice(at, at + 16);
  const word = /^\w/.test(rest) && /\w/.test(text.charAt(at - 1)) ? /^\w+/.exec(rest) : null;
  if (word && word[0].length < 16) return at + word[0].length;
  return /^[\uDC00-\uDFFF]/.test(rest) ? at + 1 : at;
}

/**
 * Makes an excerpt of a sentence: all of it, or for a long one the part around the first match,
 * with ellipses.
 */
export function excerpt(
  text: string,
  stretches: readonly { readonly from: number; readonly to: number }[],
): ExcerptPiece[] {
  const first = stretches[0]?.from ?? 0;
  const isLong = text.length > most;
  const from = isLong
    ? Math.min(first, cut(text, Math.max(0, Math.min(first - before, text.length - most))))
    : 0;
  const to = isLong ? cut(text, Math.min(text.length, from + most)) : text.length;
  const pieces: ExcerptPiece[] = [];
  let at = from;
  const push = (end: number, isFound: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isFound });
    at = Math.max(at, end);
  };
  if (from > 0) pieces.push({ text: "…", isFound: false });
  for (const stretch of stretches) {
    push(Math.min(stretch.from, to), false);
    push(Math.min(stretch.to, to), true);
  }
  push(to, false);
  if (to < text.length) pieces.push({ text: "…", isFound: false });
  return pieces;
}
