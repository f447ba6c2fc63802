import { toPageForm } from "../core/document/display.ts";
import { hasEditorialHeading } from "../core/document/ids.ts";
import {
  allSentences,
  isPillar,
  type MetadataField,
  namedBodies,
  type Section,
} from "../core/document/report.ts";
import { toShownText } from "../core/document/shown-text.ts";
import {
  headingSuffixes,
  mainId,
  needsScriptClass,
  originalTitleClass,
  parallelClass,
  proofId,
  sentenceClass,
  titleHeadingId,
} from "../core/page/contract.ts";
import { Beside } from "./Beside.tsx";
import { Contents } from "./Contents.tsx";
import { Disclosure } from "./Disclosure.tsx";
import { Document } from "./Document.tsx";
import { WholeWords } from "./Heading.tsx";
import { KeyFigures } from "./KeyFigures.tsx";
import { PageFooter } from "./PageFooter.tsx";
import { OriginalLink, Pillar } from "./Pillar.tsx";
import type { Head, PageContext } from "./page.ts";
import { Paragraphs } from "./SentenceText.tsx";
import { Summary } from "./Summary.tsx";
import { sectionHeading } from "./section-headings.ts";

/** The title; a translation shows the original title below it. */
function Title(props: { readonly page: PageContext }) {
  const { page } = props;
  const title = toPageForm(page.text.title.text);
  const at = title.search(/\s?[（(][^（()）]*[)）]$/u);
  return (
    <>
      <h1 class={sentenceClass} id={titleHeadingId}>
        <WholeWords text={at < 0 ? title : title.slice(0, at)} />
        {at >= 0 && <span class="kind">{title.slice(at)}</span>}
      </h1>
      {page.beside ? (
        <Beside page={page} id={titleHeadingId} />
      ) : (
        page.language !== "zh-CN" && (
          <p class={originalTitleClass} lang="zh-CN">
            {toPageForm(page.report.title.text)}
          </p>
        )
      )}
    </>
  );
}

/** The public bodies involved: subject, signer, addressee, publisher. */
function Bodies(props: { readonly page: PageContext }) {
  const { page } = props;
  const { published } = page.report;
  const date = new Intl.DateTimeFormat(page.language, { dateStyle: "long", timeZone: "UTC" });
  return (
    <dl class="bodies">
      {namedBodies(page.report).map(({ role, name }) => (
        <div>
          <dt>{page.words(`bodies.${role}`)}</dt>
          <dd>
            {role === "publisher"
              ? page.words("publishedOn", {
                  publisher: name[page.language],
                  date: date.format(new Date(published)),
                })
              : name[page.language]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Metadata fields as the publisher prints them; in English translated, with the Chinese beside
 * them.
 */
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

/** A section that has no title in the source: with our own heading, or as a plain line. */
function Passage(props: { readonly page: PageContext; readonly section: Section }) {
  const { page, section } = props;
  if (!hasEditorialHeading(section.id)) {
    return (
      // Not a `div`: reader views leave out those with as little text as a date.
      <section class={`line ${section.id}`} id={section.id}>
        <Paragraphs page={page} paragraphs={section.paragraphs} />
      </section>
    );
  }
  return (
    <section class="passage" id={section.id} aria-labelledby={section.id + headingSuffixes.ours}>
      <h2 class="ours" id={section.id + headingSuffixes.ours} data-say="">
        {sectionHeading(page, section)}
      </h2>
      <Paragraphs page={page} paragraphs={section.paragraphs} />
      <OriginalLink page={page} id={section.id} />
    </section>
  );
}

/** The text of a report with summary, key figures and contents. */
export function ReportMain(props: { readonly page: PageContext }) {
  const { page } = props;
  const { report, words } = page;
  return (
    <main id={mainId} tabindex="-1">
      <Title page={page} />
      <Bodies page={page} />
      {report.metadata.length > 0 && (
        <Disclosure page={page} class="metadata" name={words("metadata")}>
          <Fields page={page} fields={report.metadata} />
        </Disclosure>
      )}
      <Summary page={page} />
      <KeyFigures page={page} />
      <nav id="contents" aria-labelledby="contents-h">
        <h2 id="contents-h">{words("contentsOfPage")}</h2>
        <Contents page={page} />
        {page.edition === "site" && (
          <>
            <button
              type="button"
              class={needsScriptClass}
              data-expand={words("expandAll")}
              data-collapse={words("collapseAll")}
            >
              {words("expandAll")}
            </button>
            <button
              type="button"
              role="switch"
              class={`${parallelClass} ${needsScriptClass}`}
              aria-checked="false"
            >
              {words("parallel")}
            </button>
          </>
        )}
      </nav>
      <article aria-label={words("report")}>
        {page.text.sections.map((section) =>
          isPillar(section) ? (
            <Pillar page={page} section={section} />
          ) : (
            <Passage page={page} section={section} />
          ),
        )}
      </article>
    </main>
  );
}

/**
 * Whether a field is the telephone number in its domestic form: the same digits, with or without a
 * leading 0.
 */
const isTelephone = (value: string, telephone = "") =>
  /^[\d-]{5,}$/.test(value) &&
  telephone.replace(/\D/g, "").endsWith(value.replace(/\D/g, "").replace(/^0/, ""));

/** The publisher's contact details. */
export function Contact(props: { readonly page: PageContext }) {
  const { language, report, words } = props.page;
  if (report.contact.length === 0) return undefined;
  return (
    <>
      <h2>{words("contact")}</h2>
      <dl class="fields">
        {report.contact.map(({ label, value }) => (
          <div>
            <dt>{words("label", { label: label[language] })}</dt>
            <dd>
              {isTelephone(value[language], report.telephone) ? (
                <a href={`tel:${report.telephone}`}>{value[language]}</a>
              ) : (
                value[language]
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The report's sentences as the page shows them. */
function printedSentences({ language, text }: PageContext): string[] {
  return allSentences(text).map((sentence) => toShownText(sentence.text, language));
}

/** A report's page in one language, complete without scripts. */
export function ReportPage(props: { readonly page: PageContext; readonly head: Head }) {
  const { page } = props;
  const { report, words } = page;
  return (
    <Document
      page={page}
      head={props.head}
      sentences={printedSentences(page)}
      contents={<Contents page={page} measures />}
      listens
    >
      <ReportMain page={page} />
      <PageFooter page={page}>
        <Contact page={page} />
        <section
          id={proofId}
          data-recipe={`${page.base}${report.slug}.source.json`}
          data-text={page.language === "zh-CN" ? undefined : page.base + page.otherPath}
        >
          <h2>{words("proof")}</h2>
          <p>{words("proofOf")}</p>
          <p>
            <code translate="no">{report.sourceSha256}</code>
          </p>
          <button type="button" class={needsScriptClass}>
            {words("prove")}
          </button>
          <p role="status" />
        </section>
      </PageFooter>
    </Document>
  );
}
