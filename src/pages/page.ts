import type { Language, Report, ReportWords } from "../core/document/report.ts";
import type { RichText } from "../core/document/rich-text.ts";
import type { Recording } from "../core/speech/recording.ts";

/** Looks up an interface word of the namespace `ui`, below `page`, in the page's language. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What we say of a report, from the namespace `summary`: in the page's language, or in another where it has none. */
export interface SummaryWords {
  readonly language: string;
  /** What that language is called in the page's. */
  readonly languageName: string;
  /** The name of the report in a title bar or a list. */
  readonly name: string;
  readonly description: string;
  readonly sentences: readonly RichText[];
  /** One gist a pillar, by the pillar's id. */
  readonly gists: Readonly<Record<string, readonly RichText[]>>;
}

/** What a report is printed as: a page of the site, a file to take along, or a chapter of a book. */
export type Edition = "site" | "file" | "book";

/** A file to take along, offered for download. */
export interface Taken {
  /** Its address below the base, `take/wugang-2023.zh-CN.html`. */
  readonly file: string;
  readonly kind: "file" | "pair" | "book" | "spokenBook" | "text" | "markdown";
  /** The language of the page that offers it. */
  readonly language: Language;
  readonly slug: string;
  readonly bytes: number;
  /** The name under which it is saved. */
  readonly name: string;
}

/** Where the licences of the libraries stand in full, below the base. */
export const licencesFile = "licences.txt";

/** A library that travels with the page, for the list of licences. */
export interface Library {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** The report in the other language. */
export interface Beside {
  readonly text: ReportWords;
  readonly summary: SummaryWords;
}

/** What every page is printed from. */
export interface PageContext {
  readonly language: Language;
  readonly words: Words;
  /** The path below which the reader is served: `/` or `/reader/`. */
  readonly base: string;
  /** This page's own path and the same page's in the other language, below the base. */
  readonly path: string;
  readonly otherPath: string;
  /** The paths by which search engines should know them: a featured report's are the home pages'. */
  readonly canonicalPath: string;
  readonly otherCanonicalPath: string;
  /** Paths in this language: the featured report, the pages beside it, and the list of reports if there is one. */
  readonly homePath: string;
  readonly reportPath: string;
  readonly aboutPath: string;
  readonly glossaryPath: string;
  readonly figuresPath: string;
  readonly libraryPath: string | undefined;
  /** The path of the files to take along; undefined where there are none. */
  readonly takePath: string | undefined;
  readonly edition: Edition;
  /** The text in the other language where both are printed, sentence by sentence. */
  readonly beside: Beside | undefined;
  readonly report: Report;
  /** The report's text in the page's language. */
  readonly text: ReportWords;
  readonly summary: SummaryWords;
  /** The languages in which there is a summary, and what each calls itself. */
  readonly summaryLanguages: ReadonlyMap<string, string>;
  /** The recording of the report in this language, with addresses as the page needs them. */
  readonly recording: Recording | undefined;
}

/**
 * What stands in a report's page itself, for it must be there in the first round trip, and what the pages beside it share
 * as a file. While developing there is no file.
 */
export interface Inset {
  readonly source: string;
  readonly address: string | undefined;
}

/** What the head of a document needs beside the page itself. */
export interface Head {
  /** The title bar's text. */
  readonly title: string;
  readonly description: string;
  /** The address under which the site is published, without a slash at its end; "" where it is unknown. */
  readonly site: string;
  /** The style sheet and the script that runs before first paint, in the page itself or as files beside it. */
  readonly styles: Inset;
  /** Address of the style sheet that comes after the page's content. */
  readonly laterStyles: string;
  readonly earlyScript: Inset;
  /** Address of the module that starts the page's behaviour. */
  readonly mainScript: string;
  /** Addresses of the modules that it imports. */
  readonly preloads: readonly string[];
  /** The Content Security Policy; undefined while developing. */
  readonly policy: string | undefined;
  /** A schema.org description as JSON; undefined on pages that are no report. */
  readonly structuredData: string | undefined;
  readonly themeColours: { readonly light: string; readonly dark: string };
}
