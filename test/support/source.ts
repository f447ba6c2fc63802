import { readFileSync } from "node:fs";
import { parse } from "yaml";

const folder = "content/reports/wugang-2023";
const lines = readFileSync(`${folder}/source.txt`, "utf8").split("\n");
const numbers: Record<"chrome" | "metadata" | "contact", number[]> = parse(
  readFileSync(`${folder}/report.yaml`, "utf8"),
).source.lines;

const ascii: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "？": "?",
  "！": "!",
  "（": "(",
  "）": ")",
};

/** Normalizes a text for comparison of source and page: ASCII marks, no white space. */
export function comparable(text: string): string {
  return text.replace(/\s+/gu, "").replace(/[，：；？！（）]/g, (mark) => ascii[mark] ?? mark);
}

function comparableLines(wanted: (number: number) => boolean): string[] {
  return lines.flatMap((line, at) => (wanted(at + 1) && line.trim() ? [comparable(line)] : []));
}

/** The lines of the source, normalized by {@link comparable}: text, metadata and contact. */
export const published = {
  report: comparableLines((number) => !Object.values(numbers).flat().includes(number)),
  metadata: comparableLines((number) => numbers.metadata.includes(number)),
  contact: comparableLines((number) => numbers.contact.includes(number)),
};

/** The lines of the translation, normalized by {@link comparable}, without Markdown. */
export const translated = readFileSync(`${folder}/en.md`, "utf8")
  .split("\n")
  .map((line) => comparable(line.replace(/^#+ | ?\{#.*\}$|[#*]/g, "")))
  .filter(Boolean);
