import { type Figure, type Section, sectionSentences, textOf } from "../core/document/report.ts";
import { sayFigure } from "../core/facts/say-figure.ts";
import { entryClass, mainId, occurrencesClass } from "../core/page/contract.ts";
import { sectionHeading } from "./Contents.tsx";
import { Document } from "./Document.tsx";
import { PageFooter } from "./PageFooter.tsx";
import type { Head, PageContext } from "./page.ts";

const isShare = ({ unit, kind }: Figure) => unit === "%" && kind !== "change";

/** A number as a link to its sentence. */
function FigureLink(props: { readonly page: PageContext; readonly figure: Figure }) {
  const { page, figure } = props;
  return (
    <a href={`${page.base}${page.reportPath}#${figure.sentence}`}>
      {sayFigure(figure, textOf(page.report, figure.sentence), page.language)}
    </a>
  );
}

/** Numbers of one kind as a table whose rows carry bars: a chart that is read as what it is. */
function BarTable(props: {
  readonly page: PageContext;
  readonly id: string;
  readonly caption: string;
  readonly figures: readonly Figure[];
}) {
  const { page, figures } = props;
  // A bar compares what is of one kind; beside others it would say nothing.
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

/** Shares that make a whole together, as one bar. */
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

/** Aims as a table; a group of them that makes a whole has one of its own, with a bar. */
function Aims(props: { readonly page: PageContext; readonly figures: readonly Figure[] }) {
  const { page, figures } = props;
  const groups = [...new Set(figures.flatMap(({ group }) => group ?? []))];
  const wholes = groups
    .map((name) => figures.filter(({ group }) => group === name))
    .filter((own) => own.length > 1 && own.every(isShare))
    // Tenths of a percent do not add up exactly.
    .filter((own) => Math.round(own.reduce((sum, { value }) => sum + value, 0) * 10) === 1000);
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

/** All the numbers of a report: aims, shares, the counts and changes of each part, each a link to its sentence. */
export function FiguresPage(props: { readonly page: PageContext; readonly head: Head }) {
  const { page } = props;
  const { figures, figureNotes: notes } = page.report;
  const aims = figures.filter(({ kind }) => kind === "aim");
  const shares = figures.filter((figure) => isShare(figure) && figure.kind !== "aim");
  const counted = (section: Section) => {
    const ids = new Set(sectionSentences(section).map(({ id }) => id));
    const own = figures.filter(({ sentence }) => ids.has(sentence));
    const counts = own
      .filter((figure) => ["count", "threshold"].includes(figure.kind) && !isShare(figure))
      .sort((a, b) => b.value - a.value);
    // What is compared stands together.
    const compared = [...new Set(counts.map((figure) => figure.group ?? figure))].flatMap((key) =>
      counts.filter((figure) => (figure.group ?? figure) === key),
    );
    return [...compared, ...own.filter(({ kind }) => kind === "change")];
  };
  const others = figures.filter(({ kind }) => ["name", "date", "ratio"].includes(kind));
  const parts = [
    {
      id: "aims-part",
      title: page.words("figuresPage.aimsTitle"),
      body: aims.length > 0 && <Aims page={page} figures={aims} />,
    },
    {
      id: "shares-part",
      title: page.words("figuresPage.sharesTitle"),
      body: shares.length > 0 && (
        <BarTable
          page={page}
          id="shares"
          caption={page.words("figuresPage.shares")}
          figures={shares}
        />
      ),
    },
    ...page.text.sections.map((section) => {
      const own = counted(section);
      return {
        id: `counts-${section.id}`,
        title: sectionHeading(page, section),
        body: own.length > 0 && (
          <BarTable
            page={page}
            id={`${section.id}-counts`}
            caption={page.words("figuresPage.counts")}
            figures={own}
          />
        ),
      };
    }),
    {
      id: "notes-part",
      title: page.words("figuresPage.notesTitle"),
      body:
        notes.length > 0 &&
        notes.map(({ text, about }) => (
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
        )),
    },
    {
      id: "names-part",
      title: page.words("figuresPage.namesTitle"),
      body: others.length > 0 && (
        <dl class="fields">
          {others.map((figure) => (
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
      ),
    },
  ].filter(({ body }) => body);
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
