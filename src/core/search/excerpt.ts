/** A piece of a sentence, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** How much of a long sentence is shown before what was found in it, and in all. */
const before = 24;
const most = 120;

/** Cuts within a text, but never through a surrogate pair. */
function cut(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

/** A sentence around what was found in it: the whole, or of a long one the part around the first stretch, between dots. */
export function excerpt(
  text: string,
  stretches: readonly { readonly from: number; readonly to: number }[],
): Piece[] {
  const first = stretches[0]?.from ?? 0;
  const isLong = text.length > most;
  const from = isLong ? cut(text, Math.max(0, Math.min(first - before, text.length - most))) : 0;
  const to = isLong ? cut(text, Math.min(text.length, from + most)) : text.length;
  const pieces: Piece[] = [];
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
