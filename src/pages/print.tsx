import { renderToString } from "solid-js/web";
import { AboutPage, type AboutSection } from "./AboutPage.tsx";
import { FiguresPage } from "./FiguresPage.tsx";
import { GlossaryPage } from "./GlossaryPage.tsx";
import { type LibraryEntry, LibraryPage } from "./LibraryPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import type { Head, Library, PageContext } from "./page.ts";
import { ReportPage } from "./ReportPage.tsx";

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
