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

/** Words in every language of the reader. */
export type Localized = Readonly<Record<Language, string>>;

/** One metadata field as the publisher prints it, with what it means in the other language. */
export interface MetadataField {
  readonly label: Localized;
  readonly value: Localized;
}

/** The four bodies that a report must not mix up. */
export interface Bodies {
  readonly subject: Localized;
  readonly signer: Localized;
  readonly addressee: Localized;
  readonly publisher: Localized;
}

/** A sentence that we wrote about the report, and the ids of the sentences it rests on. */
export interface Claim {
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

/** How a written form that voices misread is spoken, in each language where it is. */
export interface LexiconEntry {
  readonly written: string;
  readonly spoken: { readonly [Key in Language]?: string | undefined };
}

/** A whole report, checked, as every page and tool sees it. */
export interface Report {
  /** The folder's name and the report's address: `wugang-2023`. */
  readonly slug: string;
  readonly title: Sentence;
  readonly sections: readonly Section[];
  readonly bodies: Bodies;
  readonly metadata: readonly MetadataField[];
  /** The publisher's own lines of contact, as printed, and the number to dial (E.164 with hyphens). */
  readonly contact: readonly MetadataField[];
  readonly telephone: string;
  /** The day of publication, ISO 8601. */
  readonly published: string;
  /** The address of the publisher's page, where it is known. */
  readonly url: string | undefined;
  readonly identifier: string;
  /** Titles in the other language, by section id; `title` is the report's own. */
  readonly headings: Readonly<Record<string, Localized>>;
  readonly summaries: Readonly<Record<Language, Summary>>;
  /** How to say what engines misread. */
  readonly lexicon: readonly LexiconEntry[];
  /** SHA-256 of `source.txt`, in hexadecimal. */
  readonly sourceSha256: string;
  /** A short hash of everything that is shown of the report; it changes when its text does. */
  readonly textHash: string;
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
