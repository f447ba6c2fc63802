import { splitNumeral } from "./numeral.ts";

/** Text whose hyphened words stay whole: a heading must not end a line with `Law-`. */
export function WholeWords(props: { readonly text: string }) {
  return props.text
    .split(/(\w+-\w+)/)
    .map((piece, at) => (at % 2 ? <span class="whole">{piece}</span> : piece));
}

/** A pillar's heading: its numeral set large, the mark after it read but not seen, then the words. */
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
