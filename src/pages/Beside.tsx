import { toEnglishPageForm, toPageForm } from "../core/report/display.ts";
import { readEmphasis } from "../core/report/emphasis.ts";
import { type Claim, otherLanguage, type Summary, textOf } from "../core/report/report.ts";
import { MixedText } from "./MixedText.tsx";
import type { PageContext } from "./page.ts";

/** A sentence in the other language, where both are printed; as the page's own script sets them side by side. */
export function Beside(props: { readonly page: PageContext; readonly id: string | undefined }) {
  const { beside, language } = props.page;
  if (!beside || !props.id) return undefined;
  const other = otherLanguage(language);
  const text = textOf(beside, props.id);
  return (
    <span class="other" lang={other}>
      {other === "zh-CN" ? (
        toPageForm(text)
      ) : (
        <MixedText text={toEnglishPageForm(readEmphasis(text).text)} />
      )}
    </span>
  );
}

/** What we say of the report in the other language, where both are printed: a paragraph each, or all in one. */
export function BesideClaims(props: {
  readonly page: PageContext;
  readonly claims: (summary: Summary) => readonly Claim[];
  readonly joined?: boolean;
}) {
  const { page } = props;
  if (!page.beside) return undefined;
  const other = otherLanguage(page.language);
  const texts = props.claims(page.report.summaries[other]).map(({ text }) => text);
  const between = other === "zh-CN" ? "" : " ";
  return (props.joined ? [texts.join(between)] : texts).map((text) => (
    <p class="other" lang={other}>
      {text}
    </p>
  ));
}
