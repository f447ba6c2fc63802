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
  glossaryFilterClass,
  mainId,
  needsScriptClass,
  occurrencesClass,
} from "../core/page/contract.ts";
import { Document } from "./Document.tsx";
import { entryId } from "./entry-id.ts";
import { MixedText } from "./MixedText.tsx";
import { PageFooter } from "./PageFooter.tsx";
import type { Head, PageContext } from "./page.ts";

/** The categories of the glossary, with the kinds of terms in each. */
const categories = [
  { id: "systems", kinds: ["system", "service"] },
  { id: "bodies", kinds: ["body", "place"] },
  { id: "plans", kinds: ["plan", "honour"] },
  { id: "procedures", kinds: ["procedure"] },
  { id: "phrases", kinds: ["phrase"] },
] as const satisfies readonly { readonly id: string; readonly kinds: readonly TermKind[] }[];

const categoryOf = ({ kind }: Term) =>
  categories.find(({ kinds }) => (kinds as readonly TermKind[]).includes(kind))?.id;

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
    <div class={entryClass} id={entryId(page, term)} data-category={categoryOf(term)}>
      <Heading level={props.level}>
        {page.language === "en" && `${term.en} `}
        {term.term.startsWith("12345") ? <a href="tel:12345">{name}</a> : name}
        {term.context && <small>{` ${term.context[page.language]}`}</small>}
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

/** What a term is sorted by: its name in the page's language, for Chinese its pinyin, without marks. */
const sortKey = (page: PageContext, { en, pinyin }: Term) =>
  (page.language === "en" ? en : pinyin).replace(/^[^\p{L}\p{N}]+/u, "");

/** The terms under their first letters, sorted by the rules of the page's language. */
function letters(page: PageContext) {
  // Pinyin is Latin, too.
  const { compare } = new Intl.Collator("en");
  const sorted = [...page.report.glossary].sort((a, b) =>
    compare(sortKey(page, a), sortKey(page, b)),
  );
  const byLetter = new Map<string, Term[]>();
  for (const term of sorted) {
    const [first = ""] = sortKey(page, term).normalize("NFD").toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : "#";
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), term]);
  }
  return [...byLetter].map(([letter, terms]) => ({
    ...{ letter, terms, id: letter === "#" ? "letter-other" : `letter-${letter.toLowerCase()}` },
  }));
}

/**
 * The terms by letter, with headings from `level`, and the notes on apparent errors in the source.
 */
export function GlossaryParts(props: { readonly page: PageContext; readonly level: number }) {
  const { page } = props;
  const { notes } = page.report;
  return (
    <>
      {letters(page).map(({ id, letter, terms }) => (
        <section id={id}>
          <Heading level={props.level}>{letter}</Heading>
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

/** The index of letters, and the notes. */
function LetterIndex(props: { readonly page: PageContext }) {
  const { page } = props;
  return (
    <ol class="letters">
      {letters(page).map(({ id, letter }) => (
        <li>
          <a href={`#${id}`}>{letter}</a>
        </li>
      ))}
      {page.report.notes.length > 0 && (
        <li class="wide">
          <a href="#sic">{page.words("glossary.parts.sic")}</a>
        </li>
      )}
    </ol>
  );
}

/** The filter: a field and a choice of category, which need a script. */
function GlossaryFilter(props: { readonly page: PageContext }) {
  const { report, words } = props.page;
  const filled = categories.filter(({ id }) =>
    report.glossary.some((term) => categoryOf(term) === id),
  );
  return (
    <form class={`${glossaryFilterClass} ${needsScriptClass}`} data-found={words("glossary.found")}>
      <label for="glossary-sought">{words("glossary.filter")}</label>
      <input
        id="glossary-sought"
        type="search"
        autocomplete="off"
        placeholder={words("glossary.filterHint")}
      />
      <label for="glossary-category">{words("glossary.category")}</label>
      <select id="glossary-category">
        <option value="">{words("glossary.all")}</option>
        {filled.map(({ id }) => (
          <option value={id}>{words(`glossary.parts.${id}`)}</option>
        ))}
      </select>
      <p role="status" />
    </form>
  );
}

/** The glossary page: every term of a report, and the notes on apparent errors in the source. */
export function GlossaryPage(props: { readonly page: PageContext; readonly head: Head }) {
  const { page } = props;
  const { glossary } = page.report;
  const index = <LetterIndex page={page} />;
  return (
    <Document page={page} head={props.head} isReference contents={index}>
      <main id={mainId} tabindex="-1" class={`about ${glossaryClass}`}>
        <h1>{page.words("glossaryTitle")}</h1>
        <p>{page.words("glossary.about", { count: glossary.length })}</p>
        <GlossaryFilter page={page} />
        <nav aria-label={page.words("glossary.letters")}>{index}</nav>
        <GlossaryParts page={page} level={2} />
      </main>
      <PageFooter page={page} />
    </Document>
  );
}
