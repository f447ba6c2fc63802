import { type Language, languages } from "../document/report.ts";

/** The kinds of annotation: a bookmark, or a highlight in one of four colours. */
export const kinds = ["bookmark", "yellow", "green", "blue", "red"] as const;
export type Kind = (typeof kinds)[number];

/** A position in the text: a sentence id and a UTF-16 offset in that sentence's text. */
export interface Position {
  readonly sentence: string;
  readonly offset: number;
}

/**
 * A quotation with the text before and after it
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * A stretch of the text: its positions, and the quote by which it can be found again after an edit.
 */
export interface Anchor {
  readonly start: Position;
  readonly end: Position;
  readonly quote: Quote;
}

/** A bookmark or highlight that a reader made in a report, with their note. */
export interface Annotation extends Anchor {
  /** A globally unique URN. */
  readonly id: string;
  /** The report's slug. */
  readonly report: string;
  /** The language of the page it was made on. */
  readonly language: Language;
  readonly kind: Kind;
  /** Plain text; empty where the reader wrote nothing. */
  readonly note: string;
  /** Times of creation and last change, ISO 8601. */
  readonly created: string;
  readonly modified: string;
}

const isString = (value: unknown, most = Number.POSITIVE_INFINITY): value is string =>
  typeof value === "string" && value.length <= most;
const isTime = (value: unknown): value is string =>
  isString(value, 40) && !Number.isNaN(Date.parse(value));

function parsePosition(value: unknown): Position | undefined {
  const { sentence, offset } = Object(value);
  const isPosition = isString(sentence, 100) && Number.isInteger(offset) && offset >= 0;
  return isPosition ? { sentence, offset } : undefined;
}

/**
 * Validates a stored or imported annotation and drops unknown properties; undefined if it is
 * invalid. A note and a quote may have any length: what a reader wrote is never cut or refused.
 */
export function parseAnnotation(value: unknown): Annotation | undefined {
  const { id, report, language, kind, note, start, end, quote, created, modified } = Object(value);
  const { exact, prefix, suffix } = Object(quote);
  const [from, to] = [parsePosition(start), parsePosition(end)];
  if (!from || !to || !isTime(created) || !isTime(modified)) return undefined;
  if (!isString(id, 200) || !id || !isString(report, 200) || !isString(note)) return undefined;
  if (!languages.includes(language) || !kinds.includes(kind)) return undefined;
  if (!isString(exact) || !exact || !isString(prefix) || !isString(suffix)) return undefined;
  return {
    id,
    report,
    language,
    kind,
    note,
    created,
    modified,
    start: from,
    end: to,
    quote: { exact, prefix, suffix },
  };
}

/**
 * A change of one annotation: created (`before` undefined), edited, or deleted (`after` undefined).
 */
export interface Change {
  readonly before: Annotation | undefined;
  readonly after: Annotation | undefined;
}

/** The id of the annotation that a change is about; "" for a change of nothing. */
export const idOf = ({ before, after }: Change): string => (after ?? before)?.id ?? "";
