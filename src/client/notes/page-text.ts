import type { Language } from "../../core/document/report.ts";
import { type JoinedText, joinText } from "../../core/notes/anchor.ts";
import { spokenSelector } from "../../core/page/contract.ts";
import { readLanguage } from "../../core/page/language.ts";
import { publishedText } from "../page/published.ts";

/**
 * The text of the page that can be annotated: its sentences in the page's language, also joined
 * into one text.
 */
export interface PageText {
  readonly language: Language;
  readonly elements: readonly HTMLElement[];
  /** The sentence of each element. */
  readonly sentences: readonly { readonly id: string; readonly text: string }[];
  readonly joined: JoinedText;
}

/** Reads the text that the page was printed with. */
export function readPageText(): PageText {
  const root = document.documentElement;
  const language = readLanguage(root);
  const elements = [...document.querySelectorAll<HTMLElement>(spokenSelector)].filter(
    (element) => element.id && element.closest("[lang]") === root,
  );
  const sentences = elements.map((each) => ({ id: each.id, text: publishedText(each) }));
  return { language, elements, sentences, joined: joinText(sentences, language) };
}
