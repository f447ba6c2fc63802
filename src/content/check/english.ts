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

/** The words of an English text as they are compared: in small letters, without articles, marks, hyphens and inflection. */
export function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}*)?/gu) ?? [];
  return words.filter((word) => !/^(?:an?|the)$/.test(word)).map(stem);
}

/** Whether an English text has some words, in this order and next to each other, in whatever inflection. */
export function hasWords(text: string, words: string): boolean {
  return ` ${stems(text).join(" ")} `.includes(` ${stems(words).join(" ")} `);
}
