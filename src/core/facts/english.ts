/**
 * A simple English stemmer: removes `'s`, plural and third-person endings, `-ed`, `-ing`, a doubled
 * consonant and a final `e`; a final `ies` or `ied` becomes `y`. The stem need not be a word; forms
 * of one word only have to share it.
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

/** The stem of a word, and the word's UTF-16 offsets. */
interface Stem {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/** The stems of an English text: lower case, without articles, punctuation and hyphens. */
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
 * The UTF-16 offsets of the first occurrence of a sequence of words in an English text, in any
 * inflection; undefined where there is none. Punctuation at the ends of the words is included where
 * the text has it too, like the last character of `townships (subdistricts)`.
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

/** Whether an English text contains a sequence of words, in any inflection. */
export function hasWords(text: string, words: string): boolean {
  return findWords(text, words) !== undefined;
}
