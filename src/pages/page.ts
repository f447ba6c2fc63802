import type { Language, Report, ReportWords } from "../core/document/report.ts";
import type { RichText } from "../core/document/rich-text.ts";
import type { Recording } from "../core/speech/recording.ts";
import type { PageKey, WordValues } from "../words/keys.ts";

/** Looks up an interface text of the namespace `ui`, below `page`, in the page's language. */
export type Words = (key: PageKey, values?: WordValues) => string;

/**
 * The editors' summary of a report, from the namespace `summary`: in the page's language or, if
 * there is none, in another.
 */
export interface SummaryWords {
  readonly language: string;
  /** The name of that language in the page's language. */
  readonly languageName: string;
  /** A short name for title bars and lists. */
  readonly name: string;
  readonly description: string;
  readonly sentences: readonly RichText[];
  /** The gist of each pillar, by pillar id. */
  readonly gists: Readonly<Record<string, readonly RichText[]>>;
}

/**
 * What a report is printed as: a page of the site, a standalone file for download, or a chapter of
 * a book.
 */
export type Edition = "site" | "file" | "book";

/** A file of the report that is offered for download. */
export interface Taken {
  /** Its URL relative to the base path, `take/wugang-2023.zh-CN.html`. */
  readonly file: string;
  readonly kind: "file" | "pair" | "book" | "spokenBook" | "text" | "markdown" | "figures";
  /** The language of the page that offers it. */
  readonly language: Language;
  readonly slug: string;
  readonly bytes: number;
  /** The suggested file name. */
  readonly name: string;
}

/** The URL of the full licence texts, relative to the base path. */
export const licencesFile = "licences.txt";

/** A library that is shipped to readers, for the list of licences. */
export interface Library {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** The report in the other language, for pages that print both. */
export interface Beside {
  readonly text: ReportWords;
  readonly summary: SummaryWords;
}

/** The data that every page is printed from. */
export interface PageContext {
  readonly language: Language;
  readonly words: Words;
  /** The base path: `/` or `/reader/`. */
  readonly base: string;
  /**
   * The path of this page, and of the same page in the other language, relative to the base path.
   */
  readonly path: string;
  readonly otherPath: string;
  /** The canonical paths. For the featured report these are the home pages. */
  readonly canonicalPath: string;
  readonly otherCanonicalPath: string;
  /**
   * Paths in this language: the featured report, the report's reference pages, and the list of
   * reports if there is one.
   */
  readonly homePath: string;
  readonly reportPath: string;
  readonly aboutPath: string;
  readonly glossaryPath: string;
  readonly figuresPath: string;
  readonly libraryPath: string | undefined;
  /** The path of the list of downloads; undefined if there are none. */
  readonly takePath: string | undefined;
  readonly edition: Edition;
  /** The text in the other language, if both are printed sentence by sentence. */
  readonly beside: Beside | undefined;
  readonly report: Report;
  /** The report's text in the page's language. */
  readonly text: ReportWords;
  readonly summary: SummaryWords;
  /** The languages that have a summary, with their native names. */
  readonly summaryLanguages: ReadonlyMap<string, string>;
  /** The recording of the report in this language, with complete URLs. */
  readonly recording: Recording | undefined;
}

/**
 * A resource that is inlined in a report's page, so that it arrives in the first round trip, and
 * that reference pages load from a shared file (`address`). The development server has no file.
 */
export interface Inset {
  readonly source: string;
  readonly address: string | undefined;
}

/** The data for the `head` of a page. */
export interface Head {
  /** The text of the title element. */
  readonly title: string;
  readonly description: string;
  /** The origin of the site, without a trailing slash; "" if unknown. */
  readonly site: string;
  /**
   * The critical style sheet and the early script, which runs before first paint; each inlined or
   * as a file.
   */
  readonly styles: Inset;
  /** The URL of the style sheet that loads after the page's content. */
  readonly laterStyles: string;
  readonly earlyScript: Inset;
  /** The URL of the main module. */
  readonly mainScript: string;
  /** The URLs of the modules that it imports. */
  readonly preloads: readonly string[];
  /** The Content Security Policy; undefined in development. */
  readonly policy: string | undefined;
  /** A schema.org description as JSON; undefined on pages other than reports. */
  readonly structuredData: string | undefined;
  readonly themeColours: { readonly light: string; readonly dark: string };
}
