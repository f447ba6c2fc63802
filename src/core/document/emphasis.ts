/** A stretch of a text, as UTF-16 offsets: the first unit, and the one after the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text without the asterisks that set the names of documents apart in `en.md`, and where those names stand. */
export function readEmphasis(text: string): { text: string; emphasised: Stretch[] } {
  const emphasised: Stretch[] = [];
  let plain = "";
  for (const [at, piece] of text.split("*").entries()) {
    if (at % 2) emphasised.push({ from: plain.length, to: plain.length + piece.length });
    plain += piece;
  }
  return { text: plain, emphasised };
}
