/** Closing quotes and brackets, which belong to the sentence before them. */
const closers = "”’」』）)》〉】]";

/**
 * Splits Chinese text into sentences after 。！？ (full width or ASCII) and any closing marks that
 * follow. A text without a full stop is one sentence. Concatenated, the pieces give the text again,
 * including white space at the cuts.
 *
 * Used at build time only: segmenters differ between JavaScript engines, so sentence ids must be
 * part of the printed page.
 */
export function cutSentences(text: string): string[] {
  const ends = new RegExp(`(?:[。！？!?]+[${closers.replace("]", "\\]")}]*)+\\s*`, "gu");
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ends)) {
    const to = match.index + match[0].length;
    pieces.push(text.slice(from, to));
    from = to;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
