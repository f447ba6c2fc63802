import { renderToString } from "solid-js/web";
import { AboutPage, type AboutPageProps } from "./AboutPage.tsx";
import { GlossaryChapter, ReportChapter } from "./BookChapter.tsx";
import { FiguresPage } from "./FiguresPage.tsx";
import { GlossaryPage } from "./GlossaryPage.tsx";
import { type LibraryEntry, LibraryPage } from "./LibraryPage.tsx";

import { NotFoundPage } from "./NotFoundPage.tsx";
import type { Head, PageContext } from "./page.ts";

import { ReportPage } from "./ReportPage.tsx";
import { TakenFile, type TakenHead } from "./TakenFile.tsx";

/** Prints a report's page. */
export function printReportPage(page: PageContext, head: Head): string {
  return `<!doctype html>${renderToString(() => <ReportPage page={page} head={head} />)}`;
}

/** Prints the about page. */
export function printAboutPage(
  page: PageContext,
  head: Head,
  about: Omit<AboutPageProps, "page" | "head">,
): string {
  return `<!doctype html>${renderToString(() => <AboutPage page={page} head={head} {...about} />)}`;
}

/** Prints a report's glossary page. */
export function printGlossaryPage(page: PageContext, head: Head): string {
  return `<!doctype html>${renderToString(() => <GlossaryPage page={page} head={head} />)}`;
}

/** Prints a report's figures page. */
export function printFiguresPage(page: PageContext, head: Head): string {
  return `<!doctype html>${renderToString(() => <FiguresPage page={page} head={head} />)}`;
}

/** Prints a report as a self-contained file. */
export function printTakenFile(page: PageContext, head: TakenHead): string {
  return `<!doctype html>${renderToString(() => <TakenFile page={page} head={head} />)}`;
}

/** Prints a report as a chapter of a book, as HTML. */
export function printReportChapter(
  page: PageContext,
  address: string | undefined,
  narration: string,
): string {
  return `<!doctype html>${renderToString(() => <ReportChapter page={page} address={address} narration={narration} />)}`;
}

/** Prints a glossary as a chapter of a book, as HTML. */
export function printGlossaryChapter(page: PageContext): string {
  return `<!doctype html>${renderToString(() => <GlossaryChapter page={page} />)}`;
}

/** Prints the list of reports. */
export function printLibraryPage(
  page: PageContext,
  head: Head,
  entries: readonly LibraryEntry[],
): string {
  return `<!doctype html>${renderToString(() => <LibraryPage page={page} head={head} entries={entries} />)}`;
}

/** Prints the 404 page. */
export function printNotFoundPage(props: Parameters<typeof NotFoundPage>[0]): string {
  return `<!doctype html>${renderToString(() => <NotFoundPage {...props} />)}`;
}
