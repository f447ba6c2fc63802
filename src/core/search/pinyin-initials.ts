const syllable = /(?:^|[\s'’])([aeo])|([bpmfdtnlgkhjqxrzcsyw])h?(?=[aeiouv])|(\d)/g;

/** Pinyin without tones, in lower case; ü becomes `v`. */
const withoutTones = (pinyin: string) =>
  pinyin
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, "v")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");

/** Pinyin without tones, spaces and apostrophes: `sanxiangzhidu`. */
export const foldPinyin = (pinyin: string): string =>
  withoutTones(pinyin).replace(/[^a-z0-9]/g, "");

/**
 * The first letters of the syllables of pinyin that is written by the rules of GB/T 16159, with
 * tones or without: `sān xiàng zhìdù` gives `sxzd`. Within a word a syllable that begins with a
 * vowel follows an apostrophe.
 */
export function pinyinInitials(pinyin: string): string {
  return [...withoutTones(pinyin).matchAll(syllable)]
    .map((match) => match[1] ?? match[2] ?? match[3])
    .join("");
}
