// Chinese names in English, by their pinyin, with the sounds that English has for it: those of
// Mandarin itself are heard as others (the g of Wugang as k).
import { toNumberedSyllable } from "../../../core/speech/pinyin.ts";
import type { Accent } from "./english.ts";

const initials: Readonly<Record<string, string>> = {
  b: "b",
  c: "ts",
  ch: "ʧ",
  d: "d",
  f: "f",
  g: "ɡ",
  h: "h",
  j: "ʤ",
  k: "k",
  l: "l",
  m: "m",
  n: "n",
  p: "p",
  q: "ʧ",
  r: "ɹ",
  s: "s",
  sh: "ʃ",
  t: "t",
  w: "w",
  x: "ʃ",
  y: "j",
  z: "dz",
  zh: "ʤ",
};

/** Finals as they are written; `O` is the o of "go". */
const finals: Readonly<Record<string, string>> = {
  a: "ɑː",
  ai: "I",
  an: "ɑːn",
  ang: "ɑːŋ",
  ao: "W",
  e: "ɜː",
  ei: "A",
  en: "ʌn",
  eng: "ʌŋ",
  er: "ɜː",
  i: "iː",
  ia: "jɑː",
  ian: "jɛn",
  iang: "jɑːŋ",
  iao: "jW",
  ie: "jɛ",
  in: "ɪn",
  ing: "ɪŋ",
  iong: "jʊŋ",
  iu: "jO",
  o: "wɔː",
  ong: "ʊŋ",
  ou: "O",
  u: "uː",
  ua: "wɑː",
  uai: "wI",
  uan: "wɑːn",
  uang: "wɑːŋ",
  ue: "wA",
  ui: "wA",
  un: "ʊn",
  uo: "wO",
  ü: "uː",
  üe: "wA",
};

/** Finals that are not what they look like, after certain initials. */
function spellFinal(initial: string, final: string): string {
  if (final === "i" && /^(?:[zcs]h|r)$/.test(initial)) return "ɜː";
  if (final === "i" && /^[zcs]$/.test(initial)) return "ɪ";
  if (final === "an" && initial === "y") return "ɛn";
  if (/^[wy]$/.test(initial) && final === "o") return "ɔː";
  return finals[final] ?? "";
}

/** The phonemes of a Chinese syllable as English says it, its stress before the vowel; no tone. */
function saySyllable(syllable: string, stress: string, accent: Accent): string {
  const { letters } = toNumberedSyllable(syllable);
  const [, initial = "", final = ""] = /^([zcs]h|[^aeiouü]?)(.*)$/.exec(letters) ?? [];
  const said = spellFinal(initial, final).replace(/^[jw]?/, `$&${stress}`);
  return (
    (initials[initial] ?? "") +
    (accent === "en-GB" ? said.replace("O", "Q") : said.replace("ː", ""))
  );
}

/** The phonemes of a Chinese name in English; the last syllable has its stress. */
export function sayNameInEnglish(syllables: readonly string[], accent: Accent): string {
  const last = syllables.length - 1;
  return syllables
    .map((syllable, at) => saySyllable(syllable, at === last ? "ˈ" : "ˌ", accent))
    .join("");
}
