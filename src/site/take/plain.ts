import { readEmphasis } from "../../core/document/emphasis.ts";
import type { Language } from "../../core/document/report.ts";
import type { Block } from "./blocks.ts";

/** Joins blocks with an empty line between them, fields of one list with a line's end only. */
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
 * Blocks as plain text. It begins with a byte order mark, since older phones and Windows take Chinese text without one for
 * another encoding, and its lines end as those of Windows, whose older Notepad knows no others. Only in a translation do
 * asterisks set the names of documents apart; the publisher's own are characters of the text.
 */
export function printText(blocks: readonly Block[], language: Language): string {
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

/** Text as Markdown that is read as that text; a translation's asterisks are kept, for they emphasise. */
function escapeMarkdown(text: string, language: Language): string {
  return text
    .replace(language === "zh-CN" ? /[\\`*_[\]<>#|~]/g : /[\\`_[\]<>#|~]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^[-+]/, "\\$&");
}

/** Blocks as Markdown (https://spec.commonmark.org/). */
export function printMarkdown(blocks: readonly Block[], language: Language): string {
  return join(blocks, ({ kind, text }) => marks[kind] + escapeMarkdown(text, language), "  \n");
}
