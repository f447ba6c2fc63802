import { splitNumeral } from "./numeral.ts";

/** Text in which hyphenated words do not break: no line of a heading ends with `Law-`. */
export function WholeWords(props: { readonly text: string }) {
  return props.text
    .split(/(\w+-\w+)/)
    .map((piece, at) => (at % 2 ? <span class="whole">{piece}</span> : piece));
}

/**
 * The heading of a pillar: a large numeral whose punctuation is visually hidden, then the title.
 */
export function Heading(props: { readonly text: string }) {
  const { numeral, rest } = splitNumeral(props.text);
  const at = numeral.search(/[、.]/);
  return (
    <>
      {numeral && (
        <span class="numeral">
          {numeral.slice(0, at)}
          <span class="vh">{numeral.slice(at)}</span>
        </span>
      )}
      <WholeWords text={rest} />
    </>
  );
}
