import { type Language, type Report, textOf, wordsIn } from "../../core/document/report.ts";
import { toShownText } from "../../core/document/shown-text.ts";
import { sayFigure } from "../../core/facts/say-figure.ts";
import type { Words } from "../../pages/page.ts";

/** The columns of the table, with the keys of their headings. */
const columns = [
  "number",
  "value",
  "unit",
  "kind",
  "what",
  "base",
  "place",
  "sentence",
  "address",
] as const;

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Prints every figure of a report as CSV (RFC 4180), in the order of the text, with a byte order
 * mark: without one, Excel takes Chinese text for another encoding. Empty where there is none.
 *
 * @param address the URL of the report's page in the language; undefined if it is unknown
 */
export function printFiguresAsCsv(
  report: Report,
  language: Language,
  words: Words,
  address: string | undefined,
): string {
  if (report.figures.length === 0) return "";
  const rows = report.figures.map((figure): Readonly<Record<(typeof columns)[number], string>> => {
    const { sentence, kind, base } = figure;
    return {
      number: sayFigure(figure, textOf(report, sentence), language),
      value: String(figure.value),
      unit: figure.unit,
      kind: words(`figuresPage.kinds.${kind}`),
      what: figure.counts[language],
      base: base === false ? words("figuresPage.noBase") : "",
      place: sentence,
      sentence: toShownText(textOf(wordsIn(report, language), sentence), language),
      address: address ? `${address}#${sentence}` : "",
    };
  });
  const lines = [
    columns.map((column) => words(`figuresPage.columns.${column}`)),
    ...rows.map((row) => columns.map((column) => row[column])),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(quote).join(",")}\r\n`).join("")}`;
}
