import { type Figure, languages, type Summary } from "../../core/document/report.ts";
import type { Description } from "../parse/description.ts";
import type { Ledger } from "../parse/figures.ts";
import type { WrittenGlossary } from "../parse/glossary.ts";
import type { ReportText } from "../parse/report-text.ts";
import type { YamlFile } from "../parse/yaml.ts";
import type { Problem } from "../problem.ts";
import type { SentencesById } from "./claims.ts";
import { checkAims, checkBases, checkBounds } from "./figure-wording.ts";
import { checkFoundNothing } from "./found-nothing.ts";
import { checkGists } from "./gists.ts";
import { checkNamedShares } from "./named-shares.ts";
import { glossaryTexts, ledgerTexts, summaryTexts, translationTexts } from "./our-texts.ts";
import { checkNoteNumbers, checkOwnNumbers } from "./own-numbers.ts";
import { checkNames, checkRenderings } from "./renderings.ts";
import { checkSources } from "./sources.ts";

/** Everything the editors wrote about a report, with the report's text. */
export interface OurWords {
  readonly summaries: ReadonlyMap<string, YamlFile<Summary>>;
  readonly glossary: YamlFile<WrittenGlossary>;
  readonly ledger: YamlFile<Ledger>;
  readonly description: YamlFile<Description>;
  readonly translation: ReportText;
  readonly text: ReportText;
  readonly sentences: SentencesById;
  readonly figures: readonly Figure[];
}

/**
 * Checks the editors' texts against the report and against each other. Each file must be correct on
 * its own.
 */
export function checkOurWords(nameOf: (file: string) => string, words: OurWords): Problem[] {
  const { glossary, ledger, translation, text, sentences, figures } = words;
  const summaries = languages.flatMap((language) => {
    const summary = words.summaries.get(language);
    return summary ? { language, summary, file: nameOf(`summary.${language}.yaml`) } : [];
  });
  const claims = summaries.flatMap(({ language, file, summary }) =>
    summaryTexts(file, language, summary),
  );
  const names = summaries.map(({ language, file, summary }) => ({
    text: summary.value.name,
    language,
    from: ["title"],
    file,
    line: summary.lineOf(["name"]),
  }));
  const entries = glossaryTexts(nameOf("glossary.yaml"), glossary);
  const translated = translationTexts(nameOf("en.md"), translation);
  const labels = ledgerTexts(nameOf("figures.yaml"), ledger);
  return [
    ...claims.flatMap((each) => checkNamedShares(each, figures)),
    ...[...claims, ...entries].flatMap((each) => checkBases(each, figures)),
    ...[...claims, ...entries, ...translated].flatMap((each) => [
      ...checkAims(each, figures),
      ...checkBounds(each, figures),
    ]),
    ...[...names, ...entries, ...labels].flatMap((each) => checkOwnNumbers(each, sentences)),
    ...checkNoteNumbers(nameOf("figures.yaml"), ledger, sentences),
    ...summaries.flatMap(({ file, summary }) => checkGists(file, summary, sentences)),
    ...checkFoundNothing(nameOf("glossary.yaml"), glossary),
    ...checkSources(nameOf("glossary.yaml"), glossary),
    ...checkRenderings(nameOf("glossary.yaml"), glossary, translation),
    ...checkNames(nameOf("report.yaml"), words.description, text, translation),
  ];
}
