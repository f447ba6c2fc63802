// Recomputes the source's hash from the text of the page; loaded when asked to.

import { withoutWhiteSpace } from "../../core/document/display.ts";
import { composeSource, type SourceRecipe } from "../../core/document/source-recipe.ts";
import { pageSentenceSelector } from "../../core/page/contract.ts";
import { publishedText } from "../page/published.ts";

/** The hash of the recomposed source, in hexadecimal, and what it was composed of. */
export interface Proof {
  readonly sha256: string;
  readonly sentences: number;
  readonly characters: number;
}

/**
 * Composes the source from a page's own sentences and hashes it. Rejects where the recipe can't be
 * fetched.
 */
export async function proveText(page: ParentNode, recipeAddress: string): Promise<Proof> {
  const response = await fetch(recipeAddress);
  if (!response.ok) throw new Error(`${recipeAddress}: ${response.status}`);
  const recipe: SourceRecipe = await response.json();
  const texts = new Map(
    [...page.querySelectorAll(pageSentenceSelector)].map((sentence) => [
      sentence.id,
      withoutWhiteSpace(publishedText(sentence)),
    ]),
  );
  const source = composeSource(recipe, texts);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(source));
  return {
    sha256: [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    sentences: texts.size,
    characters: [...texts.values()].reduce((sum, text) => sum + text.length, 0),
  };
}
