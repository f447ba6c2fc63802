import { toEnglishPageForm, toPageForm } from "../../core/document/display.ts";
import { hasOurHeading } from "../../core/document/ids.ts";
import {
  isPillar,
  type Language,
  namedBodies,
  type Paragraph,
  type Report,
  wordsIn,
} from "../../core/document/report.ts";
import { plainText } from "../../core/document/rich-text.ts";
import { tellOrigin } from "../../pages/origin.ts";
import type { PageContext } from "../../pages/page.ts";

/** A stretch of a report as a plain text has it. */
export interface Block {
  readonly kind: "title" | "heading" | "subheading" | "paragraph" | "field";
  readonly text: string;
}

/**
 * A report in one language as plain blocks, in reading order: title, who speaks of whom, the publisher's fields, the
 * summary, then the text itself. A translation keeps the asterisks that set the names of documents apart.
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
    // A text has no columns: in English, too, a colon stands between the two.
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
    ...summary.sentences.map((told) => block("paragraph", plainText(told))),
    block("paragraph", words("summaryBy")),
    block("heading", words("report")),
    ...sections.flatMap((section) => [
      ...(isPillar(section) && section.title ? [block("heading", section.title.text)] : []),
      ...(hasOurHeading(section.id) ? [block("heading", words(`parts.${section.id}`))] : []),
      ...section.paragraphs.map(paragraph),
      ...section.measures.flatMap((measure) => [
        block("subheading", measure.title.text),
        ...measure.paragraphs.map(paragraph),
      ]),
    ]),
    block("heading", words("aboutTitle")),
    block("paragraph", tellOrigin({ language, report, words })),
    ...(report.url ? [block("paragraph", report.url)] : []),
    ...report.contact.map(({ label, value }) => field(label[language], value[language])),
  ];
}
