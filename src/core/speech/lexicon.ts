import type { Language, LexiconEntry } from "../report/report.ts";

/** The entries of one language as a page carries them: pairs of what is written and what is said, as JSON. */
export function printLexicon(lexicon: readonly LexiconEntry[], language: Language): string {
  const pairs = lexicon.flatMap(({ written, spoken }) => {
    const said = spoken[language];
    return said === undefined ? [] : [[written, said]];
  });
  return JSON.stringify(pairs);
}

/** What is asked of a page: a part of the DOM's `Document`, so that browser and build read pages alike. */
interface Page {
  readonly documentElement: { readonly lang: string };
  getElementById(id: string): { readonly textContent: string | null } | null;
}

/** The entries that a page carries; none where it has none, or they can't be read. */
export function readLexicon(page: Page): LexiconEntry[] {
  try {
    const json = page.getElementById("lexicon")?.textContent ?? "[]";
    const pairs: readonly (readonly [string, string])[] = JSON.parse(json);
    return pairs.map(([written, said]) => ({
      written,
      spoken: { [page.documentElement.lang]: said },
    }));
  } catch {
    // A page of another version: better to speak without.
    return [];
  }
}
