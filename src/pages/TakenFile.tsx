import { GlossaryParts } from "./GlossaryPage.tsx";
import { Provenance } from "./Provenance.tsx";
import type { PageContext } from "./page.ts";
import { Contact, ReportMain } from "./ReportPage.tsx";

/** The data for the `head` of a downloaded file. */
export interface TakenHead {
  readonly title: string;
  readonly description: string;
  readonly styles: string;
  /** The Content Security Policy: allows the styles above and no requests. */
  readonly policy: string;
  /** The URL of the report on the site; undefined if unknown. */
  readonly address: string | undefined;
}

/** A report as a self-contained HTML file: no scripts, no requests, glossary included. */
export function TakenFile(props: { readonly page: PageContext; readonly head: TakenHead }) {
  const { page, head } = props;
  return (
    <html lang={page.language} data-parallel={page.beside ? "" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content={head.policy} />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <title>{head.title}</title>
        <style innerHTML={head.styles} />
        <meta name="description" content={head.description} />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <meta name="text-scale" content="scale" />
      </head>
      <body>
        <ReportMain page={page} />
        <footer>
          <Provenance page={page} address={head.address} />
          <Contact page={page} />
        </footer>
        <aside class="about glossary" aria-labelledby="glossary-h">
          <h2 id="glossary-h">{page.words("glossaryTitle")}</h2>
          <GlossaryParts page={page} level={3} />
        </aside>
      </body>
    </html>
  );
}
