/**
 * An English word without its inflection: `'s`, plural and third person, `-ed`, `-ing`, a doubled consonant and a last
 * `e` go, a last `ies` or `ied` is a `y`. What is left need be no word: forms of one word only have to leave the same.
 */
function stem(word: string): string {
  const bare = word.replace(/['’]s?$/, "");
  if (bare.length <= 3) return bare;
  return bare
    .replace(/(?<=..)ie[sd]$/, "y")
    .replace(/(?<=ss|sh|ch|x|z)es$/, "")
    .replace(/(?<=[^su])s$/, "")
    .replace(/(?<=[aeiouy].*.)(?:ed|ing)$/, "")
    .replace(/([bdfgkmnprt])\1$/, "$1")
    .replace(/e$/, "");
}

/** A word of an English text as it is compared, and where it stands. */
interface Stem {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/** The words of an English text as they are compared: in small letters, without articles, marks, hyphens and inflection. */
function findStems(text: string): Stem[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}*)?/gu)]
    .map(({ 0: word, index }) => ({ word: word.toLowerCase(), from: index }))
    .filter(({ word }) => !/^(?:an?|the)$/.test(word))
    .map(({ word, from }) => ({ stem: stem(word), from, to: from + word.length }));
}

/** The stems of an English text's words. */
export function stems(text: string): string[] {
  return findStems(text).map((each) => each.stem);
}

/**
 * Where an English text first has some words, in this order and next to each other, in whatever inflection. Marks at their
 * ends belong to it where the text has them too, as the last of `townships (subdistricts)`.
 */
export function findWords(
  text: string,
  words: string,
): { readonly from: number; readonly to: number } | undefined {
  const wanted = stems(words);
  const found = findStems(text);
  const at = found.findIndex((_, start) =>
    wanted.every((each, offset) => found[start + offset]?.stem === each),
  );
  const [first, last] = [found[at], found[at + wanted.length - 1]];
  if (wanted.length === 0 || !first || !last) return undefined;
  const [start = ""] = /^[^\p{L}\p{N}]*/u.exec(words) ?? [];
  const [end = ""] = /[^\p{L}\p{N}]*$/u.exec(words) ?? [];
  return {
    from: first.from - (text.slice(0, first.from).endsWith(start) ? start.length : 0),
    to: last.to + (text.startsWith(end, last.to) ? end.length : 0),
  };
}

/** Whether an English text has some words (see {@link findWords}). */
export function hasWords(text: string, words: string): boolean {
  return findWords(text, words) !== undefined;
}
