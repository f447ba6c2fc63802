/** A stretch of a text as UTF-16 offsets: `from` is inclusive, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Parses the asterisks that `en.md` puts around document names. Returns the text without them and
 * the stretches that stood between them.
 */
export function readEmphasis(text: string): { text: string; emphasised: Stretch[] } {
  const emphasised: Stretch[] = [];
  let plain = "";
  for (const [at, piece] of text.split("*").entries()) {
    if (at % 2) emphasised.push({ from: plain.length, to: plain.length + piece.length });
    plain += piece;
  }
  return { text: plain, emphasised };
}
