import type { Term } from "../core/document/report.ts";
import type { PageContext } from "./page.ts";

/**
 * The element id of a glossary entry. In a file, which contains the report as well, it has a prefix
 * so that it cannot collide with ids of the report.
 */
export function entryId({ edition }: PageContext, { id }: Term): string {
  return edition === "file" ? `term-${id}` : id;
}
