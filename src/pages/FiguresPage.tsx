import type { JSX } from "solid-js";
import { type Figure, type Section, sectionSentences, textOf } from "../core/document/report.ts";
import { sayFigure } from "../core/facts/say-figure.ts";
import { entryClass, mainId, occurrencesClass } from "../core/page/contract.ts";
import { Document } from "./Document.tsx";
import { PageFooter } from "./PageFooter.tsx";
import type { Head, PageContext } from "./page.ts";
import { sectionHeading } from "./section-headings.ts";

const isShare = ({ unit, kind }: Figure) => unit === "%" && kind !== "change";

/** A figure as a link to its sentence. */
function FigureLink(props: { readonly page: PageContext; readonly figure: Figure }) {
  const { page, figure } = props;
  return (
    <a href={`${page.base}${page.reportPath}#${figure.sentence}`}>
      {sayFigure(figure, textOf(page.report, figure.sentence), page.language)}
    </a>
  );
}

/**
 * Figures of one kind as a table with a bar in each row: a chart that assistive technology reads as
 * a table.
 */
function BarTable(props: {
  readonly page: PageContext;
  readonly id: string;
  readonly caption: string;
  readonly figures: readonly Figure[];
}) {
  const { page, figures } = props;
  // Bars compare figures of one group only; elsewhere they would be meaningless.
  const mostOf = (figure: Figure) => {
    const { group } = figure;
    if (isShare(figure)) return 100;
    if (!group) return undefined;
    return Math.max(...figures.filter((each) => each.group === group).map(({ value }) => value));
  };
  return (
    <table id={props.id}>
      <caption>{props.caption}</caption>
      <thead class="vh">
        <tr>
          <th scope="col">{page.words("figuresPage.what")}</th>
          <th scope="col">{page.words("figuresPage.number")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const most = mostOf(figure);
          return (
            <tr>
              <th scope="row">
                {figure.counts[page.language]}
                {most && (
                  <svg
                    class="value"
                    viewBox="0 0 100 2"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect width={Math.round((figure.value / most) * 1000) / 10} height="2" />
                  </svg>
                )}
              </th>
              <td>
                <FigureLink page={page} figure={figure} />
                {figure.base === false && <small>{page.words("figuresPage.noBase")}</small>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Shares that add up to 100 %, as one stacked bar. */
function WholeBar(props: { readonly figures: readonly Figure[] }) {
  let from = 0;
  const parts = props.figures.map(({ value }) => {
    const part = { from, value };
    from += value;
    return part;
  });
  return (
    <svg class="whole-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part) => (
        <rect x={part.from} width={Math.max(0, part.value - 0.6)} height="8" />
      ))}
    </svg>
  );
}

/** Aims as tables; each group that adds up to 100 % has its own table with a stacked bar. */
function Aims(props: { readonly page: PageContext; readonly figures: readonly Figure[] }) {
  const { page, figures } = props;
  const groups = [...new Set(figures.flatMap(({ group }) => group ?? []))];
  const wholes = groups
    .map((name) => figures.filter(({ group }) => group === name))
    .filter((group) => group.length > 1 && group.every(isShare))
    // Rounded, since tenths of a percent do not add up exactly.
    .filter((group) => Math.round(group.reduce((sum, { value }) => sum + value, 0) * 10) === 1000);
  const rest = figures.filter((figure) => !wholes.flat().includes(figure));
  return (
    <>
      {wholes.map((whole, at) => (
        <figure>
          <WholeBar figures={whole} />
          <BarTable
            page={page}
            id={at === 0 ? "aims" : `aims-${at + 1}`}
            caption={page.words("figuresPage.aims")}
            figures={whole}
          />
        </figure>
      ))}
      {rest.length > 0 && (
        <BarTable
          page={page}
          id="aims-rest"
          caption={page.words("figuresPage.aimsRest")}
          figures={rest}
        />
      )}
    </>
  );
}

/** The figures to compare in a section: counts by size, grouped ones together, then changes. */
function comparedFigures(figures: readonly Figure[], section: Section): Figure[] {
  const ids = new Set(sectionSentences(section).map(({ id }) => id));
  const inSection = figures.filter(({ sentence }) => ids.has(sentence));
  const counts = inSection
    .filter((figure) => ["count", "threshold"].includes(figure.kind) && !isShare(figure))
    .sort((a, b) => b.value - a.value);
  const grouped = [...new Set(counts.map((figure) => figure.group ?? figure))].flatMap((key) =>
    counts.filter((figure) => (figure.group ?? figure) === key),
  );
  return [...grouped, ...inSection.filter(({ kind }) => kind === "change")];
}

/** How figures relate, with links to them. */
function FigureNotes(props: { readonly page: PageContext }) {
  const { page } = props;
  return page.report.figureNotes.map(({ text, about }) => (
    <div class={entryClass}>
      <p>{text[page.language]}</p>
      <p class={occurrencesClass}>
        {page.words("figuresPage.noteAbout")}
        {about.map((figure) => (
          <>
            {" "}
            <FigureLink page={page} figure={figure} />
          </>
        ))}
      </p>
    </div>
  ));
}

/** Numbers that are not amounts (names, dates, ratios), as a list of definitions. */
function OtherNumbers(props: { readonly page: PageContext; readonly figures: readonly Figure[] }) {
  const { page } = props;
  return (
    <dl class="fields">
      {props.figures.map((figure) => (
        <div>
          <dt>
            <a href={`${page.base}${page.reportPath}#${figure.sentence}`}>
              <span lang={page.language === "zh-CN" ? undefined : "zh-CN"}>{figure.token}</span>
            </a>
          </dt>
          <dd>{figure.counts[page.language]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface FiguresPart {
  readonly id: string;
  readonly title: string;
  readonly body: JSX.Element;
}

/** The non-empty parts of the page. */
function filledParts(page: PageContext): FiguresPart[] {
  const { figures, figureNotes: notes } = page.report;
  const aims = figures.filter(({ kind }) => kind === "aim");
  const shares = figures.filter((figure) => isShare(figure) && figure.kind !== "aim");
  const others = figures.filter(({ kind }) => ["name", "date", "ratio"].includes(kind));
  const table = (id: string, caption: string, rows: readonly Figure[]) =>
    rows.length > 0 && <BarTable page={page} id={id} caption={caption} figures={rows} />;
  return [
    {
      id: "aims-part",
      title: page.words("figuresPage.aimsTitle"),
      body: aims.length > 0 && <Aims page={page} figures={aims} />,
    },
    {
      id: "shares-part",
      title: page.words("figuresPage.sharesTitle"),
      body: table("shares", page.words("figuresPage.shares"), shares),
    },
    ...page.text.sections.map((section) => ({
      id: `counts-${section.id}`,
      title: sectionHeading(page, section),
      body: table(
        `${section.id}-counts`,
        page.words("figuresPage.counts"),
        comparedFigures(figures, section),
      ),
    })),
    {
      id: "notes-part",
      title: page.words("figuresPage.notesTitle"),
      body: notes.length > 0 && <FigureNotes page={page} />,
    },
    {
      id: "names-part",
      title: page.words("figuresPage.namesTitle"),
      body: others.length > 0 && <OtherNumbers page={page} figures={others} />,
    },
  ].filter(({ body }) => body);
}

/**
 * The figures page: aims, shares, and the counts and changes of each section, all linked to their
 * sentences.
 */
export function FiguresPage(props: { readonly page: PageContext; readonly head: Head }) {
  const { page } = props;
  const parts = filledParts(page);
  return (
    <Document
      page={page}
      head={props.head}
      isReference
      contents={
        <ol class="contents">
          {parts.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      }
    >
      <main id={mainId} tabindex="-1" class="about">
        <h1>{page.words("figuresTitle")}</h1>
        <p>{page.words("figuresPage.about")}</p>
        {parts.map(({ id, title, body }) => (
          <section id={id}>
            <h2>{title}</h2>
            {body}
          </section>
        ))}
      </main>
      <PageFooter page={page} />
    </Document>
  );
}
