import type { JSX } from "solid-js";
import { type Figure, type Section, sectionSentences, textOf } from "../core/document/report.ts";
import { figuresEnding, takeFolder } from "../core/document/take.ts";
import { sayFigure } from "../core/facts/say-figure.ts";
import { entryClass, mainId, occurrencesClass, takeId } from "../core/page/contract.ts";
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

/** How a bar is filled: a later part of a whole and a share without a base differ from the rest. */
type Fill = "solid" | "hatched" | "lined" | "open";
/** The parts of a whole, in order; none is hatched, which says that no total is given. */
const fills: readonly Fill[] = ["solid", "lined", "open"];

/** What fills a bar where the style sheet can't: a file may hold no address, not even of a pattern. */
const patternOf = (fill: Fill) =>
  fill === "hatched" || fill === "lined" ? `url(#${fill})` : undefined;

/** The patterns of bars, once a page. */
function Patterns() {
  return (
    <svg class="vh" aria-hidden="true">
      <pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" />
      </pattern>
      <pattern id="lined" width="4" height="4" patternUnits="userSpaceOnUse">
        <path d="M2 0v4" />
      </pattern>
    </svg>
  );
}

/**
 * A bar of some percent of the row. `isShare`: a thin line behind it is the whole.
 */
function Bar(props: { readonly percent: number; readonly isShare: boolean; readonly fill: Fill }) {
  return (
    <svg class="value" width="100%" aria-hidden="true">
      {props.isShare && <path d="M0 4h9999" />}
      {props.isShare && <rect class="end" x="100%" width="1" height="8" />}
      <rect
        class={props.fill}
        fill={patternOf(props.fill)}
        width={`${Math.round(props.percent * 10) / 10}%`}
        height="8"
      />
    </svg>
  );
}

/**
 * Figures of one kind as a table with a bar below each row: a chart that assistive technology reads
 * as a table. `parts`: they are parts of a whole, each filled in its own way.
 */
function BarTable(props: {
  readonly page: PageContext;
  readonly id: string;
  readonly caption: string;
  readonly figures: readonly Figure[];
  readonly parts?: boolean;
}) {
  const { page, figures } = props;
  // Bars compare figures of one group only; elsewhere they would be meaningless.
  const mostOf = (figure: Figure) => {
    const { group } = figure;
    if (isShare(figure)) return 100;
    if (!group) return undefined;
    return Math.max(...figures.filter((each) => each.group === group).map(({ value }) => value));
  };
  const fillOf = (figure: Figure, at: number): Fill => {
    if (props.parts) return fills[at] ?? "solid";
    return figure.base === false ? "hatched" : "solid";
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
        {figures.map((figure, at) => {
          const most = mostOf(figure);
          return (
            <>
              <tr>
                <th scope="row">{figure.counts[page.language]}</th>
                <td>
                  <FigureLink page={page} figure={figure} />
                  {figure.base === false && <small>{page.words("figuresPage.noBase")}</small>}
                </td>
              </tr>
              {most && (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it only draws what the row above says, and nothing in it takes the focus
                <tr class="bar-row" aria-hidden="true">
                  <td colspan="2">
                    <Bar
                      percent={(figure.value / most) * 100}
                      isShare={isShare(figure)}
                      fill={fillOf(figure, at)}
                    />
                  </td>
                </tr>
              )}
            </>
          );
        })}
      </tbody>
    </table>
  );
}

/** Shares that add up to 100 %, as one bar with the number above each part. */
function WholeBar(props: { readonly figures: readonly Figure[] }) {
  let from = 0;
  const parts = props.figures.map(({ value, token }) => {
    const part = { from, value, token };
    from += value;
    return part;
  });
  return (
    <svg class="whole-bar" width="100%" aria-hidden="true">
      {parts.map((part, at) => (
        <>
          {at === parts.length - 1 ? (
            <text x="100%" y="1em" text-anchor="end">
              {part.token}
            </text>
          ) : (
            <text x={`${part.from}%`} y="1em">
              {part.token}
            </text>
          )}
          <rect
            class={fills[at] ?? "solid"}
            fill={patternOf(fills[at] ?? "solid")}
            x={`${part.from}%`}
            y="1.4em"
            width={`${Math.max(0, part.value - 0.8)}%`}
            height="28"
          />
        </>
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
            parts
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

/** Numbers that are not amounts (names, dates, ratios), as a list of definitions, folded. */
function OtherNumbers(props: { readonly page: PageContext; readonly figures: readonly Figure[] }) {
  const { page, figures } = props;
  return (
    <details>
      <summary>{page.words("figuresPage.namesAbout", { count: figures.length })}</summary>
      <dl class="fields">
        {figures.map((figure) => (
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
    </details>
  );
}

/** What the lines of the shares mean. */
function ShareKey(props: { readonly page: PageContext; readonly hasHatched: boolean }) {
  const { words } = props.page;
  return (
    <ul class="key" aria-hidden="true">
      <li>
        <Bar percent={70} isShare fill="solid" />
        {words("figuresPage.track")}
      </li>
      {props.hasHatched && (
        <li>
          <Bar percent={70} isShare fill="hatched" />
          {words("figuresPage.hatched")}
        </li>
      )}
    </ul>
  );
}

/** The link to the figures as a table; says offline that it needs the network. */
function TableLink(props: { readonly page: PageContext }) {
  const { base, language, report, takePath, words } = props.page;
  if (!takePath) return null;
  const file = `${base}${takeFolder}${report.slug}.${figuresEnding(language)}`;
  return (
    <div id={takeId} data-offline={words("take.offline")}>
      <a href={file} download={`${report.slug}.${figuresEnding(language)}`}>
        {words("figuresPage.csv")}
      </a>
      <p role="status" />
    </div>
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
      body: shares.length > 0 && (
        <>
          <ShareKey page={page} hasHatched={shares.some(({ base }) => base === false)} />
          <BarTable
            page={page}
            id="shares"
            caption={page.words("figuresPage.shares")}
            figures={shares}
          />
        </>
      ),
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
        <TableLink page={page} />
        <Patterns />
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
