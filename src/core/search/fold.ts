/**
 * A text normalized for comparison. `at` maps each of its UTF-16 offsets to the offset in the
 * original text.
 */
export interface FoldedText {
  readonly text: string;
  readonly at: readonly number[];
}

/** Characters with what they are compared as: traditional ones with the simplified. */
export type Variants = ReadonlyMap<string, string>;

/**
 * The inverse of how the build writes variants: lines of a character and those that are compared as
 * it.
 */
export function parseVariants(text: string): Variants {
  const variants = new Map<string, string>();
  for (const [simplified = "", ...others] of text.split("\n"))
    for (const other of others) variants.set(other, simplified);
  return variants;
}

/**
 * Punctuation that people type interchangeably, by its canonical form. NFKD has already turned full
 * width into half width.
 */
const equivalents: readonly (readonly [string, RegExp])[] = [
  ['"', /[“”„‟«»「」『』〝〞]/g],
  ["'", /[‘’‚‛′`]/g],
  ["-", /[‐‑‒–—―−]/g],
  [".", /。/g],
  ["·", /[•‧・]/g],
  ["/", /⁄/g],
];

/** Removed: accents, control and format characters, lone surrogates. */
const ignored = /[\p{Mn}\p{Cc}\p{Cf}\p{Cs}]/gu;
const spaced = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
const forms = new Map<string, string>();

/** The normalized form of a character: zero or more characters; a space for any white space. */
function formOf(char: string): string {
  const known = forms.get(char);
  if (known !== undefined) return known;
  let form = " ";
  if (!/\s/u.test(char)) {
    form = char.normalize("NFKD").toLowerCase().replace(ignored, "");
    for (const [mark, others] of equivalents) form = form.replace(others, mark);
  }
  forms.set(char, form);
  return form;
}

/**
 * Normalizes a text for search: width, case, accents, quotation marks and dashes. White space
 * becomes one space between words and numbers in alphabetic scripts and is removed elsewhere, since
 * Chinese is set with and without it. `before` is the last normalized character of a text that this
 * one continues after white space. Accepts any string; lone surrogates are dropped.
 */
export function foldForSearch(text: string, before = "", variants?: Variants): FoldedText {
  const at: number[] = [];
  let folded = "";
  let last = before;
  let space = before ? 0 : -1;
  let offset = 0;
  for (const char of text) {
    const from = offset;
    offset += char.length;
    const plain = formOf(char);
    const form = variants?.get(plain) ?? plain;
    if (!form) continue;
    if (form === " ") {
      if (space < 0) space = from;
      continue;
    }
    if (space >= 0 && spaced.test(last) && spaced.test(form.charAt(0))) {
      folded += " ";
      at.push(space);
    }
    space = -1;
    folded += form;
    for (let unit = 0; unit < form.length; unit++) at.push(from);
    last = form.charAt(form.length - 1);
  }
  return { text: folded, at };
}

/** The end offset of the character that begins at `from`, including combining accents. */
export function endOfCharacter(text: string, from: number): number {
  const point = text.codePointAt(from) ?? 0;
  let end = from + (point > 0xffff ? 2 : 1);
  while (end < text.length && /\p{Mn}/u.test(text.charAt(end))) end++;
  return end;
}
