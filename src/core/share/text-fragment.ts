/** A text is told whole up to this length, else by its beginning and its end; a guess at what messages bear. */
const longestWhole = 60;
/** How much of a beginning or an end is told, at least: from mark to mark, for browsers look for whole words. */
const leastPart = 12;

/** As a directive wants it: a comma, an ampersand and a hyphen mean something there. */
function encode(text: string): string {
  // Half a character, which a selection can hold, has no encoding.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(/-/g, "%2D");
}

const clauses = (text: string) =>
  text.match(/[^，。；：、！？,;:.!?\s]+[，。；：、！？,;:.!?\s]*/gu) ?? [text];

/** Pieces from the front of a list until they are long enough. */
function take(pieces: readonly string[]): string[] {
  const taken: string[] = [];
  for (const piece of pieces) {
    if (taken.join("").length >= leastPart) break;
    taken.push(piece);
  }
  return taken;
}

/**
 * A text directive (https://wicg.github.io/scroll-to-text-fragment/) that leads to some words. What runs over several
 * blocks, and what is long, is told by its beginning and its end.
 */
export function printTextDirective(words: string, isOverBlocks = false): string {
  const text = words.trim();
  if (!isOverBlocks && text.length <= longestWhole) return `text=${encode(text)}`;
  const pieces = clauses(text);
  const start = take(pieces).join("").trim();
  const end = take([...pieces].reverse())
    .reverse()
    .join("")
    .trim();
  if (start.length + end.length >= text.length) return `text=${encode(text)}`;
  return `text=${encode(start)},${encode(end)}`;
}

/** The address of a place: its id, which every browser understands, and the words for those that can look for them. */
export function printPlaceAddress(page: string, id: string, directive?: string): string {
  const [address] = page.split("#");
  return `${address}#${encodeURIComponent(id)}${directive ? `:~:${directive}` : ""}`;
}
