import { toPageForm, toSourceForm } from "../../core/report/display.ts";
import { allSentences } from "../../core/report/report.ts";
import type { ReportText } from "../parse/report-text.ts";
import type { Problem } from "../problem.ts";

/**
 * Checks that each sentence can be had back from the form in which the page shows it. A text that the page
 * shows as it is, because its marks are full width already, needs no way back.
 */
export function checkTypographicForms(file: string, text: ReportText): Problem[] {
  const sentences = allSentences(text);
  if (sentences.every((sentence) => toPageForm(sentence.text) === sentence.text)) return [];
  return sentences.flatMap((sentence) => {
    if (toSourceForm(toPageForm(sentence.text)) === sentence.text) return [];
    const place = text.places.get(sentence.id) ?? { line: 1, column: 1 };
    return [
      {
        file,
        ...place,
        expected: "ASCII , : ; ? ! ( ) or their full-width forms, not both",
        found: `\`${sentence.text}\``,
      },
    ];
  });
}
