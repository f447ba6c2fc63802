import { type Language, languages } from "../document/report.ts";

/** What an annotation is on the page: a bookmark, or a highlight in one of four colours. */
export const kinds = ["bookmark", "yellow", "green", "blue", "red"] as const;
export type Kind = (typeof kinds)[number];

/** A point in the text: a sentence by its id, and the UTF-16 units that lie before the point. */
export interface Position {
  readonly sentence: string;
  readonly offset: number;
}

/** Words of the text with what stands before and after them (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A stretch of the text, by id and by quote. */
export interface Anchor {
  readonly start: Position;
  readonly end: Position;
  readonly quote: Quote;
}

/** What a reader has marked in a report, and what they wrote about it. */
export interface Annotation extends Anchor {
  /** A URN, unique everywhere. */
  readonly id: string;
  /** The report's slug. */
  readonly report: string;
  /** The language of the page it was made on. */
  readonly language: Language;
  readonly kind: Kind;
  /** Plain text; empty where the reader wrote nothing. */
  readonly note: string;
  /** When it was made and last changed, ISO 8601. */
  readonly created: string;
  readonly modified: string;
}

/** The longest note and the longest quote that are kept, in UTF-16 units. */
export const longestNote = 20_000;
export const longestQuote = 50_000;

const isString = (value: unknown, most: number): value is string =>
  typeof value === "string" && value.length <= most;
const isTime = (value: unknown): value is string =>
  isString(value, 40) && !Number.isNaN(Date.parse(value));

function parsePosition(value: unknown): Position | undefined {
  const { sentence, offset } = Object(value);
  const isPoint = isString(sentence, 100) && Number.isInteger(offset) && offset >= 0;
  return isPoint ? { sentence, offset } : undefined;
}

/** An annotation from what was stored or imported, with nothing else in it; undefined for anything that is none. */
export function parseAnnotation(value: unknown): Annotation | undefined {
  const { id, report, language, kind, note, start, end, quote, created, modified } = Object(value);
  const { exact, prefix, suffix } = Object(quote);
  const [from, to] = [parsePosition(start), parsePosition(end)];
  if (!from || !to || !isTime(created) || !isTime(modified)) return undefined;
  if (!isString(id, 200) || !id || !isString(report, 200) || !isString(note, longestNote)) {
    return undefined;
  }
  if (!languages.includes(language) || !kinds.includes(kind)) return undefined;
  if (!isString(exact, longestQuote) || !exact) return undefined;
  if (!isString(prefix, longestQuote) || !isString(suffix, longestQuote)) return undefined;
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

/** A change of one annotation: made, altered or removed. */
export interface Change {
  readonly before: Annotation | undefined;
  readonly after: Annotation | undefined;
}

/** The changes that bring in annotations from elsewhere: of two with one id the one that was modified later stays. */
export function mergeAnnotations(
  own: readonly Annotation[],
  incoming: readonly Annotation[],
): Change[] {
  const known = new Map(own.map((each) => [each.id, each]));
  return incoming.flatMap((after) => {
    const before = known.get(after.id);
    if (before && Date.parse(before.modified) >= Date.parse(after.modified)) return [];
    known.set(after.id, after);
    return [{ before, after }];
  });
}
