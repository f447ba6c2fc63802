import { toEnglishPageForm, toPageForm } from "../../core/document/display.ts";
import { hasEditorialHeading } from "../../core/document/ids.ts";
import {
  isPillar,
  type Language,
  namedBodies,
  type Paragraph,
  type Report,
  wordsIn,
} from "../../core/document/report.ts";
import { plainText } from "../../core/document/rich-text.ts";
import { describeOrigin } from "../../pages/origin.ts";
import type { PageContext } from "../../pages/page.ts";

/** A block of a report in the plain-text formats. */
export interface Block {
  readonly kind: "title" | "heading" | "subheading" | "paragraph" | "field";
  readonly text: string;
}

/**
 * Converts a report to blocks in reading order: title, public bodies, metadata, summary, the text,
 * and its origin. A translation keeps the asterisks around document names.
 */
export function toBlocks(
  report: Report,
  language: Language,
  { words, summary }: Pick<PageContext, "words" | "summary">,
): Block[] {
  const between = language === "zh-CN" ? "" : " ";
  const toForm = language === "zh-CN" ? toPageForm : toEnglishPageForm;
  const block = (kind: Block["kind"], text: string): Block => ({ kind, text: toForm(text) });
  const paragraph = (sentences: Paragraph) =>
    block("paragraph", sentences.map(({ text }) => text).join(between));
  const field = (label: string, value: string) =>
    // Plain text has no columns, so labels need a colon in English, too.
    block("field", (language === "en" ? `${label}: ` : words("label", { label })) + value);
  const { title, sections } = wordsIn(report, language);
  return [
    block("title", title.text),
    ...namedBodies(report).map(({ role, name }) => field(words(`bodies.${role}`), name[language])),
    ...(report.metadata.length > 0 ? [block("heading", words("metadata"))] : []),
    ...report.metadata.map(({ label, value }) => field(label[language], value[language])),
    block("heading", words("summary")),
    ...(summary.language === language
      ? []
      : [block("paragraph", words("summaryLacks", { language: summary.languageName }))]),
    ...summary.sentences.map((sentence) => block("paragraph", plainText(sentence))),
    block("paragraph", words("summaryBy")),
    block("heading", words("report")),
    ...sections.flatMap((section) => [
      ...(isPillar(section) && section.title ? [block("heading", section.title.text)] : []),
      ...(hasEditorialHeading(section.id) ? [block("heading", words(`parts.${section.id}`))] : []),
      ...section.paragraphs.map(paragraph),
      ...section.measures.flatMap((measure) => [
        block("subheading", measure.title.text),
        ...measure.paragraphs.map(paragraph),
      ]),
    ]),
    block("heading", words("aboutTitle")),
    block("paragraph", describeOrigin({ language, report, words })),
    ...(report.url ? [block("paragraph", report.url)] : []),
    ...report.contact.map(({ label, value }) => field(label[language], value[language])),
  ];
}
