import { readEmphasis } from "../../core/document/emphasis.ts";
import type { Language } from "../../core/document/report.ts";
import { escapeMarkdown } from "../../core/escape-markdown.ts";
import type { Block } from "./blocks.ts";

/** Joins blocks with an empty line between them; consecutive fields with `fieldEnd`. */
function join(blocks: readonly Block[], print: (block: Block) => string, fieldEnd: string): string {
  return `${blocks
    .map((block, at) => {
      const next = blocks[at + 1];
      const isInList = block.kind === "field" && next?.kind === "field";
      const blockEnd = next ? "\n\n" : "\n";
      return print(block) + (isInList ? fieldEnd : blockEnd);
    })
    .join("")}`;
}

/**
 * Prints blocks as plain text, with a byte order mark and CRLF line ends: older phones and Windows
 * take Chinese text without a BOM for another encoding, and older Notepad needs CRLF. Asterisks are
 * removed from translations, where they mark emphasis; in the original they are characters of the
 * text.
 */
export function printReportAsText(blocks: readonly Block[], language: Language): string {
  const rules = { title: "=", heading: "-" } as const;
  const text = join(
    blocks,
    ({ kind, text }) => {
      const plain = language === "zh-CN" ? text : readEmphasis(text).text;
      return kind === "title" || kind === "heading" ? `${plain}\n${rules[kind].repeat(24)}` : plain;
    },
    "\n",
  );
  return `\uFEFF${text.replaceAll("\n", "\r\n")}`;
}

const marks = {
  title: "# ",
  heading: "## ",
  subheading: "### ",
  paragraph: "",
  field: "",
} as const;

/** Prints blocks as Markdown; the asterisks of a translation go on marking emphasis. */
export function printReportAsMarkdown(blocks: readonly Block[], language: Language): string {
  return join(
    blocks,
    ({ kind, text }) => marks[kind] + escapeMarkdown(text, language !== "zh-CN"),
    "  \n",
  );
}
