import type { JSX } from "solid-js";
import { toPageForm } from "../core/document/display.ts";
import { hasEditorialHeading } from "../core/document/ids.ts";
import {
  type Language,
  type Localized,
  type Occurrence,
  otherLanguage,
  type Term,
  type TermKind,
  textOf,
} from "../core/document/report.ts";
import {
  asideClass,
  besideClass,
  entryClass,
  glossaryClass,
  mainId,
  occurrencesClass,
} from "../core/page/contract.ts";
import { Document } from "./Document.tsx";
import { entryId } from "./entry-id.ts";
import { MixedText } from "./MixedText.tsx";
import { PageFooter } from "./PageFooter.tsx";
import type { Head, PageContext } from "./page.ts";

/** The parts of the glossary, with the kinds of terms in each. */
const parts = [
  { id: "systems", kinds: ["system", "service"] },
  { id: "bodies", kinds: ["body", "place"] },
  { id: "plans", kinds: ["plan", "honour"] },
  { id: "procedures", kinds: ["procedure"] },
  { id: "phrases", kinds: ["phrase"] },
] as const satisfies readonly { readonly id: string; readonly kinds: readonly TermKind[] }[];

/**
 * Links to sentences of the report, each labelled with the heading above it or, if there is none,
 * with the line itself.
 */
function Places(props: { readonly page: PageContext; readonly places: readonly Occurrence[] }) {
  const { page } = props;
  const ids = [...new Set(props.places.map(({ sentence }) => sentence))];
  const headingOf = (id: string) => {
    const [titled] = /^p\d+(?:-m\d+)?/.exec(id) ?? [];
    const section = id.split("-")[0] ?? "";
    return hasEditorialHeading(section)
      ? page.words(`parts.${section}`)
      : toPageForm(textOf(page.text, titled ? `${titled}-t` : id));
  };
  return (
    <p class={occurrencesClass}>
      {page.words("glossary.places")}
      {ids.map((id) => (
        <>
          {" "}
          <a href={`${page.base}${page.reportPath}#${id}`}>{headingOf(id)}</a>
        </>
      ))}
    </p>
  );
}

/** The source of an explanation, or a note that there is none. */
function SourceLine(props: { readonly page: PageContext; readonly term: Term }) {
  const { page } = props;
  const { source } = props.term;
  const basis = page.words(`glossary.basis.${source.basis}`);
  if (source.basis !== "published") return <p class={asideClass}>{basis}</p>;
  const language = /\p{Script=Han}/u.test(source.text) ? "zh-CN" : "en";
  const lang = language === page.language ? undefined : language;
  return (
    <p class={asideClass}>
      {`${basis} `}
      <a href={source.address} rel="noreferrer" lang={lang}>
        {source.text}
      </a>
      {` (${source.date})`}
    </p>
  );
}

/** A heading of a given level. */
function Heading(props: { readonly level: number; readonly children: JSX.Element }) {
  if (props.level === 2) return <h2>{props.children}</h2>;
  if (props.level === 3) return <h3>{props.children}</h3>;
  return <h4>{props.children}</h4>;
}

/** An editors' text in one language; Chinese words in English text get a `lang` attribute. */
function Plain(props: { readonly text: Localized; readonly language: Language }) {
  const text = props.text[props.language];
  return props.language === "en" ? <MixedText text={text} /> : text;
}

/** An editors' text, followed by the other language if both are printed. */
function BothPlain(props: { readonly page: PageContext; readonly text: Localized }) {
  const { beside, language } = props.page;
  const other = otherLanguage(language);
  return (
    <>
      <p>
        <Plain text={props.text} language={language} />
      </p>
      {beside && (
        <p class={besideClass} lang={other}>
          <Plain text={props.text} language={other} />
        </p>
      )}
    </>
  );
}

function TermEntry(props: {
  readonly page: PageContext;
  readonly term: Term;
  readonly level: number;
}) {
  const { page, term } = props;
  const chinese = page.language === "zh-CN" ? undefined : "zh-CN";
  const name = <span lang={chinese}>{toPageForm(term.term)}</span>;
  return (
    <div class={entryClass} id={entryId(page, term)}>
      <Heading level={props.level}>
        {page.language === "en" && `${term.en} `}
        {term.term.startsWith("12345") ? <a href="tel:12345">{name}</a> : name}
      </Heading>
      <p class="pinyin">
        <span lang="zh-Latn-pinyin">{term.pinyin}</span>
        {chinese === undefined && (
          <>
            {" "}
            <span lang="en">{term.en}</span>
          </>
        )}
      </p>
      <BothPlain page={page} text={term.plain} />
      {term.achieved && <BothPlain page={page} text={term.achieved} />}
      <SourceLine page={page} term={term} />
      <Places page={page} places={term.occurrences} />
    </div>
  );
}

/** The non-empty parts, each sorted by the rules of the page's language. */
function filledParts(page: PageContext) {
  const { glossary } = page.report;
  const compare = new Intl.Collator(page.language).compare;
  const key = (term: Term) => (page.language === "en" ? term.en : term.pinyin);
  return parts
    .map(({ id, kinds }) => ({
      id,
      terms: glossary
        .filter(({ kind }) => (kinds as readonly TermKind[]).includes(kind))
        .sort((a, b) => compare(key(a), key(b))),
    }))
    .filter(({ terms }) => terms.length > 0);
}

/**
 * The parts of the glossary, with headings from `level`, and the notes on apparent errors in the
 * source.
 */
export function GlossaryParts(props: { readonly page: PageContext; readonly level: number }) {
  const { page } = props;
  const { notes } = page.report;
  return (
    <>
      {filledParts(page).map(({ id, terms }) => (
        <section id={id}>
          <Heading level={props.level}>{page.words(`glossary.parts.${id}`)}</Heading>
          {terms.map((term) => (
            <TermEntry page={page} term={term} level={props.level + 1} />
          ))}
        </section>
      ))}
      {notes.length > 0 && (
        <section id="sic">
          <Heading level={props.level}>{page.words("glossary.parts.sic")}</Heading>
          <p>{page.words("glossary.aboutSic")}</p>
          {notes.map((note, at) => {
            const text = textOf(page.report, note.sentence);
            return (
              <div class={entryClass} id={`sic-${at + 1}`}>
                <Heading level={props.level + 1}>
                  <span lang="zh-CN">{toPageForm(text).slice(note.from, note.to)}</span>
                </Heading>
                <BothPlain page={page} text={note.text} />
                <Places page={page} places={[note]} />
              </div>
            );
          })}
        </section>
      )}
    </>
  );
}

/** The glossary page: every term of a report, and the notes on apparent errors in the source. */
export function GlossaryPage(props: { readonly page: PageContext; readonly head: Head }) {
  const { page } = props;
  const { glossary, notes } = page.report;
  const filled = filledParts(page);
  const ids = [...filled.map(({ id }) => id), ...(notes.length > 0 ? (["sic"] as const) : [])];
  return (
    <Document
      page={page}
      head={props.head}
      isReference
      contents={
        <ol class="contents">
          {ids.map((id) => (
            <li>
              <a href={`#${id}`}>{page.words(`glossary.parts.${id}`)}</a>
            </li>
          ))}
        </ol>
      }
    >
      <main id={mainId} tabindex="-1" class={`about ${glossaryClass}`}>
        <h1>{page.words("glossaryTitle")}</h1>
        <p>{page.words("glossary.about", { count: glossary.length })}</p>
        <GlossaryParts page={page} level={2} />
      </main>
      <PageFooter page={page} />
    </Document>
  );
}
