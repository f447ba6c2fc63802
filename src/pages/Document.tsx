import type { JSX } from "solid-js";
import { otherLanguage } from "../core/document/report.ts";
import { checksumOf } from "../core/page/checksum.ts";
import {
  announcementsId,
  contentsPanelId,
  lexiconId,
  mainId,
  noticesId,
} from "../core/page/contract.ts";
import { printLexicon } from "../core/speech/lexicon.ts";
import { Bar } from "./Bar.tsx";
import { Masthead } from "./Masthead.tsx";
import { tellNarrator } from "./narrator.ts";
import type { Head, Inset, PageContext } from "./page.ts";

interface DocumentProps {
  readonly page: PageContext;
  readonly head: Head;
  /** The report's sentences as they are printed on this page, if it has them. */
  readonly sentences?: readonly string[];
  /** Whether the page contains text to be read aloud. */
  readonly listens?: boolean;
  /**
   * Whether this is a reference page (glossary, figures …): such pages share style sheet and script
   * files, and need at once what a report only needs once something is opened.
   */
  readonly isReference?: boolean;
  /** The content of the contents panel. */
  readonly contents: JSX.Element;
  readonly children: JSX.Element;
}

/**
 * A complete HTML document: head, masthead, toolbar, the page itself, and the containers for panels
 * and notices.
 */
export function Document(props: DocumentProps) {
  const { page, head } = props;
  const narrator = page.recording?.narrator;
  const address = (path: string) => `${head.site}${page.base}${path}`;
  const isShared = (inset: Inset) => Boolean(props.isReference && inset.address);
  const other = otherLanguage(page.language);
  const chinesePath = page.language === "zh-CN" ? page.canonicalPath : page.otherCanonicalPath;
  return (
    <html
      lang={page.language}
      data-language={page.language}
      data-text={page.report.textHash}
      data-sum={props.sentences && checksumOf(props.sentences)}
      data-report={page.report.slug}
    >
      <head>
        <meta charset="utf-8" />
        {head.policy && <meta http-equiv="content-security-policy" content={head.policy} />}
        <meta
          name="viewport"
          content="width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content"
        />
        <title>{head.title}</title>
        {[head.mainScript, ...head.preloads].map((href) => (
          <link rel="modulepreload" href={href} />
        ))}
        {isShared(head.styles) ? (
          <link rel="stylesheet" href={head.styles.address} />
        ) : (
          <style innerHTML={head.styles.source} />
        )}
        {props.isReference && <link rel="stylesheet" href={head.laterStyles} />}
        {/* After the style sheets: a page that only waits for a script would be rendered before
            its view transition is set up. */}
        {isShared(head.earlyScript) ? (
          <script src={head.earlyScript.address} />
        ) : (
          <script innerHTML={head.earlyScript.source} />
        )}
        <meta name="description" content={head.description} />
        <meta name="color-scheme" content="light dark" />
        <meta name="text-scale" content="scale" />
        <meta
          name="theme-color"
          content={head.themeColours.light}
          media="(prefers-color-scheme: light)"
        />
        <meta
          name="theme-color"
          content={head.themeColours.dark}
          media="(prefers-color-scheme: dark)"
        />
        <link rel="canonical" href={address(page.canonicalPath)} />
        <link rel="alternate" hreflang={page.language} href={address(page.canonicalPath)} />
        <link rel="alternate" hreflang={other} href={address(page.otherCanonicalPath)} />
        <link rel="alternate" hreflang="x-default" href={address(chinesePath)} />
        <link rel="manifest" href={`${page.base}manifest.webmanifest`} />
        <link rel="icon" href={`${page.base}icon.svg`} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={`${page.base}apple-touch-icon.png`} />
        <meta property="og:type" content="article" />
        <meta property="og:title" content={head.title} />
        <meta property="og:description" content={head.description} />
        <meta property="og:locale" content={page.language.replace("-", "_")} />
        {head.site && <meta property="og:url" content={address(page.canonicalPath)} />}
        {head.site && <meta property="og:image" content={address("icon-512.png")} />}
        {head.structuredData && (
          <script type="application/ld+json" innerHTML={head.structuredData} />
        )}
      </head>
      <body>
        <a class="skip" href={`#${mainId}`}>
          {page.words("skip")}
        </a>
        <Masthead page={page} hasNotes={Boolean(props.listens)} />
        <Bar
          words={page.words}
          listens={Boolean(props.listens)}
          report={page.base + page.reportPath}
        />
        {props.children}
        {!props.isReference && <link rel="stylesheet" href={head.laterStyles} />}
        <div
          class="panel"
          id={contentsPanelId}
          popover="auto"
          role="dialog"
          aria-labelledby={`${contentsPanelId}-title`}
        >
          <h2 id={`${contentsPanelId}-title`}>{page.words("contents")}</h2>
          {props.contents}
        </div>
        {props.listens && (
          <script
            type="application/json"
            id={lexiconId}
            data-audio={page.recording?.audio}
            data-cues={page.recording?.cues}
            data-bytes={page.recording?.bytes}
            data-narrator={narrator && tellNarrator(page.words, narrator, page.language)}
            // A tag in the text would end the script element.
            innerHTML={printLexicon(page.report.lexicon, page.language).replaceAll("<", "\\u003c")}
          />
        )}
        <div id={noticesId} />
        <p class="vh" role="status" id={announcementsId} />
      </body>
    </html>
  );
}
