import type { Language } from "../document/report.ts";

/**
 * The language that a page was printed in, from its root element. Page translators change its
 * `lang`.
 */
export function readLanguage({
  dataset,
  lang,
}: {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly lang: string;
}): Language {
  // A page of an older version has no attribute of its own for it.
  return (dataset.language ?? lang) as Language;
}

/** The part of the DOM's `Element` that is used here, so that the browser and Node share this. */
interface PageElement {
  closest(selectors: string): { getAttribute(name: string): string | null } | null;
}

/** The language of an element's text, as it was printed. */
export function languageOf(element: PageElement): string {
  const around = element.closest("[lang]");
  return around?.getAttribute("data-language") ?? around?.getAttribute("lang") ?? "";
}
