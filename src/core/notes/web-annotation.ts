// Converts annotations to and from W3C Web Annotations (https://www.w3.org/TR/annotation-model/).
import type { Language } from "../document/report.ts";
import {
  type Anchor,
  type Annotation,
  type Kind,
  kinds,
  type Position,
  parseAnnotation,
} from "./annotation.ts";

const context = "http://www.w3.org/ns/anno.jsonld";

/** The media type of a file of Web Annotations. */
export const webAnnotationType = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"';

/** Why an item of a file was not imported. */
export type SkipReason = "other" | "other-report" | "no-quote" | "not-found" | "markup" | "cut-off";

/** An item that was not imported: the reason, and some words to recognize it by. */
export interface Skipped {
  readonly reason: SkipReason;
  readonly words: string;
}

/** What an import needs to know of the report that is open. */
export interface Reader {
  readonly report: string;
  readonly language: Language;
  /**
   * Finds an anchor for a quote that comes without positions; undefined if the report does not
   * contain it.
   */
  readonly locate: (quote: Anchor["quote"]) => Anchor | undefined;
  readonly now: string;
  readonly createId: () => string;
}

function printPosition({ sentence, offset }: Position) {
  return {
    type: "FragmentSelector",
    value: sentence,
    refinedBy: { type: "TextPositionSelector", start: offset, end: offset },
  };
}

function printAnnotation(annotation: Annotation, address: (language: Language) => string) {
  const { id, kind, note, created, modified, report, language, start, end, quote } = annotation;
  const format = "text/plain";
  return {
    id,
    type: "Annotation",
    motivation: kind === "bookmark" ? "bookmarking" : "highlighting",
    created,
    modified,
    ...(note && { body: { type: "TextualBody", purpose: "commenting", format, value: note } }),
    target: {
      // `report` is our own extension: a report's URL may change, its slug does not.
      source: { id: address(language), type: "Text", language, report },
      ...(kind !== "bookmark" && { styleClass: kind }),
      selector: [
        {
          type: "RangeSelector",
          startSelector: printPosition(start),
          endSelector: printPosition(end),
        },
        { type: "TextQuoteSelector", ...quote },
      ],
    },
  };
}

/** The lines around the items in a file of ours. */
const firstLine = [`{"@context":"${context}","type":"AnnotationCollection",`, '"items":['] as const;
const lastLine = "]}}";

/**
 * Serializes annotations as JSON-LD, a line each, so that a file of any size can be written and
 * read in parts; `address` gives the report's URL in a language.
 */
export function* printAnnotations(
  annotations: readonly Annotation[],
  address: (language: Language) => string,
): Generator<string> {
  const { length } = annotations;
  const head = { "@context": context, type: "AnnotationCollection", total: length };
  const page = { type: "AnnotationPage", startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`;
  for (const [at, each] of annotations.entries())
    yield `${JSON.stringify(printAnnotation(each, address))}${at < length - 1 ? "," : ""}\n`;
  yield `${lastLine}\n`;
}

/** Whether a file that begins with this line is one of ours, with an item on each line after it. */
export const isOurFirstLine = (line: string): boolean =>
  line.startsWith(firstLine[0]) && line.endsWith(firstLine[1]);

/** Whether this is the line after the last item of a file of ours. */
export const isOurLastLine = (line: string): boolean => line === lastLine;

/** The item on a line of a file of ours. Throws a SyntaxError where the line is cut off. */
export const parseItemLine = (line: string): unknown => JSON.parse(line.replace(/,$/, ""));

function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}
const ofType = (values: unknown[], type: string) =>
  Object(values.find((each) => Object(each).type === type));
const asString = (value: unknown) => (typeof value === "string" ? value : "");

function readPosition(selector: unknown): Position | undefined {
  const { type, value, refinedBy } = Object(selector);
  const { start } = Object(refinedBy);
  return type === "FragmentSelector" && typeof value === "string" && Number.isInteger(start)
    ? { sentence: value, offset: start }
    : undefined;
}

function readKind(motivations: unknown[], style: unknown): Kind {
  if (motivations.includes("bookmarking")) return "bookmark";
  return kinds.find((kind) => kind === style) ?? "yellow";
}

function readTime(value: unknown, otherwise: string): string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : otherwise;
}

/** Reads the note of an annotation. Markup is left out, with the reason. */
function readNote(bodies: unknown[]): { note: string; reason?: SkipReason } {
  const texts = bodies.flatMap((body) => {
    if (typeof body === "string") return [];
    const { type, value, format, purpose } = Object(body);
    const isNote = type === "TextualBody" && purpose !== "tagging" && typeof value === "string";
    return isNote ? [{ value: value as string, format }] : [];
  });
  if (texts.some(({ format }) => typeof format === "string" && !format.startsWith("text/plain"))) {
    return { note: "", reason: "markup" };
  }
  return { note: texts.map(({ value }) => value).join("\n\n") };
}

/**
 * Reads a Web Annotation from this or another program. What can't be read is reported. Nothing in it
 * is ever treated as markup or code.
 */
export function readItem(
  item: unknown,
  reader: Reader,
): { readonly annotation?: Annotation; readonly skipped?: Skipped } {
  const { type, id, motivation, created, modified, body, target } = Object(item);
  const targets = asList(target);
  const { source, selector, styleClass } = Object(targets[0]);
  const selectors = asList(selector);
  const { exact, prefix, suffix } = ofType(selectors, "TextQuoteSelector");
  const { note, reason } = readNote(asList(body));
  const words = (asString(exact) || note || asString(id)).slice(0, 60);
  const skip = (why: SkipReason) => ({ skipped: { reason: why, words } });
  if (!asList(type).includes("Annotation") || targets.length !== 1) return skip("other");
  const { report, language } = Object(source);
  if (typeof report === "string" && report !== reader.report) return skip("other-report");
  if (typeof exact !== "string" || !exact) return skip("no-quote");
  const quote = { exact, prefix: asString(prefix), suffix: asString(suffix) };
  const { startSelector, endSelector } = ofType(selectors, "RangeSelector");
  const [start, end] = [readPosition(startSelector), readPosition(endSelector)];
  const anchor = start && end && report ? { start, end, quote } : reader.locate(quote);
  if (!anchor) return skip("not-found");
  const made = readTime(created, readTime(modified, reader.now));
  const annotation = parseAnnotation({
    id: asString(id) || reader.createId(),
    report: reader.report,
    language: report ? language : reader.language,
    kind: readKind(asList(motivation), styleClass),
    note,
    ...anchor,
    created: made,
    modified: readTime(modified, made),
  });
  if (!annotation) return skip("other");
  return { annotation, ...(reason && skip(reason)) };
}

/**
 * The items of a file of Web Annotations: a collection, a page of one, an array, or a single
 * annotation; or why it is refused.
 */
export function findItems(file: string): readonly unknown[] | "not-json" | "no-annotations" {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    return "not-json";
  }
  const { type, first, items } = Object(value);
  const found = Array.isArray(value)
    ? value
    : (items ?? Object(first).items ?? (type === "Annotation" ? [value] : undefined));
  return Array.isArray(found) ? found : "no-annotations";
}
