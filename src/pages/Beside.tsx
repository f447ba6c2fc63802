import { otherLanguage, textOf } from "../core/document/report.ts";
import { betweenSentences, plainText, type RichText } from "../core/document/rich-text.ts";
import { toShownText } from "../core/document/shown-text.ts";
import { besideClass } from "../core/page/contract.ts";
import { MixedText } from "./MixedText.tsx";
import type { PageContext, SummaryWords } from "./page.ts";

/**
 * A sentence in the other language, if both are printed. The markup equals that of the parallel
 * view, which a script makes on the site.
 */
export function Beside(props: { readonly page: PageContext; readonly id: string | undefined }) {
  const { beside, language } = props.page;
  if (!beside || !props.id) return undefined;
  const other = otherLanguage(language);
  const text = toShownText(textOf(beside.text, props.id), other);
  return (
    <span class={besideClass} lang={other}>
      {other === "zh-CN" ? text : <MixedText text={text} />}
    </span>
  );
}

/**
 * Summary sentences in the other language, if both are printed: a paragraph for each, or joined
 * into one.
 */
export function BesideRichText(props: {
  readonly page: PageContext;
  readonly pick: (summary: SummaryWords) => readonly RichText[];
  readonly joined?: boolean;
}) {
  const { beside, summary } = props.page;
  // If both pages use the same summary, it is not repeated.
  if (!beside || beside.summary.language === summary.language) return undefined;
  const { language } = beside.summary;
  const texts = props.pick(beside.summary).map(plainText);
  return (props.joined ? [texts.join(betweenSentences(language))] : texts).map((text) => (
    <p class={besideClass} lang={language}>
      {text}
    </p>
  ));
}
