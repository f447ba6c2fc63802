import { readEmphasis } from "../../core/document/emphasis.ts";
import {
  allSentences,
  type Language,
  type Localized,
  languages,
  type Summary,
} from "../../core/document/report.ts";
import type { Ledger } from "../parse/figures.ts";
import type { WrittenGlossary } from "../parse/glossary.ts";
import type { ReportText } from "../parse/report-text.ts";
import type { YamlFile } from "../parse/yaml.ts";

/**
 * A text by the editors of this reader: its language, the ids of the sentences that support it, and
 * its location.
 */
export interface OurText {
  readonly text: string;
  readonly language: Language;
  readonly from: readonly string[];
  readonly file: string;
  readonly line: number;
}

type Path = readonly (string | number)[];

/** A text in each language, where the language is the last key of its path. */
function inEachLanguage(
  text: Localized,
  from: readonly string[],
  file: string,
  lineOf: (path: Path) => number,
  path: Path,
): OurText[] {
  return languages.map((language) => ({
    text: text[language],
    language,
    from,
    file,
    line: lineOf([...path, language]),
  }));
}

/** The texts of a summary, except its name. */
export function summaryTexts(
  file: string,
  language: Language,
  { value, lineOf }: YamlFile<Summary>,
): OurText[] {
  const claims = [
    { claim: value.description, path: ["description"] },
    ...value.summary.map((claim, at) => ({ claim, path: ["summary", at] })),
    ...Object.entries(value.gists).flatMap(([id, gist]) =>
      gist.map((claim, at) => ({ claim, path: ["gists", id, at] })),
    ),
  ];
  return claims.map(({ claim: { text, from }, path }) => ({
    text,
    language,
    from,
    file,
    line: lineOf([...path, "text"]),
  }));
}

/**
 * The glossary texts about the report: results that were reached, and explanations with no source
 * but the report.
 */
export function glossaryTexts(
  file: string,
  { value, lineOf }: YamlFile<WrittenGlossary>,
): OurText[] {
  return value.flatMap((entry, at) => {
    const from = entry.occurrences.map((occurrence) => occurrence.in);
    const ofReport = ["report", "none"].includes(entry.source.basis);
    return [
      ...(ofReport ? inEachLanguage(entry.plain, from, file, lineOf, [at, "plain"]) : []),
      ...("achieved" in entry
        ? inEachLanguage(entry.achieved, from, file, lineOf, [at, "achieved"])
        : []),
    ];
  });
}

/** The sentences of a translation. */
export function translationTexts(file: string, translation: ReportText): OurText[] {
  return allSentences(translation).map(({ id, text }) => ({
    text: readEmphasis(text).text,
    language: "en",
    from: [id],
    file,
    line: translation.places.get(id)?.line ?? 1,
  }));
}

/** The ledger's descriptions of what each figure counts. */
export function ledgerTexts(file: string, { value, lineOf }: YamlFile<Ledger>): OurText[] {
  const { notes: _, ...bySentence } = value;
  return Object.entries(bySentence).flatMap(([id, figures]) =>
    figures.flatMap((figure, at) => inEachLanguage(figure, [id], file, lineOf, [id, at])),
  );
}
