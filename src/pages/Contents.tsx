import { toPageForm } from "../core/document/display.ts";
import { hasOurHeading } from "../core/document/ids.ts";
import { isPillar, type Section } from "../core/document/report.ts";
import { splitNumeral } from "./numeral.ts";
import type { PageContext } from "./page.ts";

/** The sections with a heading, for the table of contents. */
export function listedSections(page: PageContext): Section[] {
  return page.text.sections.filter((section) => isPillar(section) || hasOurHeading(section.id));
}

/** The heading of a section: a pillar's title, or our own heading for other sections. */
export function sectionHeading(page: PageContext, section: Section): string {
  return section.title ? toPageForm(section.title.text) : page.words(`parts.${section.id}`);
}

/** The table of contents; with `measures`, the measures of each pillar as well. */
export function Contents(props: { readonly page: PageContext; readonly measures?: boolean }) {
  const { page } = props;
  return (
    <ol class="contents">
      {listedSections(page).map((section) => {
        const { numeral, rest } = splitNumeral(sectionHeading(page, section));
        return (
          <li>
            <a href={`#${section.id}`}>
              {numeral && <span class="numeral">{numeral}</span>}
              {rest}
            </a>
            {props.measures && section.measures.length > 0 && (
              <ol>
                {section.measures.map((measure) => (
                  <li>
                    <a href={`#${measure.id}`}>{toPageForm(measure.title.text)}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        );
      })}
    </ol>
  );
}
