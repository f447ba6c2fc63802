import { toSourceForm } from "../../core/document/display.ts";
import type { Occurrence } from "../../core/document/report.ts";
import type { WrittenOccurrence } from "../parse/occurrence.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";

/** Finds an editor's reference in the text; returns a problem if it is not there. */
export function findOccurrence(
  written: WrittenOccurrence,
  sentences: SentencesById,
  place: { readonly file: string; readonly line: number },
): Occurrence | Problem {
  const sentence = sentences.get(written.in);
  if (!sentence) {
    return {
      ...place,
      expected: "the id of a sentence of the report",
      found: `\`${written.in}\``,
    };
  }
  // Half-width and full-width marks are treated alike; both forms have the same length.
  const text = toSourceForm(sentence.text);
  const wanted = toSourceForm(written.written);
  let from = -1;
  for (let nth = 0; nth < written.nth; nth++) {
    from = text.indexOf(wanted, from + 1);
    if (from < 0) {
      return {
        ...place,
        expected: `words of ${written.in}`,
        found:
          written.nth > 1
            ? `「${written.written}」 for the ${written.nth}th time`
            : `「${written.written}」`,
      };
    }
  }
  return { sentence: written.in, from, to: from + written.written.length };
}

/** Whether the result is an occurrence, not a problem. */
export function isOccurrence(found: Occurrence | Problem): found is Occurrence {
  return "sentence" in found;
}
