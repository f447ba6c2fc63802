import { escapeMarkdown } from "../escape-markdown.ts";
import type { Annotation } from "./annotation.ts";

/** An annotation with the texts that the export shows for it. */
export interface ListedAnnotation {
  readonly annotation: Annotation;
  readonly section: string;
  readonly address: string;
  /** The display name of its kind. */
  readonly kind: string;
  /** The date of its last change, formatted for display. */
  readonly date: string;
}

/**
 * Exports annotations as Markdown (https://spec.commonmark.org): quotes grouped by section, each
 * with its note and a link.
 */
export function printNotesAsMarkdown(
  title: string,
  address: string,
  list: readonly ListedAnnotation[],
): string {
  const lines = [`# ${escapeMarkdown(title)}`, "", `<${address}>`];
  let section = "";
  for (const each of list) {
    if (each.section !== section) {
      section = each.section;
      lines.push("", `## ${escapeMarkdown(section)}`);
    }
    const { quote, note } = each.annotation;
    lines.push(
      "",
      ...escapeMarkdown(quote.exact)
        .split("\n")
        .map((line) => `> ${line}`),
    );
    if (note) lines.push("", ...escapeMarkdown(note).split("\n"));
    lines.push("", `— ${each.kind} · ${each.date} · <${each.address}>`);
  }
  return `${lines.join("\n")}\n`;
}
