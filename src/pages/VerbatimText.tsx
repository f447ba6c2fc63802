import { toPageForm } from "../core/report/display.ts";
import type { Sentence } from "../core/report/report.ts";

/** A sentence of the publisher's, in its page form, under its id. Its text holds nothing of ours. */
export function Verbatim(props: { readonly sentence: Sentence }) {
  return (
    <span class="s" id={props.sentence.id}>
      {toPageForm(props.sentence.text)}
    </span>
  );
}

/** Paragraphs of the publisher's text. */
export function VerbatimParagraphs(props: {
  readonly paragraphs: readonly (readonly Sentence[])[];
}) {
  return props.paragraphs.map((sentences) => (
    <p>
      {sentences.map((sentence) => (
        <Verbatim sentence={sentence} />
      ))}
    </p>
  ));
}
