import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages, otherLanguage, type Report } from "../core/report/report";
import type { Head, PageContext } from "../pages/page";
import { themes } from "../styles/themes";
import { shippedLibraries } from "./libraries";
import { contentSecurityPolicy } from "./policy";
import { renderProse } from "./prose";
import { printStructuredData } from "./structured-data";
import { createWords } from "./words";

/** The module `src/pages/print.tsx`, compiled for printing. */
export type Printer = typeof import("../pages/print");

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
  readonly styles: Readonly<Record<Language, string>>;
  readonly earlyScript: string;
  readonly mainScript: string;
  readonly preloads: readonly string[];
  /** While developing, the server's own scripts must run: no policy is set. */
  readonly hasPolicy: boolean;
}

/** The paths of a language's pages, below the base. */
function pathsOf(language: Language) {
  const prefix = language === "zh-CN" ? "" : "en/";
  return { report: prefix, about: `${prefix}about/` };
}

/** Prints every page of the reader. */
export function renderPages(
  printer: Printer,
  reports: readonly Report[],
  site: Site,
): PrintedPage[] {
  const report = reports[0];
  if (!report) throw new Error("There is no report to print.");
  return languages.flatMap((language) => {
    const paths = pathsOf(language);
    const others = pathsOf(otherLanguage(language));
    const words = createWords(language);
    const context = (path: string, otherPath: string): PageContext => ({
      language,
      words,
      base: site.base,
      path,
      otherPath,
      reportPath: paths.report,
      aboutPath: paths.about,
      report,
    });
    const head = (title: string, structuredData: string | undefined): Head => ({
      title,
      description: report.summaries[language].description.text,
      site: site.site,
      styles: site.styles[language],
      earlyScript: site.earlyScript,
      mainScript: site.mainScript,
      preloads: site.preloads,
      policy: site.hasPolicy
        ? contentSecurityPolicy(site.earlyScript, site.styles[language])
        : undefined,
      structuredData,
      themeColours: { light: themes.paper.paper, dark: themes.dark.paper },
    });
    const product = words("product");
    const { name } = report.summaries[language];
    const prose = renderProse(
      readFileSync(join(site.contentFolder, `about.${language}.md`), "utf8"),
    );
    const url = `${site.site}${site.base}${paths.report}`;
    return [
      {
        path: paths.report,
        html: printer.printReportPage(
          context(paths.report, others.report),
          head(`${name} · ${product}`, printStructuredData(report, language, url)),
        ),
      },
      {
        path: paths.about,
        html: printer.printAboutPage(
          context(paths.about, others.about),
          head(`${words("aboutTitle")} · ${product}`, undefined),
          { prose: prose.html, sections: prose.sections, libraries: shippedLibraries() },
        ),
      },
    ];
  });
}
