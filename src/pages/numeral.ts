/** Splits a heading into its numeral with punctuation (`一、`, `IV. `) and the rest. */
export function splitNumeral(heading: string): { numeral: string; rest: string } {
  const match = /^(?:[一二三四五六七八九十]+、|[IVX]+\. )/u.exec(heading);
  const numeral = match?.[0] ?? "";
  return { numeral, rest: heading.slice(numeral.length) };
}
