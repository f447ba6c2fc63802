import { toPageForm } from "../core/report/display.ts";
import { isPillar, type MetadataField, type Section } from "../core/report/report.ts";
import { Contents, sectionHeading } from "./Contents.tsx";
import { Document } from "./Document.tsx";
import { WholeWords } from "./Heading.tsx";
import { PageFooter } from "./PageFooter.tsx";
import { Pillar } from "./Pillar.tsx";
import type { Head, PageContext } from "./page.ts";
import { VerbatimParagraphs } from "./VerbatimText.tsx";

/** The title as a heading: the publisher's own in Chinese; in English ours, with the Chinese below it. */
function Title(props: { readonly page: PageContext }) {
  const { page } = props;
  const { title } = page.report;
  const parted = (text: string) => {
    const at = text.search(/\s?[（(]/u);
    return at < 0 ? (
      <WholeWords text={text} />
    ) : (
      <>
        <WholeWords text={text.slice(0, at)} />
        <span class="kind">{text.slice(at)}</span>
      </>
    );
  };
  if (page.language === "zh-CN")
    return (
      <h1 class="s" id={title.id}>
        {parted(toPageForm(title.text))}
      </h1>
    );
  return (
    <>
      <h1 id="title-h" data-say="">
        {parted(page.report.headings.title?.[page.language] ?? "")}
      </h1>
      <p class="original-title s" id={title.id} lang="zh-CN">
        {toPageForm(title.text)}
      </p>
    </>
  );
}

/** Who speaks of whom, to whom, and who put it up: four bodies that must not be mixed up. */
function Bodies(props: { readonly page: PageContext }) {
  const { page } = props;
  const { bodies, published } = page.report;
  const date = new Intl.DateTimeFormat(page.language, { dateStyle: "long", timeZone: "UTC" });
  return (
    <dl class="bodies">
      {(["subject", "signer", "addressee", "publisher"] as const).map((body) => (
        <div>
          <dt>{page.words(`bodies.${body}`)}</dt>
          <dd>
            {body === "publisher"
              ? page.words("publishedOn", {
                  publisher: bodies[body][page.language],
                  date: date.format(new Date(published)),
                })
              : bodies[body][page.language]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Fields as the publisher prints them; in English with their meaning, the Chinese beside it. */
function Fields(props: { readonly page: PageContext; readonly fields: readonly MetadataField[] }) {
  const { page } = props;
  return (
    <dl class="fields">
      {props.fields.map(({ label, value }) => (
        <div>
          <dt>{page.words("label", { label: label[page.language] })}</dt>
          <dd>
            {toPageForm(value[page.language])}
            {value["zh-CN"] !== value[page.language] && (
              <span class="original" lang="zh-CN">
                {toPageForm(value["zh-CN"])}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A section without a title of its own: under a heading of ours, or bare where it is a mere line. */
function Passage(props: { readonly page: PageContext; readonly section: Section }) {
  const { page, section } = props;
  const chinese = page.language === "zh-CN" ? undefined : "zh-CN";
  if (["addressee", "signature", "date"].includes(section.id))
    return (
      <div class={`line ${section.id}`} id={section.id} lang={chinese}>
        <VerbatimParagraphs paragraphs={section.paragraphs} />
      </div>
    );
  return (
    <section class="passage" id={section.id} aria-labelledby={`${section.id}-h`}>
      {/* In English the text below is not read yet, and a title alone would announce nothing. */}
      <h2 class="ours" id={`${section.id}-h`} data-say={chinese ? undefined : ""}>
        {sectionHeading(page, section)}
      </h2>
      <div lang={chinese}>
        <VerbatimParagraphs paragraphs={section.paragraphs} />
      </div>
    </section>
  );
}

/** The page of a report in one language, complete without any script. */
export function ReportPage(props: { readonly page: PageContext; readonly head: Head }) {
  const { page } = props;
  const { report, words } = page;
  return (
    <Document page={page} head={props.head} contents={<Contents page={page} measures />} listens>
      <main id="main" tabindex="-1">
        <Title page={page} />
        <Bodies page={page} />
        <details class="metadata">
          <summary>{words("metadata")}</summary>
          <Fields page={page} fields={report.metadata} />
        </details>
        <section class="summary" id="summary" aria-labelledby="summary-h">
          <h2 id="summary-h" data-say="">
            {words("summary")}
          </h2>
          {report.summaries[page.language].summary.map((claim, at) => (
            <p id={`summary-s${at + 1}`} data-say="">
              {claim.text}
            </p>
          ))}
          <p class="aside">{words("summaryBy")}</p>
        </section>
        <nav id="contents" aria-labelledby="contents-h">
          <h2 id="contents-h">{words("contentsOfPage")}</h2>
          <Contents page={page} />
          <button
            type="button"
            class="expand needs-script"
            data-expand={words("expandAll")}
            data-collapse={words("collapseAll")}
          >
            {words("expandAll")}
          </button>
        </nav>
        <article aria-label={words("report")}>
          {report.sections.map((section) =>
            isPillar(section) ? (
              <Pillar page={page} section={section} />
            ) : (
              <Passage page={page} section={section} />
            ),
          )}
        </article>
      </main>
      <PageFooter page={page}>
        <h2>{words("contact")}</h2>
        <dl class="fields">
          {report.contact.map(({ label, value }) => (
            <div>
              <dt>{words("label", { label: label[page.language] })}</dt>
              <dd>
                {/^[\d-]+$/.test(value[page.language]) ? (
                  <a href={`tel:${report.telephone}`}>{value[page.language]}</a>
                ) : (
                  value[page.language]
                )}
              </dd>
            </div>
          ))}
        </dl>
      </PageFooter>
    </Document>
  );
}
