import { renderToString } from "solid-js/web";
import { AboutPage, type AboutSection } from "./AboutPage.tsx";
import { GlossaryChapter, ReportChapter } from "./BookChapter.tsx";
import { FiguresPage } from "./FiguresPage.tsx";
import { GlossaryPage } from "./GlossaryPage.tsx";
import { type LibraryEntry, LibraryPage } from "./LibraryPage.tsx";

import { NotFoundPage } from "./NotFoundPage.tsx";
import type { Head, Library, PageContext, Taken } from "./page.ts";

import { ReportPage } from "./ReportPage.tsx";
import { TakenFile, type TakenHead } from "./TakenFile.tsx";

/** The page of a report as a document. */
export function printReportPage(page: PageContext, head: Head): string {
  return `<!doctype html>${renderToString(() => <ReportPage page={page} head={head} />)}`;
}

/** The about page as a document. */
export function printAboutPage(
  page: PageContext,
  head: Head,
  about: {
    readonly prose: string;
    readonly sections: readonly AboutSection[];
    readonly libraries: readonly Library[];
    readonly taken: readonly Taken[];
  },
): string {
  return `<!doctype html>${renderToString(() => <AboutPage page={page} head={head} {...about} />)}`;
}

/** A report's glossary as a document. */
export function printGlossaryPage(page: PageContext, head: Head): string {
  return `<!doctype html>${renderToString(() => <GlossaryPage page={page} head={head} />)}`;
}

/** The numbers of a report as a document. */
export function printFiguresPage(page: PageContext, head: Head): string {
  return `<!doctype html>${renderToString(() => <FiguresPage page={page} head={head} />)}`;
}

/** A report as a file to take along. */
export function printTakenFile(page: PageContext, head: TakenHead): string {
  return `<!doctype html>${renderToString(() => <TakenFile page={page} head={head} />)}`;
}

/** A report as a chapter of a book, as HTML. */
export function printReportChapter(page: PageContext, address: string | undefined): string {
  return `<!doctype html>${renderToString(() => <ReportChapter page={page} address={address} />)}`;
}

/** A report's glossary as a chapter of a book, as HTML. */
export function printGlossaryChapter(page: PageContext): string {
  return `<!doctype html>${renderToString(() => <GlossaryChapter page={page} />)}`;
}

/** The list of reports as a document. */
export function printLibraryPage(
  page: PageContext,
  head: Head,
  entries: readonly LibraryEntry[],
): string {
  return `<!doctype html>${renderToString(() => <LibraryPage page={page} head={head} entries={entries} />)}`;
}

/** What a host shows where nothing is, as a document. */
export function printNotFoundPage(props: Parameters<typeof NotFoundPage>[0]): string {
  return `<!doctype html>${renderToString(() => <NotFoundPage {...props} />)}`;
}
