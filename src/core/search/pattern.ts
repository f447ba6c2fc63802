// What a query matches beside itself: the same words as other people write them.

/** Words with two spellings; `(…)` is what they have in common, and the last part what differs. */
const spellings: readonly (readonly [RegExp, string])[] = [
  // organise, organize; analyse, analyze. Short words differ: `prize` is no `prise`.
  [/^(.{4,}[iy])[sz](?=[eai]|$)/, "$1[sz]"],
  [/^((?:behavi|neighb|endeav|harb|lab|fav|hon|col|hum|rum|vig|arm)o)u?r/, "$1u?r"],
  [/^((?:kilo|centi)?(?:cent|met|theat|lit|fib|calib))(?:er|re)(?=s?$)/, "$1(?:er|re)"],
  [/^((?:def|off|lic)en|practi)[cs]e/, "$1[cs]e"],
  [/^(.{4,}[ae])ll?(?=(?:ed|ing|ers?|ors?)$)/, "$1ll?"],
  [/^(fulfil|enrol)l?/, "$1l?"],
  [/^(judg|acknowledg)e?ment/, "$1e?ment"],
  [/^(catalog|dialog)(?:ue)?/, "$1(?:ue)?"],
  [/^program(?:me)?(?=s?$)/, "program(?:me)?"],
  [/^percent/, "per ?cent"],
];

const wordEnd = "(?![a-z])";

/** Plurals with their singulars. The singular stands for it only as a whole word. */
const numbers: readonly (readonly [RegExp, string])[] = [
  [/(.{2}[^aeiou])(?:y|ies)$/, "$1(?:y|ies)"],
  [/(.{2}(?:[sxz]|[cs]h))es$/, `$1(?:es|e?${wordEnd})`],
  [/(.{2}[^su'i])s$/, `$1(?:s|${wordEnd})`],
];

/**
 * A pattern of a word: with its other spellings and its other number, and with hyphens and
 * apostrophes where others write them.
 */
function wordPattern(word: string): string {
  let pattern = word;
  for (const [written, as] of [...spellings, ...numbers]) pattern = pattern.replace(written, as);
  // Between the letters of the word; what is in brackets is left as it is.
  return pattern.replace(/\[.*?\]|\(.*?\)+|[a-z](?=[a-z[(])/g, (part) =>
    part.length === 1 ? `${part}['-]?` : part,
  );
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** What may stand between two characters, of which one is Chinese. */
const marks = '["《》]*';

/** A pattern of what is not a word, by what stands before and after it. */
function otherPattern(char: string, before: string, after: string): string {
  if (/\d/.test(before) && /^(?:\d|$)/.test(after)) {
    if (/^ ?[x×*] ?$/.test(char)) return " ?[x×*✕✖] ?";
    if (char === ",") return ",?";
  }
  if (char === '"') return '"?';
  const isInWords = /[a-z]/.test(before) && /^[a-z]/.test(after);
  if (isInWords && char === "-") return "[ '-]?";
  if (isInWords && char === " ") return "[ -]";
  if (isInWords && char === "'") return "'?";
  const isLetter = /[\p{L}\p{N}]/u;
  const isHan = /\p{Script=Han}/u;
  const meets = isLetter.test(char) && isLetter.test(after);
  if (meets && (isHan.test(char) || isHan.test(after))) return escaped(char) + marks;
  // A thousand is written with a comma and without.
  if (/\d/.test(char) && /^\d{3}(?!\d)/.test(after)) return `${char},?`;
  return escaped(char);
}

/**
 * The pattern of a normalized query: it matches a normalized text where that has the query, or the
 * same words as others write them: `law-based` for `law based`, `organisation` for `organization`,
 * `7×24` for `7x24`, `“放”“管”“服”` for `放管服`. Undefined for a query that only matches
 * itself: one character, or no letters and numbers.
 */
export function patternOf(query: string): RegExp | undefined {
  if (query.length < 2 || !/[\p{L}\p{N}]/u.test(query)) return undefined;
  const parts =
    query.replace(/\bper cent/g, "percent").match(/[a-z]{2,}|(?: ?[x×*] ?)(?=\d|$)|./gsu) ?? [];
  let source = "";
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1]?.slice(-1) ?? "";
    const after = parts
      .slice(at + 1)
      .join("")
      .slice(0, 4);
    source += /^[a-z]{2,}$/.test(part) ? wordPattern(part) : otherPattern(part, before, after);
  }
  // As it is written first: then no letter more or less is marked than the query has.
  return new RegExp(`${escaped(query)}|${source}`, "gu");
}
