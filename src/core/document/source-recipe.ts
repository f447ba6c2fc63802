import { toSourceForm } from "./display.ts";

/**
 * How to reconstruct a source file from the sentences of its page. A string is copied literally
 * (white space, and lines that are not part of the text). A tuple takes the next `characters`
 * characters of a sentence, not counting white space; `fullWidth` lists the offsets in these at
 * which the source itself has full-width marks.
 */
export type SourceRecipe = readonly (
  | string
  | readonly [id: string, characters: number, fullWidth?: readonly number[]]
)[];

/**
 * Computes the recipe for a source from the sentences of its text. `isText` says which lines (from
 * 1) contain the text.
 */
export function writeRecipe(
  source: string,
  isText: (line: number) => boolean,
  sentences: readonly { readonly id: string; readonly text: string }[],
): SourceRecipe {
  const recipe: (string | [string, number, number[]?])[] = [];
  const addLiteral = (char: string) => {
    const last = recipe[recipe.length - 1];
    if (typeof last === "string") recipe[recipe.length - 1] = last + char;
    else recipe.push(char);
  };
  let sentence = 0;
  let at = 0;
  let line = 1;
  for (const char of source.split("")) {
    if (/\s/u.test(char) || !isText(line)) {
      addLiteral(char);
    } else {
      while (sentence < sentences.length && at >= lengthOf(sentences[sentence]?.text)) {
        sentence++;
        at = 0;
      }
      const id = sentences[sentence]?.id ?? "";
      let last = recipe[recipe.length - 1];
      if (typeof last !== "object" || last[0] !== id) {
        last = [id, 0];
        recipe.push(last);
      }
      if (toSourceForm(char) !== char) last[2] = [...(last[2] ?? []), last[1]];
      last[1]++;
      at++;
    }
    if (char === "\n") line++;
  }
  return recipe;
}

const lengthOf = (text = "") => text.replace(/\s+/gu, "").length;

/**
 * Reconstructs a source. `texts` maps sentence ids to the texts as shown on the page, without white
 * space. If a text has more or fewer characters than the recipe takes, the result is deliberately
 * not equal to the source.
 */
export function composeSource(recipe: SourceRecipe, texts: ReadonlyMap<string, string>): string {
  const taken = new Map<string, number>();
  let source = "";
  for (const part of recipe) {
    if (typeof part === "string") {
      source += part;
    } else {
      const [id, count, fullWidth] = part;
      const from = taken.get(id) ?? 0;
      taken.set(id, from + count);
      source += toSourceForm((texts.get(id) ?? "").slice(from, from + count), fullWidth);
    }
  }
  const isWhole = [...texts].every(([id, text]) => (taken.get(id) ?? 0) === text.length);
  return isWhole ? source : `${source}\0`;
}
