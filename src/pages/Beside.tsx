import { toEnglishPageForm, toPageForm } from "../core/document/display.ts";
import { readEmphasis } from "../core/document/emphasis.ts";
import { otherLanguage, textOf } from "../core/document/report.ts";
import { betweenSentences, plainText, type RichText } from "../core/document/rich-text.ts";
import { besideClass } from "../core/page/contract.ts";
import { MixedText } from "./MixedText.tsx";
import type { PageContext, SummaryWords } from "./page.ts";

/** A sentence in the other language, where both are printed; as the page's own script sets them side by side. */
export function Beside(props: { readonly page: PageContext; readonly id: string | undefined }) {
  const { beside, language } = props.page;
  if (!beside || !props.id) return undefined;
  const other = otherLanguage(language);
  const text = textOf(beside.text, props.id);
  return (
    <span class={besideClass} lang={other}>
      {other === "zh-CN" ? (
        toPageForm(text)
      ) : (
        <MixedText text={toEnglishPageForm(readEmphasis(text).text)} />
      )}
    </span>
  );
}

/** What we say of the report in the other language, where both are printed: a paragraph each, or all in one. */
export function BesideRichText(props: {
  readonly page: PageContext;
  readonly pick: (summary: SummaryWords) => readonly RichText[];
  readonly joined?: boolean;
}) {
  const { beside, summary } = props.page;
  // What is told in one language alone is not told twice.
  if (!beside || beside.summary.language === summary.language) return undefined;
  const { language } = beside.summary;
  const texts = props.pick(beside.summary).map(plainText);
  return (props.joined ? [texts.join(betweenSentences(language))] : texts).map((text) => (
    <p class={besideClass} lang={language}>
      {text}
    </p>
  ));
}
