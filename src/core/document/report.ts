import type { Stretch } from "./emphasis.ts";
import type { SourceRecipe } from "./source-recipe.ts";

/** A language in which a page is printed, as a BCP 47 tag. */
export type Language = "zh-CN" | "en";

/** The languages every report is shown in; the first is the report's own. */
export const languages: readonly Language[] = ["zh-CN", "en"];

/** The other of the two languages. */
export function otherLanguage(language: Language): Language {
  return language === "zh-CN" ? "en" : "zh-CN";
}

/** One stretch of the publisher's text that is spoken, marked and linked to as a whole. */
export interface Sentence {
  /** Stable id, unique in the report: `p1-m1-s1`, `intro-s1`, `p1-t` for a heading. */
  readonly id: string;
  /** The publisher's own characters, never normalised. */
  readonly text: string;
}

/** A paragraph as printed: its sentences, in order. */
export type Paragraph = readonly Sentence[];

/** One run-in measure of a pillar (一是…): its title and its text. */
export interface Measure {
  /** `p1-m1`. */
  readonly id: string;
  readonly title: Sentence;
  readonly paragraphs: readonly Paragraph[];
}

/** One part of the report. Pillars have a title of their own; the others have none in the source. */
export interface Section {
  /** `intro`, `p1`, `shortcomings`… */
  readonly id: string;
  readonly title: Sentence | undefined;
  /** Text that stands before the first measure. */
  readonly paragraphs: readonly Paragraph[];
  readonly measures: readonly Measure[];
}

/** The text of a report in one language: the publisher's own, or its translation under the same ids. */
export interface ReportWords {
  readonly title: Sentence;
  readonly sections: readonly Section[];
}

/** Words in every language of the reader. */
export type Localized = Readonly<Record<Language, string>>;

/** One metadata field as the publisher prints it, with what it means in the other language. */
export interface MetadataField {
  readonly label: Localized;
  readonly value: Localized;
}

/** The bodies of a report, which must not be mixed up; not every report is addressed to one. */
export interface Bodies {
  readonly subject: Localized;
  readonly signer: Localized;
  readonly addressee?: Localized | undefined;
  readonly publisher: Localized;
}

/** A sentence that we wrote about the report, and the ids of the sentences it rests on. */
export interface Claim {
  /** A figure stands in it by the ledger's token: `{{791, figure}}`. */
  readonly text: string;
  readonly from: readonly string[];
}

/** What we say of the report in one language: the i18next namespace `summary`. */
export interface Summary {
  /** The name of the report in a title bar or a list. */
  readonly name: string;
  readonly description: Claim;
  readonly summary: readonly Claim[];
  /** One gist a pillar, by the pillar's id. */
  readonly gists: Readonly<Record<string, readonly Claim[]>>;
}

/** A written form and what is said for it, in each language where it is not said as it is written. */
export interface LexiconEntry {
  readonly written: string;
  readonly spoken: { readonly [Key in Language]?: string | undefined };
}

/** What a text does not tell a voice. */
export interface Lexicon {
  readonly forms: readonly LexiconEntry[];
  /** Places without a mark at which a reader pauses: what is written before, and after. */
  readonly pauses: readonly (readonly [before: string, after: string])[];
}

/** What a number of the report is. */
export type FigureKind =
  | "count"
  | "share"
  | "threshold"
  | "aim"
  /** By how much something fell or rose: a percentage that is a share of nothing. */
  | "change"
  | "ratio"
  | "date"
  /** Part of a name or a set phrase: it counts nothing. */
  | "name";

/** A number of the report: where it stands, what it is and what it counts. */
export interface Figure extends Stretch {
  /** The id of its sentence; the stretch is where its token stands there. */
  readonly sentence: string;
  /** As printed: `98%`, `1万`. */
  readonly token: string;
  /** A percentage counts in hundredths. */
  readonly value: number;
  /** `%`, or the measure word as printed; empty for names. */
  readonly unit: string;
  readonly kind: FigureKind;
  /** Whether the source says that the real figure is larger (余, 以上, 超过). */
  readonly more: boolean;
  /** Whether the source gives the number that a share reached is a share of; undefined for what is no such share. */
  readonly base: boolean | undefined;
  readonly counts: Localized;
  /** The English words that say it in the translation, where no numeral does: `January`. */
  readonly says: string | undefined;
  /** What it shares with the figures that a chart compares it with, or that make a whole with it; undefined where none do. */
  readonly group: string | undefined;
  /** Whether it is among the few that are shown large. */
  readonly isKey: boolean;
}

/** How figures that could be mixed up, or that make a whole, go together. */
export interface FigureNote {
  readonly text: Localized;
  readonly about: readonly Figure[];
}

/** What a term of the report names. */
export type TermKind =
  | "body"
  | "place"
  | "plan"
  | "system"
  | "service"
  | "procedure"
  | "phrase"
  | "honour";

/** What an explanation rests on: a published source, the report's own words, general knowledge, or nothing found. */
export type TermSource =
  | {
      readonly basis: "published";
      readonly text: string;
      readonly address: string;
      readonly date: string;
    }
  | { readonly basis: "report" | "general" | "none" };

/** A place in the report: a stretch of a sentence. */
export interface Occurrence extends Stretch {
  readonly sentence: string;
}

/** A term of the report, explained. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly pinyin: string;
  readonly en: string;
  /** How the translation renders it where it does not say `en`. */
  readonly alsoEn: readonly string[];
  readonly kind: TermKind;
  readonly plain: Localized;
  readonly source: TermSource;
  /** What the report says was reached with a system or service; undefined for other kinds. */
  readonly achieved: Localized | undefined;
  readonly occurrences: readonly Occurrence[];
}

/** An editor's note on an odd place of the source (原文如此), which stays as it is. */
export interface Note extends Occurrence {
  readonly text: Localized;
}

/** What a sentence of ours needs of a figure. */
export type SummaryFigure = Pick<Figure, "sentence" | "token" | "value" | "unit" | "kind">;

/** A whole report, checked, as every page and tool sees it. */
export interface Report extends ReportWords {
  /** The folder's name and the report's address: `wugang-2023`. */
  readonly slug: string;
  /** The whole text in English. Names of documents stand in it between asterisks, as `en.md` has them. */
  readonly translation: ReportWords;
  readonly bodies: Bodies;
  readonly metadata: readonly MetadataField[];
  /** The publisher's own lines of contact, as printed, and the number to dial (E.164 with hyphens) where one is printed. */
  readonly contact: readonly MetadataField[];
  readonly telephone: string | undefined;
  /** The day of publication, ISO 8601. */
  readonly published: string;
  /** The address of the publisher's page, where it is known. */
  readonly url: string | undefined;
  /** The publisher's index number (索引号), where there is one. */
  readonly identifier: string | undefined;
  /** By language, the report's own first; one of them at least. A page's language may have none, and others may have one. */
  readonly summaries: Readonly<Record<string, Summary>>;
  /** How any voice is to say what is no word, and where it is to pause. */
  readonly lexicon: Lexicon;
  /** Every number of the text but the ordinals of headings, in reading order. */
  readonly figures: readonly Figure[];
  readonly figureNotes: readonly FigureNote[];
  readonly glossary: readonly Term[];
  readonly notes: readonly Note[];
  /** SHA-256 of `source.txt`, in hexadecimal. */
  readonly sourceSha256: string;
  /** How `source.txt` is put together from the sentences. */
  readonly recipe: SourceRecipe;
  /** A short hash of everything that is shown of the report; it changes when its text does. */
  readonly textHash: string;
}

/** The text of a report in a language. */
export function wordsIn(report: Report, language: Language): ReportWords {
  return language === "en" ? report.translation : report;
}

/** The bodies that a report names and what each is to it, in the order in which they are told. */
export function namedBodies({ bodies }: Report): { role: keyof Bodies; name: Localized }[] {
  return (["subject", "signer", "addressee", "publisher"] as const).flatMap((role) => {
    const name = bodies[role];
    return name ? { role, name } : [];
  });
}

/** The sentences of a text in reading order, its title first. */
export function allSentences({ title, sections }: ReportWords): Sentence[] {
  return [title, ...sections.flatMap(sectionSentences)];
}

/** The text of a sentence by its id; empty where there is none. */
export function textOf(words: ReportWords, id: string): string {
  return allSentences(words).find((sentence) => sentence.id === id)?.text ?? "";
}

/** Whether a section is one of the numbered pillars. */
export function isPillar(section: Section): boolean {
  return section.title !== undefined;
}

/** The sentences of one measure in reading order, its title first. */
export function measureSentences(measure: Measure): Sentence[] {
  return [measure.title, ...measure.paragraphs.flat()];
}

/** The sentences of one section in reading order, its title first. */
export function sectionSentences(section: Section): Sentence[] {
  return [
    ...(section.title ? [section.title] : []),
    ...section.paragraphs.flat(),
    ...section.measures.flatMap(measureSentences),
  ];
}
