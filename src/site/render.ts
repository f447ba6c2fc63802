import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Language,
  languages,
  otherLanguage,
  type Report,
  wordsIn,
} from "../core/document/report.ts";
import type { Recording } from "../core/speech/recording.ts";
import type { Head, Library, PageContext, Taken } from "../pages/page.ts";
import { themes } from "../styles/themes.ts";
import { nameLanguages } from "./language-names.ts";
import { contentSecurityPolicy } from "./policy.ts";
import { renderProse } from "./prose.ts";
import { printStructuredData } from "./structured-data.ts";
import { createReportWords, createWords } from "./words.ts";

/** The module `src/pages/print.tsx`, compiled for printing. */
export type Printer = typeof import("../pages/print.tsx");

/** A page as it will be served. */
export interface PrintedPage {
  /** Its address below the base: `""`, `en/`, `about/`. */
  readonly path: string;
  readonly html: string;
}

/** What is the same for every page of one build. */
export interface Site {
  readonly base: string;
  /** The folder that holds what is said about the reader itself, `about.<language>.md`. */
  readonly contentFolder: string;
  /** `https://example.org`, or "" where the address is not known. */
  readonly site: string;
  readonly styles: string;
  /** Addresses of the files that pages beside the reports share; undefined while developing. */
  readonly shared: { readonly styles: string; readonly earlyScript: string } | undefined;
  /** Address of the style sheet that comes after a page's content. */
  readonly laterStyles: string;
  /** Recordings by `slug/language`, with addresses below the base. */
  readonly recordings: ReadonlyMap<string, Recording>;
  /** The files that readers can take along. */
  readonly taken: readonly Taken[];
  readonly earlyScript: string;
  readonly mainScript: string;
  readonly preloads: readonly string[];
  /** The libraries that are shipped to readers; while developing, none are known. */
  readonly libraries: readonly Library[];
  /** While developing, the server's own scripts must run: no policy is set. */
  readonly hasPolicy: boolean;
}

/** The addresses of a language's pages, below the base. */
function addressesOf(language: Language) {
  const english = language === "en" ? "en/" : "";
  return {
    home: english,
    about: `${english}about/`,
    library: `reports/${english}`,
    report: (report: Report) => `${report.slug}/${english}`,
    /** A page beside a report's: the featured report's stands beside the home page. */
    beside: (name: string, report?: Report) =>
      `${report ? `${report.slug}/` : ""}${english}${name}/`,
  };
}

/** Prints the page that a host shows where nothing is. */
export function renderNotFoundPage(printer: Printer, site: Site): string {
  const inEach = <Value>(make: (language: Language) => Value) =>
    Object.fromEntries(languages.map((each) => [each, make(each)])) as Record<Language, Value>;
  return printer.printNotFoundPage({
    base: site.base,
    policy: contentSecurityPolicy(undefined, [site.styles]),
    shared: site.shared,
    words: inEach(createWords),
    homePaths: inEach((language) => addressesOf(language).home),
  });
}

/** The reports with the featured one, that was published last, first. */
function newestFirst(reports: readonly Report[]): Report[] {
  return [...reports].sort((a, b) => b.published.localeCompare(a.published));
}

/** The path of a report's page, below the base. */
export function pathOfReport(
  reports: readonly Report[],
  report: Report,
  language: Language,
): string {
  const own = addressesOf(language);
  return report === newestFirst(reports)[0] ? own.home : own.report(report);
}

/**
 * Prints every page of the reader. The report that was published last is the featured one, at the home
 * address; where there are more, each has an address of its own as well, and the library lists them all.
 */
export function renderPages(
  printer: Printer,
  reports: readonly Report[],
  site: Site,
): PrintedPage[] {
  const sorted = newestFirst(reports);
  const featured = sorted[0];
  if (!featured) throw new Error("There is no report to print.");
  const hasLibrary = reports.length > 1;
  return languages.flatMap((language) => {
    const own = addressesOf(language);
    const other = addressesOf(otherLanguage(language));
    const wordsOf = new Map(sorted.map((each) => [each, createReportWords(each, language)]));
    const told = (report: Report) => wordsOf.get(report) ?? createReportWords(report, language);
    const { words } = told(featured);
    const product = words("product");
    const recordingOf = ({ slug }: Report): Recording | undefined => {
      const found = site.recordings.get(`${slug}/${language}`);
      return found && { ...found, audio: site.base + found.audio, cues: site.base + found.cues };
    };
    const context = (
      addressOf: (addresses: ReturnType<typeof addressesOf>) => string,
      report = featured,
      isHome = false,
    ): PageContext => ({
      language,
      ...told(report),
      base: site.base,
      path: addressOf(own),
      otherPath: addressOf(other),
      canonicalPath: isHome ? own.home : addressOf(own),
      otherCanonicalPath: isHome ? other.home : addressOf(other),
      homePath: own.home,
      reportPath: report === featured ? own.home : own.report(report),
      aboutPath: own.about,
      glossaryPath: own.beside("glossary", report === featured ? undefined : report),
      figuresPath: own.beside("figures", report === featured ? undefined : report),
      libraryPath: hasLibrary ? own.library : undefined,
      takePath: site.taken.length > 0 ? `${own.about}#take` : undefined,
      edition: "site",
      beside: undefined,
      report,
      text: wordsIn(report, language),
      summaryLanguages: nameLanguages(Object.keys(report.summaries)),
      recording: recordingOf(report),
    });
    /** The head of a report's page, which has structured data, or of one beside it, which carries no script itself. */
    const head = (title: string, report = featured, structuredData?: string): Head => ({
      title: `${title} · ${product}`,
      description: told(report).summary.description,
      site: site.site,
      styles: { source: site.styles, address: site.shared?.styles },
      laterStyles: site.laterStyles,
      earlyScript: { source: site.earlyScript, address: site.shared?.earlyScript },
      mainScript: site.mainScript,
      preloads: site.preloads,
      policy: site.hasPolicy
        ? contentSecurityPolicy(structuredData && site.earlyScript, [site.styles])
        : undefined,
      structuredData,
      themeColours: { light: themes.paper.paper, dark: themes.dark.paper },
    });
    const reportPage = (report: Report, page: PageContext): PrintedPage => {
      const url = `${site.site}${site.base}${page.canonicalPath}`;
      const { name, description } = page.summary;
      const data = printStructuredData(report, language, url, description);
      return { path: page.path, html: printer.printReportPage(page, head(name, report, data)) };
    };
    /** The pages beside a report's: its glossary and its numbers. */
    const pagesBeside = (report: Report): PrintedPage[] => {
      const of = report === featured ? undefined : report;
      const glossary = context((addresses) => addresses.beside("glossary", of), report);
      const figures = context((addresses) => addresses.beside("figures", of), report);
      return [
        {
          path: glossary.path,
          html: printer.printGlossaryPage(glossary, head(words("glossaryTitle"), report)),
        },
        {
          path: figures.path,
          html: printer.printFiguresPage(figures, head(words("figuresTitle"), report)),
        },
      ];
    };
    const prose = renderProse(
      readFileSync(join(site.contentFolder, `about.${language}.md`), "utf8"),
    );
    const pages = [
      reportPage(
        featured,
        context(({ home }) => home),
      ),
      {
        path: own.about,
        html: printer.printAboutPage(
          context(({ about }) => about),
          head(words("aboutTitle")),
          {
            prose: prose.html,
            sections: prose.sections,
            libraries: site.libraries,
            taken: site.taken,
          },
        ),
      },
    ];
    const all = [...pages, ...sorted.flatMap(pagesBeside)];
    if (!hasLibrary) return all;
    return [
      ...all,
      ...sorted.map((report) =>
        reportPage(
          report,
          context((addresses) => addresses.report(report), report, report === featured),
        ),
      ),
      {
        path: own.library,
        html: printer.printLibraryPage(
          context(({ library }) => library),
          head(words("library")),
          sorted.map((report) => ({ name: told(report).summary.name, path: own.report(report) })),
        ),
      },
    ];
  });
}
