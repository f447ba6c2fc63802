/** A text as it is compared, and the way back: where each of its UTF-16 units stands in the text it was made from. */
export interface FoldedText {
  readonly text: string;
  readonly at: readonly number[];
}

/** Marks that people type for one another, by the one that stands for them. NFKD has made full width half width before. */
const alike: readonly (readonly [string, RegExp])[] = [
  ['"', /[“”„‟«»「」『』〝〞]/g],
  ["'", /[‘’‚‛′`]/g],
  ["-", /[‐‑‒–—―−]/g],
  [".", /。/g],
  ["·", /[•‧・]/g],
  ["/", /⁄/g],
];

/** Accents, control characters, what shows nothing, and halves of characters. */
const nothing = /[\p{Mn}\p{Cc}\p{Cf}\p{Cs}]/gu;
const spaced = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
const forms = new Map<string, string>();

/** The form of one character: none, one or several characters; a space for white space of any kind. */
function formOf(char: string): string {
  const known = forms.get(char);
  if (known !== undefined) return known;
  let form = " ";
  if (!/\s/u.test(char)) {
    form = char.normalize("NFKD").toLowerCase().replace(nothing, "");
    for (const [mark, others] of alike) form = form.replace(others, mark);
  }
  forms.set(char, form);
  return form;
}

/**
 * Folds a text for comparison: width, case, accents, quotation marks and dashes. White space is one space between words
 * and numbers, and nothing elsewhere: Chinese is set with and without it. `before` is the last folded character of a text
 * that this one goes on after white space. Any string is a text: what is no character is left out.
 */
export function foldForSearch(text: string, before = ""): FoldedText {
  const at: number[] = [];
  let folded = "";
  let last = before;
  let space = before ? 0 : -1;
  let offset = 0;
  for (const char of text) {
    const from = offset;
    offset += char.length;
    const form = formOf(char);
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

/** Where the character ends that begins at `from`, the accents that belong to it included. */
export function endOfCharacter(text: string, from: number): number {
  const point = text.codePointAt(from) ?? 0;
  let end = from + (point > 0xffff ? 2 : 1);
  while (end < text.length && /\p{Mn}/u.test(text.charAt(end))) end++;
  return end;
}
