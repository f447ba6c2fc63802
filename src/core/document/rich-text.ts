// Figures in summary sentences. `{{791, figure}}` is an i18next interpolation with a custom format:
// the key is a token of the ledger, and the format prints the number in the conventions of the
// sentence's language and keeps the id of the sentence that it comes from.
import type { Figure, Language, Summary, SummaryFigure } from "./report.ts";

/** A stretch of a summary sentence. */
export interface RichTextPiece {
  readonly text: string;
  /** The id of the sentence that a figure comes from; undefined for words. */
  readonly sentence: string | undefined;
}

/** A summary sentence split into text and interpolated figures, which link to their sources. */
export type RichText = readonly RichTextPiece[];

/**
 * A summary as a page loads it: the resource of i18next's namespace `summary`, and the figures that
 * it interpolates.
 */
export interface SummaryResource {
  readonly summary: Pick<Summary, "summary" | "gists">;
  readonly figures: readonly SummaryFigure[];
}

/**
 * A language that has a summary: its name in itself (`name`) and in each page language (`names`).
 */
export interface SummaryLanguage {
  readonly name: string;
  readonly names: Readonly<Record<Language, string>>;
  load(): Promise<{ readonly default: SummaryResource }>;
}

/** The name of the custom i18next format. */
export const figureFormat = "figure";

/**
 * The options of the format: `of` picks one of several sentences by id, `as` gives the words to
 * print instead of the number.
 */
interface FigureOptions {
  readonly of?: string;
  readonly as?: string;
}

// Delimiters from the Unicode private use area: they occur in no text, and i18next leaves them
// alone.
const [begin, middle, end] = ["\ue000", "\ue001", "\ue002"] as const;

/**
 * The interpolation key of a figure: its token without commas, since i18next would parse a comma as
 * the start of a format.
 */
export function figureName({ token }: Pick<Figure, "token">): string {
  return token.replace(/[,，]/g, "");
}

/** The figures in the sentences that support a claim, by interpolation key. */
export function namedFigures(
  { from }: { readonly from: readonly string[] },
  figures: readonly SummaryFigure[],
): Record<string, SummaryFigure[]> {
  const named: Record<string, SummaryFigure[]> = {};
  for (const figure of figures) {
    if (!from.includes(figure.sentence)) continue;
    const name = figureName(figure);
    named[name] ??= [];
    named[name].push(figure);
  }
  return named;
}

/**
 * Formats a figure for a language: `1万` and `10,000`, `65%`; years and parts of names have no digit
 * grouping.
 */
export function printFigure(figure: SummaryFigure, language: string): string {
  const { token, value, unit, kind } = figure;
  if (/^zh\b/.test(language)) return token.replace(/[％﹪]/, "%");
  const isShare = unit === "%";
  return new Intl.NumberFormat(language, {
    style: isShare ? "percent" : "decimal",
    useGrouping: kind !== "name" && kind !== "date",
    maximumFractionDigits: 3,
  }).format(isShare ? value / 100 : value);
}

/**
 * The i18next formatter: prints the figure that `of` selects, between delimiters that {@link
 * parseRichText} reads.
 */
export function formatFigure(
  figures: readonly SummaryFigure[],
  language: string | undefined,
  { of, as }: FigureOptions,
): string {
  const figure = figures.find(({ sentence }) => of === undefined || sentence === of);
  if (!figure) return "";
  return begin + figure.sentence + middle + (as ?? printFigure(figure, language ?? "en")) + end;
}

/** Splits an interpolated sentence at the delimiters of {@link formatFigure}. */
export function parseRichText(text: string): RichText {
  return text.split(/(\ue000[^\ue002]*\ue002)/).flatMap((piece): RichTextPiece[] => {
    const [, sentence, figure] = /^\ue000(.*)\ue001(.*)\ue002$/.exec(piece) ?? [];
    if (figure !== undefined) return [{ text: figure, sentence }];
    return piece ? [{ text: piece, sentence: undefined }] : [];
  });
}

/** The text of a sentence without its links. */
export function plainText(richText: RichText): string {
  return richText.map(({ text }) => text).join("");
}

/** The separator between two sentences of a language. */
export function betweenSentences(language: Language | (string & {})): string {
  return /^(?:zh|ja)\b/.test(language) ? "" : " ";
}
