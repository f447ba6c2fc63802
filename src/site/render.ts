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
import type { NarratedReport } from "../pages/Narration.tsx";
import type { Head, Library, PageContext, Taken } from "../pages/page.ts";
import { themes } from "../styles/themes.ts";
import { nameLanguages } from "./language-names.ts";
import { contentSecurityPolicy } from "./policy.ts";
import { cutAfter, renderProse } from "./prose.ts";
import { printStructuredData } from "./structured-data.ts";
import { createReportWords, createWords } from "./words.ts";

/** The module `src/pages/print.tsx`, compiled for printing. */
export type Printer = typeof import("../pages/print.tsx");

/** A printed page. */
export interface PrintedPage {
  /** Its path relative to the base path: `""`, `en/`, `about/`. */
  readonly path: string;
  readonly html: string;
}

/** Data shared by every page of a build. */
export interface Site {
  readonly base: string;
  /** The folder that contains `about.<language>.md`. */
  readonly contentFolder: string;
  /** The origin, `https://example.org`; "" if unknown. */
  readonly site: string;
  readonly styles: string;
  /** URLs of the files that reference pages share; undefined in development. */
  readonly shared: { readonly styles: string; readonly earlyScript: string } | undefined;
  /** URL of the style sheet that loads after a page's content. */
  readonly laterStyles: string;
  /** Recordings by `slug/language`, with URLs relative to the base path. */
  readonly recordings: ReadonlyMap<string, Recording>;
  /** The downloads. */
  readonly taken: readonly Taken[];
  readonly earlyScript: string;
  readonly mainScript: string;
  readonly preloads: readonly string[];
  /** The libraries that are shipped to readers; empty in development. */
  readonly libraries: readonly Library[];
  /** False in development, where Vite's own scripts must run: no policy is set then. */
  readonly hasPolicy: boolean;
}

/** The paths of the pages in a language, relative to the base path. */
function pathsIn(language: Language) {
  const english = language === "en" ? "en/" : "";
  return {
    home: english,
    about: `${english}about/`,
    library: `reports/${english}`,
    report: (report: Report) => `${report.slug}/${english}`,
    /**
     * A reference page; without a report, that of the featured one, which is next to the home page.
     */
    reference: (name: string, report?: Report) =>
      `${report ? `${report.slug}/` : ""}${english}${name}/`,
  };
}

/**
 * A site without styles, scripts, recordings and downloads, as it is before a build: the
 * development server adds to it, and tests read its pages.
 */
export function bareSite(base: string, contentFolder: string): Site {
  return {
    base,
    contentFolder,
    laterStyles: "",
    recordings: new Map(),
    site: "",
    taken: [],
    styles: "",
    shared: undefined,
    earlyScript: "",
    mainScript: "",
    preloads: [],
    libraries: [],
    hasPolicy: false,
  };
}

/** Prints the 404 page. */
export function renderNotFoundPage(printer: Printer, site: Site): string {
  const inEach = <Value>(make: (language: Language) => Value) =>
    Object.fromEntries(languages.map((each) => [each, make(each)])) as Record<Language, Value>;
  return printer.printNotFoundPage({
    base: site.base,
    policy: contentSecurityPolicy(undefined, [site.styles]),
    shared: site.shared,
    words: inEach(createWords),
    homePaths: inEach((language) => pathsIn(language).home),
  });
}

/** The reports sorted by publication date, newest first; the first is the featured one. */
function newestFirst(reports: readonly Report[]): Report[] {
  return [...reports].sort((a, b) => b.published.localeCompare(a.published));
}

/** The path of a report's page, relative to the base path. */
export function pathOfReport(
  reports: readonly Report[],
  report: Report,
  language: Language,
): string {
  const paths = pathsIn(language);
  return report === newestFirst(reports)[0] ? paths.home : paths.report(report);
}

/** What the pages of one language have in common. */
interface Rendering {
  readonly printer: Printer;
  readonly site: Site;
  readonly language: Language;
  /** The reports, newest first. */
  readonly reports: readonly Report[];
  readonly featured: Report;
  readonly wordsOf: (report: Report) => ReturnType<typeof createReportWords>;
}

function createContext(
  { site, language, reports, featured, wordsOf }: Rendering,
  pathOf: (paths: ReturnType<typeof pathsIn>) => string,
  report = featured,
  isHome = false,
): PageContext {
  const paths = pathsIn(language);
  const otherPaths = pathsIn(otherLanguage(language));
  const referenced = report === featured ? undefined : report;
  const recording = site.recordings.get(`${report.slug}/${language}`);
  return {
    language,
    ...wordsOf(report),
    base: site.base,
    path: pathOf(paths),
    otherPath: pathOf(otherPaths),
    canonicalPath: isHome ? paths.home : pathOf(paths),
    otherCanonicalPath: isHome ? otherPaths.home : pathOf(otherPaths),
    homePath: paths.home,
    reportPath: report === featured ? paths.home : paths.report(report),
    aboutPath: paths.about,
    glossaryPath: paths.reference("glossary", referenced),
    figuresPath: paths.reference("figures", referenced),
    libraryPath: reports.length > 1 ? paths.library : undefined,
    takePath: site.taken.length > 0 ? `${paths.about}#take` : undefined,
    edition: "site",
    beside: undefined,
    report,
    text: wordsIn(report, language),
    summaryLanguages: nameLanguages(Object.keys(report.summaries)),
    recording: recording && {
      ...recording,
      audio: site.base + recording.audio,
      cues: site.base + recording.cues,
    },
  };
}

/** The head of a page. Only reports have structured data, and only they inline the early script. */
function createHead(
  { site, featured, wordsOf }: Rendering,
  title: string,
  report = featured,
  structuredData?: string,
): Head {
  const { words, summary } = wordsOf(report);
  return {
    title: `${title} · ${words("product")}`,
    description: summary.description,
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
  };
}

function renderReport(rendering: Rendering, page: PageContext): PrintedPage {
  const { printer, site, language } = rendering;
  const { report } = page;
  const url = `${site.site}${site.base}${page.canonicalPath}`;
  const { name, description } = page.summary;
  const data = printStructuredData(report, language, url, description);
  const head = createHead(rendering, name, report, data);
  return { path: page.path, html: printer.printReportPage(page, head) };
}

/** The reference pages of a report: its glossary and its figures. */
function renderReferences(rendering: Rendering, report: Report): PrintedPage[] {
  const { printer, featured, wordsOf } = rendering;
  const { words } = wordsOf(report);
  const referenced = report === featured ? undefined : report;
  const context = (name: string) =>
    createContext(rendering, ({ reference }) => reference(name, referenced), report);
  const head = (title: string) => createHead(rendering, title, report);
  const glossary = context("glossary");
  const figures = context("figures");
  return [
    {
      path: glossary.path,
      html: printer.printGlossaryPage(glossary, head(words("glossaryTitle"))),
    },
    { path: figures.path, html: printer.printFiguresPage(figures, head(words("figuresTitle"))) },
  ];
}

/** The reports with recordings of which is known who speaks. */
function listNarrated({ site, reports, wordsOf }: Rendering): NarratedReport[] {
  return reports
    .map((report) => ({
      name: wordsOf(report).summary.name,
      recordings: languages.flatMap((language) => {
        const { narrator, seconds = 0 } = site.recordings.get(`${report.slug}/${language}`) ?? {};
        return narrator ? [{ language, seconds, narrator }] : [];
      }),
    }))
    .filter(({ recordings }) => recordings.length > 0);
}

function renderAbout(rendering: Rendering): PrintedPage {
  const { printer, site, language } = rendering;
  const file = join(site.contentFolder, `about.${language}.md`);
  const prose = renderProse(readFileSync(file, "utf8"));
  const page = createContext(rendering, ({ about }) => about);
  const html = printer.printAboutPage(page, createHead(rendering, page.words("aboutTitle")), {
    prose: cutAfter(prose, "listening"),
    narrated: listNarrated(rendering),
    libraries: site.libraries,
    taken: site.taken,
  });
  return { path: page.path, html };
}

/** The list of reports, and every report at a URL of its own. */
function renderLibrary(rendering: Rendering): PrintedPage[] {
  const { printer, language, reports, featured, wordsOf } = rendering;
  const library = createContext(rendering, (paths) => paths.library);
  const entries = reports.map((report) => ({
    name: wordsOf(report).summary.name,
    path: pathsIn(language).report(report),
  }));
  const head = createHead(rendering, library.words("library"));
  return [
    ...reports.map((report) =>
      renderReport(
        rendering,
        createContext(rendering, (paths) => paths.report(report), report, report === featured),
      ),
    ),
    { path: library.path, html: printer.printLibraryPage(library, head, entries) },
  ];
}

/**
 * Renders every page of the site. The report with the latest publication date is featured on the
 * home page. If there are several reports, each also has a URL of its own, and the library lists
 * them.
 */
export function renderPages(
  printer: Printer,
  reports: readonly Report[],
  site: Site,
): PrintedPage[] {
  const sorted = newestFirst(reports);
  const featured = sorted[0];
  if (!featured) throw new Error("There is no report to print.");
  return languages.flatMap((language) => {
    const words = new Map(sorted.map((each) => [each, createReportWords(each, language)]));
    const rendering: Rendering = {
      printer,
      site,
      language,
      reports: sorted,
      featured,
      wordsOf: (report) => words.get(report) ?? createReportWords(report, language),
    };
    return [
      renderReport(
        rendering,
        createContext(rendering, ({ home }) => home),
      ),
      renderAbout(rendering),
      ...sorted.flatMap((report) => renderReferences(rendering, report)),
      ...(sorted.length > 1 ? renderLibrary(rendering) : []),
    ];
  });
}
