import type { Language, Lexicon } from "../document/report.ts";

/** A lexicon that tells nothing. */
export const emptyLexicon: Lexicon = { forms: [], pauses: [] };

/** As a page carries it: a form and what is said, or what stands before a pause, nothing, and what stands after it. */
type LexiconRow = readonly [string, string] | readonly [string, "", string];

/** A lexicon as a page in a language carries it, as JSON: what of it can stand in that language's text. */
export function printLexicon({ forms, pauses }: Lexicon, language: Language): string {
  const isChinese = (words: string) => /\p{Script=Han}/u.test(words);
  const rows: LexiconRow[] = [
    ...forms.flatMap(({ written, spoken }): LexiconRow[] => {
      const said = spoken[language];
      return said === undefined ? [] : [[written, said]];
    }),
    ...pauses
      .filter(([before]) => isChinese(before) === (language === "zh-CN"))
      .map(([before, after]): LexiconRow => [before, "", after]),
  ];
  return JSON.stringify(rows);
}

/** What is asked of a page: a part of the DOM's `Document`, so that browser and build read pages alike. */
interface Page {
  readonly documentElement: { readonly lang: string };
  getElementById(id: string): { readonly textContent: string | null } | null;
}

/** The lexicon that a page carries; an empty one where it has none, or one that can't be read. */
export function readLexicon(page: Page): Lexicon {
  try {
    const rows: readonly LexiconRow[] = JSON.parse(
      page.getElementById("lexicon")?.textContent ?? "[]",
    );
    const { lang } = page.documentElement;
    return {
      forms: rows.flatMap(([written, said]) =>
        said ? [{ written, spoken: { [lang]: said } }] : [],
      ),
      pauses: rows.flatMap(([before, , after]) => (after ? [[before, after] as const] : [])),
    };
  } catch {
    // A page of another version: better to speak without.
    return emptyLexicon;
  }
}
