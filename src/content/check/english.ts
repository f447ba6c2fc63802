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

/** The stems of an English text: lower case, without articles, punctuation and hyphens. */
export function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}*)?/gu) ?? [];
  return words.filter((word) => !/^(?:an?|the)$/.test(word)).map(stem);
}

/** Whether an English text contains a sequence of words, in any inflection. */
export function hasWords(text: string, words: string): boolean {
  return ` ${stems(text).join(" ")} `.includes(` ${stems(words).join(" ")} `);
}
