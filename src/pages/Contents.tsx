import { toPageForm } from "../core/document/display.ts";
import { splitNumeral } from "./numeral.ts";
import type { PageContext } from "./page.ts";
import { listedSections, sectionHeading } from "./section-headings.ts";

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
