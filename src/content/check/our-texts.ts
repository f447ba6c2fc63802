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

/** Words of ours about the report, the ids of the sentences that they rest on, and where they stand. */
export interface OurText {
  readonly text: string;
  readonly language: Language;
  readonly from: readonly string[];
  readonly file: string;
  readonly line: number;
}

type Path = readonly (string | number)[];

/** A text of ours in each language, the keys being the languages. */
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

/** What a summary says of the report, its name aside. */
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

/** What a glossary says of the report: what was reached, and an explanation that rests on nothing but the report. */
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

/** What a translation says in the place of each sentence. */
export function translationTexts(file: string, translation: ReportText): OurText[] {
  return allSentences(translation).map(({ id, text }) => ({
    text: readEmphasis(text).text,
    language: "en",
    from: [id],
    file,
    line: translation.places.get(id)?.line ?? 1,
  }));
}

/** What the ledger says that each figure counts. */
export function ledgerTexts(file: string, { value, lineOf }: YamlFile<Ledger>): OurText[] {
  const { notes: _, ...bySentence } = value;
  return Object.entries(bySentence).flatMap(([id, figures]) =>
    figures.flatMap((figure, at) => inEachLanguage(figure, [id], file, lineOf, [id, at])),
  );
}
