// How a figure stands in a sentence of ours: `{{791, figure}}` is i18next's interpolation of the ledger's token by a format
// of ours, which prints the number as the sentence's language does and keeps where it comes from.
import type { Figure, Language, Summary, SummaryFigure } from "./report.ts";

/** A stretch of a sentence of ours. */
export interface RichTextPiece {
  readonly text: string;
  /** The id of the sentence that a figure comes from; undefined for words. */
  readonly sentence: string | undefined;
}

/** A sentence of ours, printed: words, and figures that lead to where they come from. */
export type RichText = readonly RichTextPiece[];

/** A summary as a page fetches it: i18next's resource of the namespace `summary`, and the figures that it interpolates. */
export interface SummaryResource {
  readonly summary: Pick<Summary, "summary" | "gists">;
  readonly figures: readonly SummaryFigure[];
}

/** A language in which there is a summary: what it is called in itself and on the pages. */
export interface SummaryLanguage {
  readonly name: string;
  readonly names: Readonly<Record<Language, string>>;
  load(): Promise<{ readonly default: SummaryResource }>;
}

/** The name of i18next's format. */
export const figureFormat = "figure";

/** What can stand after the name of a format: which of several sentences, and the words that say the number. */
interface FigureOptions {
  readonly of?: string;
  readonly as?: string;
}

// Private use: no text has them, and what interpolates leaves them alone.
const [begin, middle, end] = ["\ue000", "\ue001", "\ue002"] as const;

/** The name by which a figure is interpolated: its token, whose commas i18next would take for the beginning of a format. */
export function figureName({ token }: Pick<Figure, "token">): string {
  return token.replace(/[,，]/g, "");
}

/** The figures of the sentences that a claim rests on, by name. */
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

/** A figure as its language writes it: `1万` and `10,000`, `65%`, and a year or a part of a name without grouping. */
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

/** Formats the figures of one name for i18next: the one that is meant, between marks that {@link parseRichText} reads. */
export function formatFigure(
  figures: readonly SummaryFigure[],
  language: string | undefined,
  { of, as }: FigureOptions,
): string {
  const figure = figures.find(({ sentence }) => of === undefined || sentence === of);
  if (!figure) return "";
  return begin + figure.sentence + middle + (as ?? printFigure(figure, language ?? "en")) + end;
}

/** Parts a sentence at the marks of {@link formatFigure}. */
export function parseRichText(text: string): RichText {
  return text.split(/(\ue000[^\ue002]*\ue002)/).flatMap((piece): RichTextPiece[] => {
    const [, sentence, figure] = /^\ue000(.*)\ue001(.*)\ue002$/.exec(piece) ?? [];
    if (figure !== undefined) return [{ text: figure, sentence }];
    return piece ? [{ text: piece, sentence: undefined }] : [];
  });
}

/** The words of a sentence alone. */
export function plainText(told: RichText): string {
  return told.map(({ text }) => text).join("");
}

/** What stands between two sentences of a language. */
export function betweenSentences(language: Language | (string & {})): string {
  return /^(?:zh|ja)\b/.test(language) ? "" : " ";
}
