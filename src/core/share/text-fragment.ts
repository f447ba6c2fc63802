/**
 * Up to this length a text is given in full, otherwise by its start and end. An estimate of the URL
 * length that messaging apps tolerate.
 */
const longestWhole = 60;
/**
 * The minimum length of a start or end. Both are cut at punctuation, since browsers match whole
 * words.
 */
const leastPart = 12;

/** Percent-encodes text for a directive, in which commas, ampersands and hyphens have a meaning. */
function encode(text: string): string {
  // A selection can contain a lone surrogate, which has no encoding.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(/-/g, "%2D");
}

const clauses = (text: string) =>
  text.match(/[^，。；：、！？,;:.!?\s]+[，。；：、！？,;:.!?\s]*/gu) ?? [text];

/** The first pieces of a list, until they are long enough. */
function take(pieces: readonly string[]): string[] {
  const taken: string[] = [];
  for (const piece of pieces) {
    if (taken.join("").length >= leastPart) break;
    taken.push(piece);
  }
  return taken;
}

/**
 * Makes a text directive (https://wicg.github.io/scroll-to-text-fragment/) that scrolls to some
 * words. Text that is long or spans blocks is given by its start and end.
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

/**
 * The URL of an element's id, which every browser understands, with a text directive for those that
 * support it.
 */
export function printPlaceAddress(page: string, id: string, directive?: string): string {
  const [address] = page.split("#");
  return `${address}#${encodeURIComponent(id)}${directive ? `:~:${directive}` : ""}`;
}
