import { toPageForm } from "../../src/core/document/display.ts";
import {
  allSentences,
  type Language,
  type Report,
  wordsIn,
} from "../../src/core/document/report.ts";
import { plainText } from "../../src/core/document/rich-text.ts";
import type { SpokenSentence } from "../../src/core/speech/script.ts";
import { createReportWords } from "../../src/site/words.ts";

/** The text as the page has it; in English the asterisks around names are slanted letters there. */
const pageForm = (text: string) => toPageForm(text).replaceAll("*", "");

/** What is spoken of a report in one language: its sentences and those of its summary. */
export function reportSentences(report: Report, language: Language): SpokenSentence[] {
  const { summary } = createReportWords(report, language);
  const claims = [...summary.sentences, ...Object.values(summary.gists).flat()].map(plainText);
  const sentences = allSentences(wordsIn(report, language));
  return [
    ...sentences.map(({ id, text }) => ({ id, text: pageForm(text) })),
    ...claims.map((text, at) => ({ id: `summary-${at}`, text })),
  ].map((each) => ({ ...each, language, section: "" }));
}
