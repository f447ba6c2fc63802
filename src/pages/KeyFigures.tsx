import { textOf } from "../core/document/report.ts";
import { sayFigure } from "../core/facts/say-figure.ts";
import type { PageContext } from "./page.ts";

/**
 * The key figures in large type, each a link to its sentence; all figures are on a page of their
 * own.
 */
export function KeyFigures(props: { readonly page: PageContext }) {
  const { page } = props;
  const figures = page.report.figures.filter(({ isKey }) => isKey);
  return (
    <section class="figures" id="figures" aria-labelledby="figures-h">
      <h2 id="figures-h">{page.words("figures")}</h2>
      <dl>
        {figures.map((figure) => (
          <div>
            <dt>{figure.counts[page.language]}</dt>
            <dd>
              <a href={`#${figure.sentence}`}>
                {sayFigure(figure, textOf(page.report, figure.sentence), page.language)}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {page.edition === "site" && (
        <p>
          <a href={`${page.base}${page.figuresPath}`}>{page.words("allFigures")}</a>
        </p>
      )}
    </section>
  );
}
