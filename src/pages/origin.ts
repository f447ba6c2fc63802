import { hasEditorialHeading } from "../core/document/ids.ts";
import type { PageContext } from "./page.ts";

/**
 * A statement, in the page's language, of where the text comes from and which parts were added by
 * the editors.
 */
export function describeOrigin({
  language,
  report: { bodies, identifier, sections },
  words,
}: Pick<PageContext, "language" | "report" | "words">): string {
  const headings = sections
    .map(({ id }) => id)
    .filter(hasEditorialHeading)
    .map((id) => words("take.quoted", { words: words(`parts.${id}`) }));
  const list =
    language === "zh-CN" ? headings.join("") : new Intl.ListFormat("en-GB").format(headings);
  return words("take.origin", {
    publisher: bodies.publisher[language],
    number: identifier === undefined ? "" : words("take.number", { identifier }),
    headings: headings.length === 0 ? "" : words("take.headings", { count: headings.length, list }),
  });
}
