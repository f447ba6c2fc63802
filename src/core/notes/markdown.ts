import type { Annotation } from "./annotation.ts";

/** What of an annotation a reader reads: where it stands, in words and as an address, and what it is called. */
export interface ListedAnnotation {
  readonly annotation: Annotation;
  readonly section: string;
  readonly address: string;
  /** The name of its kind. */
  readonly kind: string;
  /** When it was last changed, for people. */
  readonly date: string;
}

/** Characters that mean something to Markdown, told to mean themselves. */
function literal(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&=]/g, "\\$&")
    .replace(/^(\s*)([-+])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}

/** Annotations as readable Markdown (https://spec.commonmark.org): quotes by section, each with its note and its link. */
export function printNotesAsMarkdown(
  title: string,
  address: string,
  list: readonly ListedAnnotation[],
): string {
  const lines = [`# ${literal(title)}`, "", `<${address}>`];
  let section = "";
  for (const each of list) {
    if (each.section !== section) {
      section = each.section;
      lines.push("", `## ${literal(section)}`);
    }
    const { quote, note } = each.annotation;
    lines.push(
      "",
      ...literal(quote.exact)
        .split("\n")
        .map((line) => `> ${line}`),
    );
    if (note) lines.push("", ...literal(note).split("\n"));
    lines.push("", `— ${each.kind} · ${each.date} · <${each.address}>`);
  }
  return `${lines.join("\n")}\n`;
}
