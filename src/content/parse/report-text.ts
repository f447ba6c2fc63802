import type { Heading, Paragraph as MarkdownParagraph } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import {
  isPillarId,
  isSectionId,
  measureId,
  sectionIdForms,
  sentenceId,
  titleId,
} from "../../core/document/ids.ts";
import type { Measure, ReportWords, Section, Sentence } from "../../core/document/report.ts";
import { cutSentences } from "../../core/document/sentences.ts";
import { findUnwanted, visibleText } from "../check/characters.ts";
import type { Parsed, Problem } from "../problem.ts";

/** The line and column of a sentence in its file, from 1. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
}

/** The text of a report parsed from its Markdown file, with the location of each sentence by id. */
export interface ReportText extends ReportWords {
  readonly places: ReadonlyMap<string, SourceLocation>;
}

/**
 * The micromark constructs to disable: everything but headings and paragraphs, so that no character
 * of a report turns into markup. An asterisk is an asterisk.
 */
const markup = [
  "attention",
  "autolink",
  "blockQuote",
  "characterEscape",
  "characterReference",
  "codeFenced",
  "codeIndented",
  "codeText",
  "definition",
  "hardBreakEscape",
  "hardBreakTrailing",
  "htmlFlow",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "list",
  "setextUnderline",
  "thematicBreak",
];

function parseMarkdown(text: string) {
  const processor = unified().use(remarkParse);
  processor.data("micromarkExtensions", [{ disable: { null: markup } }]);
  return processor.parse(text);
}

interface Draft<Title> {
  readonly id: string;
  readonly title: Title;
  readonly paragraphs: Sentence[][];
}
type DraftSection = Draft<Sentence | undefined> & { readonly measures: Draft<Sentence>[] };

/** Builds the text of a report from the nodes of its Markdown and collects problems on the way. */
class ReportTextBuilder {
  readonly problems: Problem[] = [];
  readonly places = new Map<string, SourceLocation>();
  readonly sections: DraftSection[] = [];
  title: Sentence | undefined;
  private readonly file: string;
  private readonly lines: readonly string[];
  private readonly kind: "original" | "translation";
  private readonly seenIds = new Set<string>();
  private sentenceCount = 0;

  constructor(file: string, lines: readonly string[], kind: "original" | "translation") {
    this.file = file;
    this.lines = lines;
    this.kind = kind;
  }

  report(line: number, expected: string, found: string): void {
    this.problems.push({ file: this.file, line, expected, found });
  }

  addHeading(node: Heading): void {
    const line = node.position?.start.line ?? 1;
    const written = this.lines[line - 1] ?? "";
    const raw = written.trim();
    const match = /^(#+)\s*(.*?)\s*\{#([^{}]*)\}$/u.exec(raw);
    if (!match) {
      this.report(line, "a heading that ends with its id, as in `## … {#p1}`", `\`${raw}\``);
      return;
    }
    const [, hashes = "", words = "", id = ""] = match;
    if (this.seenIds.has(id)) {
      this.report(line, "an id that no other heading has", `\`${id}\` again`);
      return;
    }
    this.seenIds.add(id);
    const column = written.indexOf(words, hashes.length) + 1;
    if (hashes === "#") {
      if (this.title || id !== "title") {
        this.report(line, "one title, `# … {#title}`", `\`${raw}\``);
      } else {
        this.title = { id, text: words };
        this.places.set(id, { line, column });
      }
      return;
    }
    const title = words ? { id: titleId(id), text: words } : undefined;
    if (title) this.places.set(title.id, { line, column });
    if (hashes === "##") this.addSection(line, raw, id, title);
    else this.addMeasure(line, raw, hashes, id, title);
  }

  private addSection(line: number, raw: string, id: string, title: Sentence | undefined): void {
    if (!isSectionId(id)) {
      this.report(line, `a section id (${sectionIdForms})`, `\`${id}\``);
    } else if (isPillarId(id) !== Boolean(title)) {
      this.report(
        line,
        title ? "no words: only pillars have a title" : "the pillar's title",
        `\`${raw}\``,
      );
    } else {
      this.sections.push({ id, title, paragraphs: [], measures: [] });
      this.sentenceCount = 0;
    }
  }

  private addMeasure(
    line: number,
    raw: string,
    hashes: string,
    id: string,
    title: Sentence | undefined,
  ): void {
    const pillar = this.sections.at(-1);
    if (!pillar || !isPillarId(pillar.id)) {
      this.report(line, "a measure only under a pillar", `\`${raw}\``);
      return;
    }
    const next = measureId(pillar.id, pillar.measures.length + 1);
    if (hashes !== "###" || id !== next || !title) {
      this.report(line, `a measure \`### … {#${next}}\``, `\`${raw}\``);
    } else {
      pillar.measures.push({ id, title, paragraphs: [] });
      this.sentenceCount = 0;
    }
  }

  addParagraph(node: MarkdownParagraph): void {
    const line = node.position?.start.line ?? 1;
    const last = node.position?.end.line ?? line;
    if (this.kind === "original" && line !== last) {
      this.report(
        line,
        "each paragraph on one line, with an empty line after it",
        "a paragraph of several lines",
      );
      return;
    }
    const section = this.sections.at(-1);
    const parent = section?.measures.at(-1) ?? section;
    if (!parent) {
      this.report(line, "a section heading before any text", `\`${this.lines[line - 1]}\``);
      return;
    }
    const sentences: Sentence[] = [];
    for (let at = line; at <= last; at++) sentences.push(...this.readLine(at, parent.id));
    if (sentences.length > 0) parent.paragraphs.push(sentences);
  }

  /** The sentences of a line: an original's line is split, a translation's is one sentence. */
  private readLine(line: number, parent: string): Sentence[] {
    const written = this.lines[line - 1] ?? "";
    // Markdown keeps a full-width space as text. Editors use it to indent, or leave it on a blank
    // line.
    const trimmed = written.trim();
    if (trimmed === "") return [];
    let column = written.indexOf(trimmed) + 1;
    return (this.kind === "original" ? cutSentences(trimmed) : [trimmed]).map((piece) => {
      this.sentenceCount += 1;
      const id = sentenceId(parent, this.sentenceCount);
      this.places.set(id, { line, column });
      column += piece.length;
      return { id, text: piece.trim() };
    });
  }

  checkNotEmpty(section: Section): void {
    const parts: (Section | Measure)[] =
      section.measures.length > 0 ? [...section.measures] : [section];
    for (const part of parts) {
      if (part.paragraphs.length === 0) {
        const line = this.lines.findIndex((each) => each.includes(`{#${part.id}}`)) + 1;
        this.report(line, `text under \`${part.id}\``, "none");
      }
    }
  }
}

/**
 * Parses `zh-CN.md` or `en.md`: one `#` title, `##` sections and `###` measures, each heading with
 * its `{#id}`, and paragraphs. A paragraph of the original is one line, which is split into
 * sentences; in a translation each sentence of the original has its line. Every sentence gets its
 * stable id. Mistakes are returned as problems; the value is undefined only if there is no title.
 */
export function parseReportText(
  file: string,
  text: string,
  kind: "original" | "translation" = "original",
): Parsed<ReportText> {
  const lines = text.split("\n");
  const builder = new ReportTextBuilder(file, lines, kind);
  for (const [at, line] of lines.entries()) {
    const unwanted = findUnwanted(line);
    if (unwanted) builder.report(at + 1, visibleText, unwanted.found);
  }
  for (const node of parseMarkdown(text).children) {
    if (node.type === "heading") {
      builder.addHeading(node);
    } else if (node.type === "paragraph") {
      builder.addParagraph(node);
    } else {
      const line = node.position?.start.line ?? 1;
      builder.report(line, "a heading or a paragraph", `Markdown ${node.type}`);
    }
  }
  for (const section of builder.sections) builder.checkNotEmpty(section);
  const { title, sections, places, problems } = builder;
  if (!title) {
    builder.report(1, "a title, `# … {#title}`", text.trim() === "" ? "an empty file" : "none");
    return { value: undefined, problems };
  }
  return { value: { title, sections, places }, problems };
}
