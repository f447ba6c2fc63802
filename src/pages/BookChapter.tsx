import type { JSX } from "solid-js";
import { GlossaryParts } from "./GlossaryPage.tsx";
import { Provenance } from "./Provenance.tsx";
import type { PageContext } from "./page.ts";
import { Contact, ReportMain } from "./ReportPage.tsx";

/** A document of an EPUB, with the book's style sheet. */
function Chapter(props: {
  readonly page: PageContext;
  readonly title: string;
  readonly children: JSX.Element;
}) {
  return (
    <html lang={props.page.language}>
      <head>
        <title>{props.title}</title>
        <link rel="stylesheet" href="book.css" />
      </head>
      <body>{props.children}</body>
    </html>
  );
}

/** The report in one language as a chapter of a book. */
export function ReportChapter(props: {
  readonly page: PageContext;
  readonly address: string | undefined;
  /** Who speaks in the book's recording; "" if that is not known. */
  readonly narration: string;
}) {
  const { page } = props;
  return (
    <Chapter page={page} title={page.summary.name}>
      <ReportMain page={page} />
      <footer>
        <Provenance page={page} address={props.address} narration={props.narration} />
        <Contact page={page} />
      </footer>
    </Chapter>
  );
}

/** The glossary in one language as a chapter of a book. */
export function GlossaryChapter(props: { readonly page: PageContext }) {
  const { page } = props;
  return (
    <Chapter page={page} title={page.words("glossaryTitle")}>
      <h1>{page.words("glossaryTitle")}</h1>
      <GlossaryParts page={page} level={2} />
    </Chapter>
  );
}
