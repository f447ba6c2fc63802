import type { Stretch } from "./emphasis.ts";
import type { SourceRecipe } from "./source-recipe.ts";

/** A language in which a page is printed, as a BCP 47 tag. */
export type Language = "zh-CN" | "en";

/** The languages in which every report is shown; the first is the original's. */
export const languages: readonly Language[] = ["zh-CN", "en"];

/** The other of the two languages. */
export function otherLanguage(language: Language): Language {
  return language === "zh-CN" ? "en" : "zh-CN";
}

/** A sentence of the publisher's text: the unit that is read aloud, annotated and linked to. */
export interface Sentence {
  /** Stable id, unique in the report: `p1-m1-s1`, `intro-s1`, `p1-t` for a heading. */
  readonly id: string;
  /** The publisher's characters, not normalized. */
  readonly text: string;
}

/** A paragraph: its sentences, in order. */
export type Paragraph = readonly Sentence[];

/** A measure of a pillar, introduced by a run-in title (一是…). */
export interface Measure {
  /** `p1-m1`. */
  readonly id: string;
  readonly title: Sentence;
  readonly paragraphs: readonly Paragraph[];
}

/** A section of the report. Pillars have a title in the source; the other sections have none. */
export interface Section {
  /** `intro`, `p1`, `shortcomings`… */
  readonly id: string;
  readonly title: Sentence | undefined;
  /** Text before the first measure. */
  readonly paragraphs: readonly Paragraph[];
  readonly measures: readonly Measure[];
}

/** The text of a report in one language: the original, or its translation under the same ids. */
export interface ReportWords {
  readonly title: Sentence;
  readonly sections: readonly Section[];
}

/** A text in each page language. */
export type Localized = Readonly<Record<Language, string>>;

/** A metadata field as the publisher prints it, with its translation. */
export interface MetadataField {
  readonly label: Localized;
  readonly value: Localized;
}

/**
 * The public bodies involved in a report. They must not be confused with one another; not every
 * report has an addressee.
 */
export interface Bodies {
  readonly subject: Localized;
  readonly signer: Localized;
  readonly addressee?: Localized | undefined;
  readonly publisher: Localized;
}

/**
 * A sentence that the editors of this reader wrote about the report, with the ids of the sentences
 * that support it.
 */
export interface Claim {
  /** Figures are i18next interpolations of a ledger token: `{{791, figure}}`. */
  readonly text: string;
  readonly from: readonly string[];
}

/** The editors' summary of a report in one language: the i18next namespace `summary`. */
export interface Summary {
  /** A short name for title bars and lists. */
  readonly name: string;
  readonly description: Claim;
  readonly summary: readonly Claim[];
  /** The gist of each pillar, by pillar id. */
  readonly gists: Readonly<Record<string, readonly Claim[]>>;
}

/** A written form and its spoken form in each language in which it is not pronounced as written. */
export interface LexiconEntry {
  readonly written: string;
  readonly spoken: { readonly [Key in Language]?: string | undefined };
}

/** Pronunciations and pauses that a speech engine cannot derive from the text. */
export interface Lexicon {
  readonly forms: readonly LexiconEntry[];
  /** Pauses at places without punctuation, as the text before and the text after. */
  readonly pauses: readonly (readonly [before: string, after: string])[];
}

/** What kind of number a figure is. */
export type FigureKind =
  | "count"
  | "share"
  | "threshold"
  | "aim"
  /** A percentage by which something fell or rose; not a share of anything. */
  | "change"
  | "ratio"
  | "date"
  /** Part of a name or a set phrase; it does not count anything. */
  | "name";

/** A number in the report: its position, its kind and what it counts. An entry of the ledger. */
export interface Figure extends Stretch {
  /** The id of its sentence; `from` and `to` are the token's offsets in that sentence. */
  readonly sentence: string;
  /** As printed: `98%`, `1万`. */
  readonly token: string;
  /** Percentages are in hundredths: 98 for `98%`. */
  readonly value: number;
  /** `%`, or the measure word as printed; empty for names. */
  readonly unit: string;
  readonly kind: FigureKind;
  /** Whether the source says that the actual number is larger (余, 以上, 超过). */
  readonly more: boolean;
  /**
   * For a share that was reached: whether the source gives its base (the total it is a share of).
   * Undefined for other figures.
   */
  readonly base: boolean | undefined;
  readonly counts: Localized;
  /** The English words for it where the translation has no numeral: `January`. */
  readonly says: string | undefined;
  /** A key shared with figures that a chart compares it with, or that add up to a whole with it. */
  readonly group: string | undefined;
  /** Whether it is one of the key figures, which are shown large. */
  readonly isKey: boolean;
}

/** An explanation of how figures relate that could be confused or that add up to a whole. */
export interface FigureNote {
  readonly text: Localized;
  readonly about: readonly Figure[];
}

/** What kind of thing a glossary term names. */
export type TermKind =
  | "body"
  | "place"
  | "plan"
  | "system"
  | "service"
  | "procedure"
  | "phrase"
  | "honour";

/**
 * The source of an explanation: a published document, the report itself, general knowledge, or none
 * found.
 */
export type TermSource =
  | {
      readonly basis: "published";
      readonly text: string;
      readonly address: string;
      readonly date: string;
    }
  | { readonly basis: "report" | "general" | "none" };

/** A stretch of a sentence of the report. */
export interface Occurrence extends Stretch {
  readonly sentence: string;
}

/** A glossary entry. */
export interface Term {
  readonly id: string;
  readonly term: string;
  /** What tells it from another entry of the same name; undefined where none has it. */
  readonly context: Localized | undefined;
  readonly pinyin: string;
  readonly en: string;
  /** How the translation renders it where it does not say `en`. */
  readonly alsoEn: readonly string[];
  readonly kind: TermKind;
  readonly plain: Localized;
  readonly source: TermSource;
  /**
   * The result that the report gives for a system or service; undefined for other kinds of term.
   */
  readonly achieved: Localized | undefined;
  readonly occurrences: readonly Occurrence[];
}

/** An editor's note on an apparent error in the source (原文如此), which is left uncorrected. */
export interface Note extends Occurrence {
  readonly text: Localized;
}

/** The part of a figure that a summary sentence needs. */
export type SummaryFigure = Pick<Figure, "sentence" | "token" | "value" | "unit" | "kind">;

/** A complete and validated report. */
export interface Report extends ReportWords {
  /** The name of the report's folder, used in URLs: `wugang-2023`. */
  readonly slug: string;
  /** The English text. Document names are enclosed in asterisks, as in `en.md`. */
  readonly translation: ReportWords;
  readonly bodies: Bodies;
  readonly metadata: readonly MetadataField[];
  /**
   * The publisher's contact lines as printed, and the telephone number to dial (E.164 with hyphens)
   * if one is printed.
   */
  readonly contact: readonly MetadataField[];
  readonly telephone: string | undefined;
  /** The day of publication, ISO 8601. */
  readonly published: string;
  /** The URL of the publisher's page, if known. */
  readonly url: string | undefined;
  /** The publisher's index number (索引号), if there is one. */
  readonly identifier: string | undefined;
  /**
   * Summaries by language, the original's language first. There is at least one; a page language
   * may have none, and languages without a page may have one.
   */
  readonly summaries: Readonly<Record<string, Summary>>;
  /** Pronunciations and pauses for speech engines. */
  readonly lexicon: Lexicon;
  /** Every number in the text, in reading order; the ordinals of headings are left out. */
  readonly figures: readonly Figure[];
  readonly figureNotes: readonly FigureNote[];
  readonly glossary: readonly Term[];
  readonly notes: readonly Note[];
  /** SHA-256 of `source.txt`, in hexadecimal. */
  readonly sourceSha256: string;
  /** How to reconstruct `source.txt` from the sentences. */
  readonly recipe: SourceRecipe;
  /** A short hash of everything that is shown of the report; it changes when its text does. */
  readonly textHash: string;
}

/** The text of a report in a language. */
export function wordsIn(report: Report, language: Language): ReportWords {
  return language === "en" ? report.translation : report;
}

/** The public bodies of a report with their roles, in display order. */
export function namedBodies({ bodies }: Report): { role: keyof Bodies; name: Localized }[] {
  return (["subject", "signer", "addressee", "publisher"] as const).flatMap((role) => {
    const name = bodies[role];
    return name ? { role, name } : [];
  });
}

/** The sentences of a text in reading order, beginning with its title. */
export function allSentences({ title, sections }: ReportWords): Sentence[] {
  return [title, ...sections.flatMap(sectionSentences)];
}

/** The text of the sentence with an id; empty if there is none. */
export function textOf(words: ReportWords, id: string): string {
  return allSentences(words).find((sentence) => sentence.id === id)?.text ?? "";
}

/** Whether a section is one of the numbered pillars. */
export function isPillar(section: Section): boolean {
  return section.title !== undefined;
}

/** The sentences of a measure in reading order, beginning with its title. */
export function measureSentences(measure: Measure): Sentence[] {
  return [measure.title, ...measure.paragraphs.flat()];
}

/** The sentences of a section in reading order, beginning with its title. */
export function sectionSentences(section: Section): Sentence[] {
  return [
    ...(section.title ? [section.title] : []),
    ...section.paragraphs.flat(),
    ...section.measures.flatMap(measureSentences),
  ];
}
