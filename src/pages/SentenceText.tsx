import type { JSX } from "solid-js";
import { chineseRuns, toPageForm } from "../core/document/display.ts";
import { readEmphasis, type Stretch } from "../core/document/emphasis.ts";
import { nestMarks, type Part } from "../core/document/nesting.ts";
import type { Figure, Sentence } from "../core/document/report.ts";
import type { RichText } from "../core/document/rich-text.ts";
import { findWords } from "../core/facts/english.ts";
import { findNumerals } from "../core/facts/numerals.ts";
import { sentenceClass } from "../core/page/contract.ts";
import { Beside } from "./Beside.tsx";
import { entryId } from "./entry-id.ts";
import type { PageContext } from "./page.ts";

/** A marked stretch of a sentence and its markup. */
interface Mark extends Stretch {
  readonly wrap: (children: JSX.Element) => JSX.Element;
  /** Whether it is a link; links cannot be nested. */
  readonly isLink: boolean;
}

function MarkedText(props: { readonly text: string; readonly marks: readonly Mark[] }) {
  const print = (parts: readonly Part<Mark>[], isInLink: boolean): JSX.Element =>
    parts.map(({ text, mark, parts: inner }) => {
      if (!mark) return text;
      if (mark.isLink && isInLink) return print(inner, isInLink);
      return mark.wrap(print(inner, isInLink || mark.isLink));
    });
  return <>{print(nestMarks(props.text, props.marks), false)}</>;
}

/** The URL of the original text. */
function originalPath(page: PageContext): string {
  return page.language === "zh-CN" ? "" : page.base + page.otherPath;
}

/** Links numbers of the translation to the original sentences that they come from. */
function figureMarks(page: PageContext, text: string, figures: readonly Figure[]): Mark[] {
  const path = originalPath(page);
  const link = (sentence: string) => (children: JSX.Element) => (
    <a href={`${path}#${sentence}`}>{children}</a>
  );
  const numerals = findNumerals(text, page.language).flatMap(
    ({ written, value, isPercent, at }) => {
      const figure = figures.find(
        (each) => each.value === value && (each.unit === "%") === isPercent,
      );
      return figure
        ? [{ from: at, to: at + written.length, wrap: link(figure.sentence), isLink: true }]
        : [];
    },
  );
  const worded = figures.flatMap(({ says, sentence }) => {
    const from = says ? text.indexOf(says) : -1;
    return says && from >= 0
      ? [{ from, to: from + says.length, wrap: link(sentence), isLink: true }]
      : [];
  });
  return [...worded, ...numerals];
}

/** Marks glossary terms: in the original, and in the translation where it has their English. */
function termMarks(page: PageContext, { id }: Sentence, text: string): Mark[] {
  return page.report.glossary.flatMap((term) =>
    term.occurrences
      .filter(({ sentence }) => sentence === id)
      .flatMap((occurrence) => {
        const wrap = (children: JSX.Element) => (
          <a href={`${page.base}${page.glossaryPath}#${entryId(page, term)}`}>{children}</a>
        );
        if (page.language === "zh-CN") return [{ ...occurrence, wrap, isLink: true }];
        const [words] = [term.en, ...term.alsoEn].flatMap((each) => findWords(text, each) ?? []);
        return words ? [{ ...words, wrap, isLink: true }] : [];
      }),
  );
}

/** A sentence of the original in its page form. All its characters are the publisher's. */
function Verbatim(props: { readonly page: PageContext; readonly sentence: Sentence }) {
  const { page, sentence } = props;
  const notes = page.report.notes.flatMap((note, at) =>
    note.sentence === sentence.id
      ? [
          {
            from: note.from,
            to: note.to,
            isLink: true,
            wrap: (children: JSX.Element) => (
              <a class="sic" href={`${page.base}${page.glossaryPath}#sic-${at + 1}`}>
                {children}
              </a>
            ),
          },
        ]
      : [],
  );
  const text = toPageForm(sentence.text);
  return <MarkedText text={text} marks={[...notes, ...termMarks(page, sentence, text)]} />;
}

/**
 * A sentence of the translation: document names in `cite`, Chinese words with a `lang` attribute.
 */
function Translated(props: { readonly page: PageContext; readonly sentence: Sentence }) {
  const { page, sentence } = props;
  const { text, emphasised } = readEmphasis(sentence.text);
  const names = emphasised.map((stretch) => ({
    ...stretch,
    isLink: false,
    wrap: (children: JSX.Element) => <cite>{children}</cite>,
  }));
  const chinese = chineseRuns(text).map(({ from, to, shown }) => ({
    from,
    to,
    isLink: false,
    wrap: () => <span lang="zh-CN">{shown}</span>,
  }));
  const figures = page.report.figures.filter((figure) => figure.sentence === sentence.id);
  return (
    <MarkedText
      text={text}
      marks={[
        ...chinese,
        ...names,
        ...figureMarks(page, text, figures),
        ...termMarks(page, sentence, text),
      ]}
    />
  );
}

/** A sentence of the report in the page's language. */
export function SentenceText(props: { readonly page: PageContext; readonly sentence: Sentence }) {
  return (
    <>
      <span class={sentenceClass} id={props.sentence.id}>
        {props.page.language === "zh-CN" ? <Verbatim {...props} /> : <Translated {...props} />}
      </span>
      <Beside page={props.page} id={props.sentence.id} />
    </>
  );
}

/** Paragraphs in the page's language. */
export function Paragraphs(props: {
  readonly page: PageContext;
  readonly paragraphs: readonly (readonly Sentence[])[];
}) {
  const between = props.page.language === "zh-CN" ? "" : " ";
  return props.paragraphs.map((sentences) => (
    <p>
      {sentences.map((sentence, at) => (
        <>
          {at > 0 && between}
          <SentenceText page={props.page} sentence={sentence} />
        </>
      ))}
    </p>
  ));
}

/** A summary sentence; its figures link to their sources. */
export function RichTextSpans(props: { readonly page: PageContext; readonly text: RichText }) {
  const { page } = props;
  const path = originalPath(page);
  return props.text.map(({ text, sentence }) =>
    sentence === undefined ? text : <a href={`${path}#${sentence}`}>{text}</a>,
  );
}
