import { isPillarId } from "../core/document/ids.ts";
import {
  allSentences,
  type Figure,
  type FigureNote,
  languages,
  type Note,
  type Report,
  type Sentence,
  type Summary,
  type Term,
} from "../core/document/report.ts";
import { writeRecipe } from "../core/document/source-recipe.ts";
import { checkClaims } from "./check/claims.ts";
import { checkFidelity } from "./check/fidelity.ts";
import { readLedger } from "./check/figures.ts";
import { readGlossary } from "./check/glossary.ts";
import { checkKeys } from "./check/keys.ts";
import { checkLexicon } from "./check/lexicon.ts";
import { findOccurrence, isOccurrence } from "./check/occurrences.ts";
import { checkOurWords } from "./check/our-words.ts";
import { checkSummaryFigures, markWrittenNumbers } from "./check/summary-figures.ts";
import { checkTranslation } from "./check/translation.ts";
import { type Description, parseDescription } from "./parse/description.ts";
import { type Ledger, parseFigures } from "./parse/figures.ts";
import { parseGlossary, type WrittenGlossary } from "./parse/glossary.ts";
import { type LexiconFile, lexiconFor, parseLexicon } from "./parse/lexicon.ts";
import { parseReportText, type ReportText } from "./parse/report-text.ts";
import type { YamlFile } from "./parse/yaml.ts";
import type { Parsed, Problem } from "./problem.ts";
import type { ReportFolder } from "./report-folder.ts";
import { findSummaries, finishSummary, parseSummaries, type SummaryFile } from "./summaries.ts";

/**
 * The files that a report must have besides its summaries. All but the lexicon contain text that is
 * shown.
 */
const names = {
  source: "source.txt",
  description: "report.yaml",
  text: "zh-CN.md",
  translation: "en.md",
  ledger: "figures.yaml",
  glossary: "glossary.yaml",
  lexicon: "lexicon.yaml",
} as const;

/** The files of a report, each parsed on its own. */
interface ParsedFiles {
  readonly source: string;
  readonly sha256: string;
  readonly description: YamlFile<Description>;
  readonly text: ReportText;
  readonly translation: ReportText;
  readonly ledger: YamlFile<Ledger>;
  readonly glossary: YamlFile<WrittenGlossary>;
  readonly lexicon: YamlFile<LexiconFile>;
  /** By language. */
  readonly summaries: ReadonlyMap<string, YamlFile<Summary>>;
  /** Whether the text and the translation were parsed without a problem. */
  readonly isTextRight: boolean;
  readonly isTranslationRight: boolean;
}

/** What the report's other files refer to in its text. */
interface Findings {
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly figures: readonly Figure[];
  readonly figureNotes: readonly FigureNote[];
  readonly terms: readonly Term[];
  readonly notes: readonly Note[];
  /** The summaries with their figures interpolated, by language. */
  readonly finished: ReadonlyMap<string, YamlFile<Summary>>;
  /** Problems of the ledger, the glossary and the notes. */
  readonly figureProblems: readonly Problem[];
  readonly termProblems: readonly Problem[];
  readonly noteProblems: readonly Problem[];
}

/** Reports each missing file. */
function findMissing({ files, nameOf }: ReportFolder, problems: Problem[]): void {
  for (const file of Object.values(names)) {
    if (!files.includes(file)) {
      problems.push({ file: nameOf(file), line: 1, expected: "the file", found: "no such file" });
    }
  }
}

/** Parses every file; undefined if one of them is unusable. */
function parseFiles(
  folder: ReportFolder,
  summaryFiles: readonly SummaryFile[],
  problems: Problem[],
): ParsedFiles | undefined {
  const parse = <Value>(
    name: string,
    parser: (file: string, text: string) => Parsed<Value>,
  ): Parsed<Value> => {
    const parsed = parser(folder.nameOf(name), folder.read(name) ?? "");
    problems.push(...parsed.problems);
    return parsed;
  };
  const description = parse(names.description, parseDescription);
  const text = parse(names.text, parseReportText);
  const translation = parse(names.translation, (file, markdown) =>
    parseReportText(file, markdown, "translation"),
  );
  const lexicon = parse(names.lexicon, parseLexicon);
  const ledger = parse(names.ledger, parseFigures);
  const glossary = parse(names.glossary, parseGlossary);
  const summaries = parseSummaries(folder, summaryFiles, problems);
  if (!description.value || !text.value || !lexicon.value) return undefined;
  if (!translation.value || !ledger.value || !glossary.value) return undefined;
  return {
    source: folder.read(names.source) ?? "",
    sha256: folder.hash(names.source) ?? "",
    description: description.value,
    text: text.value,
    translation: translation.value,
    ledger: ledger.value,
    glossary: glossary.value,
    lexicon: lexicon.value,
    summaries,
    isTextRight: text.problems.length === 0,
    isTranslationRight: translation.problems.length === 0,
  };
}

/** Checks the statements of `report.yaml` about the files themselves. */
function checkDescription(folder: ReportFolder, files: ParsedFiles): Problem[] {
  const { value: description, lineOf } = files.description;
  const file = folder.nameOf(names.description);
  const problems: Problem[] = [];
  if (files.sha256 !== description.source.sha256) {
    problems.push({
      file,
      line: lineOf(["source", "sha256"]),
      expected: `the SHA-256 of source.txt, ${files.sha256}`,
      found: description.source.sha256,
    });
  }
  for (const language of languages.filter((each) => !description.languages.includes(each))) {
    problems.push({
      file,
      line: lineOf(["languages"]),
      expected: `the language ${language}`,
      found: description.languages.join(", "),
    });
  }
  return problems;
}

/** Resolves the references of the ledger, glossary, notes and summaries to places in the text. */
function findInText({ nameOf }: ReportFolder, files: ParsedFiles): Findings {
  const sentences = new Map(allSentences(files.text).map((sentence) => [sentence.id, sentence]));
  const ledger = readLedger(nameOf(names.ledger), files.ledger, sentences);
  const glossary = readGlossary(nameOf(names.glossary), files.glossary, sentences);
  const { value: description, lineOf } = files.description;
  const notes = description.notes.map((note, at) => ({
    note,
    found: findOccurrence(note, sentences, {
      file: nameOf(names.description),
      line: lineOf(["notes", at]),
    }),
  }));
  return {
    sentences,
    figures: ledger.figures,
    figureNotes: ledger.notes,
    terms: glossary.terms,
    notes: notes.flatMap(({ note, found }) =>
      isOccurrence(found) ? [{ ...found, text: note.text }] : [],
    ),
    finished: new Map(
      [...files.summaries].map(([language, summary]) => [
        language,
        finishSummary(summary, language, ledger.figures),
      ]),
    ),
    figureProblems: ledger.problems,
    termProblems: glossary.problems,
    noteProblems: notes.flatMap(({ found }) => (isOccurrence(found) ? [] : [found])),
  };
}

/** Checks the lexicon and the summaries against the text. */
function checkAgainstText(folder: ReportFolder, files: ParsedFiles, found: Findings): Problem[] {
  const pillars = files.text.sections.map(({ id }) => id).filter(isPillarId);
  const summaries = [...found.finished.values()].flatMap(({ value: { summary, gists } }) => [
    ...summary,
    ...Object.values(gists).flat(),
  ]);
  const sentences = [files.text, files.translation].flatMap(allSentences);
  const texts = [...sentences, ...summaries].map(({ text }) => text);
  return [
    ...checkLexicon(folder.nameOf(names.lexicon), files.lexicon, texts),
    ...[...files.summaries].flatMap(([language, summary]) => {
      const file = folder.nameOf(`summary.${language}.yaml`);
      return [
        ...checkKeys(pillars, {
          file,
          keys: Object.keys(summary.value.gists),
          lineOf: (key) => summary.lineOf(["gists", key]),
        }),
        ...checkClaims(file, language, found.finished.get(language) ?? summary, found.sentences),
        // References to figures can only be checked against a correct ledger.
        ...(found.figureProblems.length === 0
          ? checkSummaryFigures(file, language, summary, found.figures)
          : []),
      ];
    }),
  ];
}

/**
 * Checks the files against each other. A check is skipped if the files it relies on have problems.
 */
function checkFiles(folder: ReportFolder, files: ParsedFiles, found: Findings): Problem[] {
  const { nameOf } = folder;
  const problems = checkDescription(folder, files);
  if (!files.isTextRight) return problems;
  const fidelity = checkFidelity(
    {
      source: nameOf(names.source),
      text: nameOf(names.text),
      description: nameOf(names.description),
    },
    files.source,
    files.text,
    files.description,
  );
  problems.push(...fidelity, ...checkAgainstText(folder, files, found));
  // These checks need a text that equals the publisher's; those of the translation also need a
  // correct ledger.
  if (fidelity.length > 0 || files.sha256 !== files.description.value.source.sha256) {
    return problems;
  }
  problems.push(...found.figureProblems, ...found.termProblems, ...found.noteProblems);
  if (files.isTranslationRight && found.figureProblems.length === 0) {
    problems.push(
      ...checkTranslation(nameOf(names.translation), files.translation, files.text, found.figures),
    );
  }
  return problems;
}

/** A short hash of all content that is shown for a report. */
function hashShown(folder: ReportFolder, summaryFiles: readonly SummaryFile[]): string {
  const { lexicon: _, ...shown } = names;
  const files = [...Object.values(shown), ...summaryFiles.map(({ file }) => file)];
  const text = files.map((file) => folder.read(file) ?? "").join("\0");
  return folder.hashText(text).slice(0, 12);
}

/** Assembles a report from files that have passed every check. */
function assemble(
  { slug }: ReportFolder,
  files: ParsedFiles,
  found: Findings,
  textHash: string,
): Report {
  const { value: description } = files.description;
  const elsewhere = new Set(Object.values(description.source.lines).flat());
  return Object.freeze({
    slug,
    title: files.text.title,
    sections: files.text.sections,
    translation: { title: files.translation.title, sections: files.translation.sections },
    bodies: description.bodies,
    metadata: description.metadata,
    contact: description.contact,
    telephone: description.telephone,
    published: description.published,
    url: description.source.url,
    identifier: description.identifier,
    summaries: Object.fromEntries(
      [...files.summaries].map(([language, { value }]) => [
        language,
        markWrittenNumbers(value, language, found.figures),
      ]),
    ),
    lexicon: lexiconFor(files.lexicon.value),
    figures: found.figures,
    figureNotes: found.figureNotes,
    glossary: found.terms,
    notes: found.notes,
    sourceSha256: files.sha256,
    recipe: writeRecipe(files.source, (line) => !elsewhere.has(line), [
      ...found.sentences.values(),
    ]),
    textHash,
  });
}

/**
 * Loads and checks a report: each file on its own, then the files against each other. Adds every
 * mistake to `problems` and returns undefined if there is any.
 */
export function loadReport(folder: ReportFolder, problems: Problem[]): Report | undefined {
  const before = problems.length;
  findMissing(folder, problems);
  const summaryFiles = findSummaries(folder, problems);
  if (problems.length > before) return undefined;
  const files = parseFiles(folder, summaryFiles, problems);
  if (!files) return undefined;
  const found = findInText(folder, files);
  problems.push(...checkFiles(folder, files, found));
  // Consistency between the editors' texts is only checked once each of them is correct.
  if (problems.length === before) {
    problems.push(
      ...checkOurWords(folder.nameOf, {
        summaries: found.finished,
        glossary: files.glossary,
        ledger: files.ledger,
        description: files.description,
        translation: files.translation,
        text: files.text,
        sentences: found.sentences,
        figures: found.figures,
      }),
    );
  }
  if (problems.length > before) return undefined;
  return assemble(folder, files, found, hashShown(folder, summaryFiles));
}
