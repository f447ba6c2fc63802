import type { Language, Lexicon } from "../document/report.ts";
import { readLanguage } from "../page/language.ts";

/** An empty lexicon. */
export const emptyLexicon: Lexicon = { forms: [], pauses: [] };

/**
 * A row of the serialized lexicon: written and spoken form; or, for a pause, the text before it,
 * "", and the text after it.
 */
type LexiconRow = readonly [string, string] | readonly [string, "", string];

/** Serializes the part of a lexicon that applies to a language's text as JSON, for the page. */
export function printLexicon({ forms, pauses }: Lexicon, language: Language): string {
  const isChinese = (words: string) => /\p{Script=Han}/u.test(words);
  const rows: LexiconRow[] = [
    ...forms.flatMap(({ written, spoken }): LexiconRow[] => {
      const form = spoken[language];
      return form === undefined ? [] : [[written, form]];
    }),
    ...pauses
      .filter(([before]) => isChinese(before) === (language === "zh-CN"))
      .map(([before, after]): LexiconRow => [before, "", after]),
  ];
  return JSON.stringify(rows);
}

/**
 * The subset of the DOM's `Document` that is used here, so that the browser and Node share this
 * code.
 */
interface Page {
  readonly documentElement: Parameters<typeof readLanguage>[0];
  getElementById(id: string): { readonly textContent: string | null } | null;
}

/** Reads the lexicon from a page; empty if the page has none or it is invalid. */
export function readLexicon(page: Page): Lexicon {
  try {
    const rows: readonly LexiconRow[] = JSON.parse(
      page.getElementById("lexicon")?.textContent ?? "[]",
    );
    const language = readLanguage(page.documentElement);
    return {
      forms: rows.flatMap(([written, form]) =>
        form ? [{ written, spoken: { [language]: form } }] : [],
      ),
      pauses: rows.flatMap(([before, , after]) => (after ? [[before, after] as const] : [])),
    };
  } catch {
    // A page of another version: speak without a lexicon.
    return emptyLexicon;
  }
}
