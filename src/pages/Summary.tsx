import { otherLanguage } from "../core/document/report.ts";
import {
  asideClass,
  contentClass,
  needsScriptClass,
  summaryClass,
  summaryId,
} from "../core/page/contract.ts";
import { BesideRichText } from "./Beside.tsx";
import type { PageContext } from "./page.ts";
import { RichTextSpans } from "./SentenceText.tsx";

/** The language of the summary if it differs from the page's. */
export function foreignSummaryLanguage({ language, summary }: PageContext): string | undefined {
  return summary.language === language ? undefined : summary.language;
}

/**
 * Links to the summary in other languages. A language with a page links to its page, until a script
 * replaces the link's action; a language without a page needs the script.
 */
function OtherLanguages(props: { readonly page: PageContext }) {
  const { page } = props;
  const others = [...page.summaryLanguages].filter(([each]) => each !== page.summary.language);
  return others.map(([language, name]) => {
    const text = () => (
      <>
        <span class="vh" lang={page.language}>
          {page.words("summaryIn")}
        </span>
        {name}
      </>
    );
    return language === otherLanguage(page.language) ? (
      <a href={`${page.base}${page.otherPath}#${summaryId}`} lang={language} hreflang={language}>
        {text()}
      </a>
    ) : (
      <button type="button" class={needsScriptClass} lang={language}>
        {text()}
      </button>
    );
  });
}

/** The summary of the report, written by the editors. */
export function Summary(props: { readonly page: PageContext }) {
  const { page } = props;
  const { summary, words } = page;
  return (
    <section class={`${summaryClass} ${contentClass}`} id={summaryId} aria-labelledby="summary-h">
      <h2 id="summary-h" data-say="">
        {words("summary")}
      </h2>
      {page.edition === "site" && <OtherLanguages page={page} />}
      {foreignSummaryLanguage(page) && (
        <div class={asideClass}>{words("summaryLacks", { language: summary.languageName })}</div>
      )}
      {summary.sentences.map((text, at) => (
        <p
          lang={foreignSummaryLanguage(page)}
          dir={foreignSummaryLanguage(page) ? "auto" : undefined}
        >
          <span id={`summary-s${at + 1}`} data-say="">
            <RichTextSpans page={page} text={text} />
          </span>
        </p>
      ))}
      <BesideRichText page={page} pick={({ sentences }) => sentences} />
      <p class={asideClass}>{words("summaryBy")}</p>
    </section>
  );
}
