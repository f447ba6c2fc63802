import { otherLanguage } from "../core/document/report.ts";
import {
  brandClass,
  headClass,
  languageLinkClass,
  needsScriptClass,
  notesPanelId,
} from "../core/page/contract.ts";
import type { PageContext } from "./page.ts";

/**
 * The page header: the product's name, the link to the other language, and on a report's page the
 * bookmarks button.
 */
export function Masthead(props: { readonly page: PageContext; readonly hasNotes: boolean }) {
  const { page } = props;
  const other = otherLanguage(page.language);
  return (
    <header class={headClass}>
      <a class={brandClass} href={`${page.base}${page.homePath}`}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 5v14M20 5v14M4 7h16M4 17h16M8 10.5h8M8 13.5h5" />
        </svg>
        {page.words("product")}
      </a>
      <a
        class={languageLinkClass}
        href={`${page.base}${page.otherPath}`}
        lang={other}
        hreflang={other}
        rel="alternate"
      >
        {page.words("otherLanguage")}
      </a>
      {props.hasNotes && (
        <button type="button" class={needsScriptClass} popovertarget={notesPanelId} disabled>
          {page.words("bookmarks")}
        </button>
      )}
    </header>
  );
}
