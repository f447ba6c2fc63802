/**
 * Characters that no report needs: invisible ones, ones that change the text direction, and remains
 * of a broken encoding.
 */
const unwanted: readonly (readonly [what: string, pattern: RegExp])[] = [
  // Tab, line feed and carriage return are white space.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  ["a control character", /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/u],
  ["a character that turns the direction of the text", /[\u202a-\u202e\u2066-\u2069]/u],
  ["half a character", /\p{Surrogate}/u],
  ["no character", /\p{Noncharacter_Code_Point}/u],
  ["what a broken encoding leaves", /\ufffd/u],
];

/**
 * Finds the first unwanted character of a text: its offset and what it is; undefined if there is
 * none.
 */
export function findUnwanted(
  text: string,
): { readonly at: number; readonly found: string } | undefined {
  for (const [what, pattern] of unwanted) {
    const match = pattern.exec(text);
    if (!match) continue;
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return { at: match.index, found: `${what} (U+${code})` };
  }
  return undefined;
}

/** The `expected` text of a problem found by {@link findUnwanted}. */
export const visibleText = "text that can be seen";
