import { toPageForm } from "../core/document/display.ts";
import { hasEditorialHeading, isNamedSectionId } from "../core/document/ids.ts";
import { isPillar, type Section } from "../core/document/report.ts";
import type { PageContext } from "./page.ts";

/** The sections with a heading, for the table of contents. */
export function listedSections(page: PageContext): Section[] {
  return page.text.sections.filter(
    (section) => isPillar(section) || hasEditorialHeading(section.id),
  );
}

/**
 * The heading of a section: a pillar's title, or our own heading for other sections. Throws for a
 * pillar without a title.
 */
export function sectionHeading(page: PageContext, section: Section): string {
  const { id, title } = section;
  if (title) return toPageForm(title.text);
  if (!isNamedSectionId(id)) throw new Error(`The section ${id} has no title.`);
  return page.words(`parts.${id}`);
}
