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

/** Where a sentence stands in its file: line and column, from 1. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
}

/** The text of a report as its Markdown file gives it, with the place of each sentence by id. */
export interface ReportText extends ReportWords {
  readonly places: ReadonlyMap<string, SourceLocation>;
}

/**
 * Everything in Markdown but headings and paragraphs. It is switched off, so that no character of a
 * report can turn into markup: an asterisk is an asterisk.
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

/**
 * Reads `zh-CN.md` or `en.md`: one `#` title, `##` sections and `###` measures, each heading with its `{#id}`, and
 * paragraphs. An original's paragraph is one line and is cut into sentences; a translation's has a line for each
 * sentence of the original. Every sentence gets its stable id. What is out of place comes back as problems; the value
 * is missing only when there is no title.
 */
export function parseReportText(
  file: string,
  text: string,
  kind: "original" | "translation" = "original",
): Parsed<ReportText> {
  const lines = text.split("\n");
  const problems: Problem[] = [];
  const places = new Map<string, SourceLocation>();
  const sections: DraftSection[] = [];
  const seen = new Set<string>();
  let title: Sentence | undefined;
  let sentenceCount = 0;

  const report = (line: number, expected: string, found: string) => {
    problems.push({ file, line, expected, found });
  };

  const addHeading = (node: Heading) => {
    const line = node.position?.start.line ?? 1;
    const written = lines[line - 1] ?? "";
    const raw = written.trim();
    const match = /^(#+)\s*(.*?)\s*\{#([^{}]*)\}$/u.exec(raw);
    if (!match) {
      report(line, "a heading that ends with its id, as in `## … {#p1}`", `\`${raw}\``);
      return;
    }
    const [, hashes = "", words = "", id = ""] = match;
    if (seen.has(id)) {
      report(line, "an id that no other heading has", `\`${id}\` again`);
      return;
    }
    seen.add(id);
    const column = written.indexOf(words, hashes.length) + 1;
    if (hashes === "#") {
      if (title || id !== "title") {
        report(line, "one title, `# … {#title}`", `\`${raw}\``);
      } else {
        title = { id, text: words };
        places.set(id, { line, column });
      }
      return;
    }
    const own = words ? { id: titleId(id), text: words } : undefined;
    if (own) places.set(own.id, { line, column });
    if (hashes === "##") {
      if (!isSectionId(id)) {
        report(line, `a section id (${sectionIdForms})`, `\`${id}\``);
      } else if (isPillarId(id) !== Boolean(own)) {
        report(
          line,
          own ? "no words: only pillars have a title" : "the pillar's title",
          `\`${raw}\``,
        );
      } else {
        sections.push({ id, title: own, paragraphs: [], measures: [] });
        sentenceCount = 0;
      }
      return;
    }
    const pillar = sections.at(-1);
    if (!pillar || !isPillarId(pillar.id)) {
      report(line, "a measure only under a pillar", `\`${raw}\``);
      return;
    }
    const next = measureId(pillar.id, pillar.measures.length + 1);
    if (hashes !== "###" || id !== next || !own) {
      report(line, `a measure \`### … {#${next}}\``, `\`${raw}\``);
    } else {
      pillar.measures.push({ id, title: own, paragraphs: [] });
      sentenceCount = 0;
    }
  };

  const addParagraph = (node: MarkdownParagraph) => {
    const start = node.position?.start;
    const line = start?.line ?? 1;
    const last = node.position?.end.line ?? line;
    if (kind === "original" && line !== last) {
      report(
        line,
        "each paragraph on one line, with an empty line after it",
        "a paragraph of several lines",
      );
      return;
    }
    const section = sections.at(-1);
    const parent = section?.measures.at(-1) ?? section;
    if (!parent) {
      report(line, "a section heading before any text", `\`${lines[line - 1]}\``);
      return;
    }
    const sentences: Sentence[] = [];
    for (let at = line; at <= last; at++) {
      const written = lines[at - 1] ?? "";
      // To Markdown a full-width space is text; to an editor it indents, or leaves a line empty.
      const trimmed = written.trim();
      if (trimmed === "") continue;
      let column = written.indexOf(trimmed) + 1;
      for (const piece of kind === "original" ? cutSentences(trimmed) : [trimmed]) {
        sentenceCount += 1;
        const id = sentenceId(parent.id, sentenceCount);
        places.set(id, { line: at, column });
        column += piece.length;
        sentences.push({ id, text: piece.trim() });
      }
    }
    if (sentences.length > 0) parent.paragraphs.push(sentences);
  };

  for (const [at, line] of lines.entries()) {
    const unwanted = findUnwanted(line);
    if (unwanted) report(at + 1, visibleText, unwanted.found);
  }
  for (const node of parseMarkdown(text).children) {
    if (node.type === "heading") {
      addHeading(node);
    } else if (node.type === "paragraph") {
      addParagraph(node);
    } else {
      report(node.position?.start.line ?? 1, "a heading or a paragraph", `Markdown ${node.type}`);
    }
  }
  for (const section of sections) checkNotEmpty(section);
  if (!title) {
    report(1, "a title, `# … {#title}`", text.trim() === "" ? "an empty file" : "none");
    return { value: undefined, problems };
  }
  return { value: { title, sections, places }, problems };

  function checkNotEmpty(section: Section) {
    const parts: (Section | Measure)[] =
      section.measures.length > 0 ? [...section.measures] : [section];
    for (const part of parts) {
      if (part.paragraphs.length === 0) {
        const line = lines.findIndex((each) => each.includes(`{#${part.id}}`)) + 1;
        report(line, `text under \`${part.id}\``, "none");
      }
    }
  }
}
