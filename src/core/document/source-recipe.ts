import { toSourceForm } from "./display.ts";

/**
 * How a source is put together from the sentences of its page: strings that stand as they are (white space, and lines
 * that are no part of the text), and sentences by id, each with how many of its characters come next, white space
 * left out, and at which offsets in these the source has full-width marks of its own, if anywhere.
 */
export type SourceRecipe = readonly (
  | string
  | readonly [id: string, characters: number, fullWidth?: readonly number[]]
)[];

/** Writes the recipe by which a source comes from the sentences of its text; `isText` tells which lines hold it. */
export function writeRecipe(
  source: string,
  isText: (line: number) => boolean,
  sentences: readonly { readonly id: string; readonly text: string }[],
): SourceRecipe {
  const recipe: (string | [string, number, number[]?])[] = [];
  const literal = (char: string) => {
    const last = recipe[recipe.length - 1];
    if (typeof last === "string") recipe[recipe.length - 1] = last + char;
    else recipe.push(char);
  };
  let sentence = 0;
  let at = 0;
  let line = 1;
  for (const char of source.split("")) {
    if (/\s/u.test(char) || !isText(line)) {
      literal(char);
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
 * Puts a source together; `texts` are the sentences by id as the page shows them, white space left out. Where a text has
 * more characters than the recipe takes, or fewer, what comes out is no source.
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
