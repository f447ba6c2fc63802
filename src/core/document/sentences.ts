/** What may stand after a full stop and still belongs to its sentence: closing quotes and brackets. */
const closers = "”’」』）)》〉】]";

/**
 * Cuts Chinese text into sentences after 。！？ (full width or ASCII), together with the closing marks
 * that follow. A text with no full stop is one sentence. The pieces put together give the text again,
 * white space at the cuts included.
 *
 * Used at build time only: segmenters differ between engines, so the ids of sentences are shipped.
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
