import type { Term } from "../core/document/report.ts";
import type { PageContext } from "./page.ts";

/** The id of a term's entry; in a file, which holds the report too, one that no part of a report can have. */
export function entryId({ edition }: PageContext, { id }: Term): string {
  return edition === "file" ? `term-${id}` : id;
}
