/** A piece of a sentence, and whether it is what was looked for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** How much of a long sentence is shown before what was found in it, and in all. */
const before = 24;
const most = 120;

/** Where a text is cut at about a place: never through a surrogate pair, nor through a word that ends soon. */
function cut(text: string, at: number): number {
  const rest = text.slice(at, at + 16);
  const word = /^\w/.test(rest) && /\w/.test(text.charAt(at - 1)) ? /^\w+/.exec(rest) : null;
  if (word && word[0].length < 16) return at + word[0].length;
  return /^[\uDC00-\uDFFF]/.test(rest) ? at + 1 : at;
}

/** A sentence around what was found in it: the whole, or of a long one the part around the first stretch, between dots. */
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
