import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isPillarId, namePattern } from "../core/report/ids.ts";
import {
  allSentences,
  type Claim,
  type Figure,
  languages,
  type Report,
  type Summary,
} from "../core/report/report.ts";
import { writeRecipe } from "../core/report/source-recipe.ts";
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
import { parseDescription } from "./parse/description.ts";
import { parseFigures } from "./parse/figures.ts";
import { parseGlossary } from "./parse/glossary.ts";
import { lexiconFor, parseLexicon } from "./parse/lexicon.ts";
import { parseReportText } from "./parse/report-text.ts";
import { parseSummary } from "./parse/summary.ts";
import type { YamlFile } from "./parse/yaml.ts";
import { ContentError, type Problem } from "./problem.ts";
import { finishText } from "./words.ts";

/** The folders that stand beside the reports' own on the site; a report's folder is its address. */
export const otherFolders =
  "about assets en figures glossary hosting narration reports screenshots take".split(" ");

/**
 * Reads and checks every report below `folder` (`content/reports`), in the order of their names.
 * Throws a {@link ContentError} that lists every mistake found.
 */
export function loadReports(folder: string): Report[] {
  const problems: Problem[] = [];
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  for (const slug of slugs)
    if (!namePattern.test(slug) || otherFolders.includes(slug))
      problems.push({
        file: join(folder, slug),
        line: 1,
        expected: `a folder named by small letters, digits and hyphens, and not ${otherFolders.join(", ")}`,
        found: `\`${slug}\``,
      });
  const reports = slugs.flatMap((slug) => loadReport(join(folder, slug), slug, problems) ?? []);
  if (slugs.length === 0)
    problems.push({ file: folder, line: 1, expected: "a folder a report", found: "none" });
  if (problems.length > 0) throw new ContentError(problems);
  return reports;
}

/** The summaries of a report, `summary.<language>.yaml`, the report's own language first; one of them at least. */
function findSummaries(
  folder: string,
  nameOf: (file: string) => string,
  problems: Problem[],
): { readonly language: string; readonly file: string }[] {
  const rank = (language: string) => (languages as readonly string[]).indexOf(language) >>> 0;
  const found = readdirSync(folder).flatMap((file) => {
    const [, language] = /^summary\.(.+)\.yaml$/.exec(file) ?? [];
    return language === undefined ? [] : [{ language, file }];
  });
  for (const { language, file } of found)
    if (!isLanguageTag(language))
      problems.push({
        file: nameOf(file),
        line: 1,
        expected: "a file named by a language, as in `summary.fr.yaml` (BCP 47)",
        found: `\`${language}\``,
      });
  if (found.length === 0)
    problems.push({
      file: nameOf(`summary.${languages[0]}.yaml`),
      line: 1,
      expected: "a summary in one language at least",
      found: "no such file",
    });
  return found.sort(
    (a, b) => rank(a.language) - rank(b.language) || a.language.localeCompare(b.language),
  );
}

/** Whether a language is named as it should be. */
function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    // No tag at all.
    return false;
  }
}

/** A summary as it will read. */
function finish(
  { value, lineOf }: YamlFile<Summary>,
  language: string,
  figures: readonly Figure[],
): YamlFile<Summary> {
  const finished = (claim: Claim) => ({ ...claim, text: finishText(claim, language, figures) });
  return {
    lineOf,
    value: {
      name: value.name,
      description: finished(value.description),
      summary: value.summary.map(finished),
      gists: Object.fromEntries(
        Object.entries(value.gists).map(([id, gist]) => [id, gist.map(finished)]),
      ),
    },
  };
}

function loadReport(folder: string, slug: string, problems: Problem[]): Report | undefined {
  const nameOf = (file: string) => relative(process.cwd(), join(folder, file));
  const read = (file: string): string => {
    if (existsSync(join(folder, file))) return readFileSync(join(folder, file), "utf8");
    problems.push({ file: nameOf(file), line: 1, expected: "the file", found: "no such file" });
    return "";
  };
  const before = problems.length;
  const files = [
    "source.txt",
    "report.yaml",
    "zh-CN.md",
    "en.md",
    "figures.yaml",
    "glossary.yaml",
  ].map(read);
  const lexiconText = read("lexicon.yaml");
  const [
    source = "",
    descriptionText = "",
    markdown = "",
    english = "",
    ledgerText = "",
    glossaryText = "",
  ] = files;
  const summaryFiles = findSummaries(folder, nameOf, problems);
  const summaryTexts = summaryFiles.map(({ file }) => read(file));
  if (problems.length > before) return undefined;

  const description = parseDescription(nameOf("report.yaml"), descriptionText);
  const text = parseReportText(nameOf("zh-CN.md"), markdown);
  const translation = parseReportText(nameOf("en.md"), english, "translation");
  const lexicon = parseLexicon(nameOf("lexicon.yaml"), lexiconText);
  const ledger = parseFigures(nameOf("figures.yaml"), ledgerText);
  const glossary = parseGlossary(nameOf("glossary.yaml"), glossaryText);
  const parsed = [description, text, translation, lexicon, ledger, glossary];
  problems.push(...parsed.flatMap((each) => each.problems));
  const summaries = new Map<string, YamlFile<Summary>>();
  for (const [at, { language, file }] of summaryFiles.entries()) {
    const parsed = parseSummary(nameOf(file), summaryTexts[at] ?? "");
    problems.push(...parsed.problems);
    if (parsed.value) summaries.set(language, parsed.value);
  }
  if (!description.value || !text.value || !lexicon.value) return undefined;
  if (!translation.value || !ledger.value || !glossary.value) return undefined;

  const { value: told, lineOf } = description.value;
  const { title, sections } = text.value;
  const sentences = new Map(allSentences(text.value).map((sentence) => [sentence.id, sentence]));
  const pillars = sections.map(({ id }) => id).filter(isPillarId);
  const sha256 = createHash("sha256")
    .update(readFileSync(join(folder, "source.txt")))
    .digest("hex");
  if (sha256 !== told.source.sha256)
    problems.push({
      file: nameOf("report.yaml"),
      line: lineOf(["source", "sha256"]),
      expected: `the SHA-256 of source.txt, ${sha256}`,
      found: told.source.sha256,
    });
  for (const language of languages.filter((each) => !told.languages.includes(each)))
    problems.push({
      file: nameOf("report.yaml"),
      line: lineOf(["languages"]),
      expected: `the language ${language}`,
      found: told.languages.join(", "),
    });
  const figures = readLedger(nameOf("figures.yaml"), ledger.value, sentences);
  const terms = readGlossary(nameOf("glossary.yaml"), glossary.value, sentences);
  const notes = told.notes.map((note, at) => ({
    note,
    found: findOccurrence(note, sentences, {
      file: nameOf("report.yaml"),
      line: lineOf(["notes", at]),
    }),
  }));
  const fidelity = checkFidelity(
    {
      source: nameOf("source.txt"),
      text: nameOf("zh-CN.md"),
      description: nameOf("report.yaml"),
    },
    source,
    text.value,
    description.value,
  );
  const finished = new Map(
    [...summaries].map(([language, summary]) => [
      language,
      finish(summary, language, figures.figures),
    ]),
  );
  if (text.problems.length === 0) {
    problems.push(
      ...fidelity,
      ...checkLexicon(
        nameOf("lexicon.yaml"),
        lexicon.value,
        [text.value, translation.value].flatMap(allSentences).map((sentence) => sentence.text),
      ),
      ...[...summaries].flatMap(([language, summary]) => {
        const file = nameOf(`summary.${language}.yaml`);
        return [
          ...checkKeys(pillars, {
            file,
            keys: Object.keys(summary.value.gists),
            lineOf: (key) => summary.lineOf(["gists", key]),
          }),
          ...checkClaims(file, language, finished.get(language) ?? summary, sentences),
          // Without a right ledger nothing can be said of what is taken from it.
          ...(figures.problems.length === 0
            ? checkSummaryFigures(file, language, summary, figures.figures)
            : []),
        ];
      }),
    );
  }
  // What is said of a text is only compared with one that is the publisher's, and a translation with a right ledger.
  if (text.problems.length === 0 && fidelity.length === 0 && sha256 === told.source.sha256) {
    problems.push(
      ...figures.problems,
      ...terms.problems,
      ...notes.flatMap(({ found }) => (isOccurrence(found) ? [] : [found])),
    );
    if (translation.problems.length === 0 && figures.problems.length === 0)
      problems.push(
        ...checkTranslation(nameOf("en.md"), translation.value, text.value, figures.figures),
      );
  }
  // Whether our words agree is asked when each of them is right.
  if (problems.length === before)
    problems.push(
      ...checkOurWords(nameOf, {
        summaries: finished,
        glossary: glossary.value,
        ledger: ledger.value,
        description: description.value,
        translation: translation.value,
        text: text.value,
        sentences,
        figures: figures.figures,
      }),
    );
  if (problems.length > before) return undefined;

  const elsewhere = new Set(Object.values(told.source.lines).flat());
  const recipe = writeRecipe(source, (line) => !elsewhere.has(line), [...sentences.values()]);
  return Object.freeze({
    slug,
    title,
    sections,
    translation: { title: translation.value.title, sections: translation.value.sections },
    bodies: told.bodies,
    metadata: told.metadata,
    contact: told.contact,
    telephone: told.telephone,
    published: told.published,
    url: told.source.url,
    identifier: told.identifier,
    summaries: Object.fromEntries(
      [...summaries].map(([language, { value }]) => [
        language,
        markWrittenNumbers(value, language, figures.figures),
      ]),
    ),
    lexicon: lexiconFor(lexicon.value.value),
    figures: figures.figures,
    figureNotes: figures.notes,
    glossary: terms.terms,
    notes: notes.flatMap(({ note, found }) =>
      isOccurrence(found) ? [{ ...found, text: note.text }] : [],
    ),
    sourceSha256: sha256,
    recipe,
    textHash: createHash("sha256")
      .update([...files, ...summaryTexts].join("\0"))
      .digest("hex")
      .slice(0, 12),
  });
}
