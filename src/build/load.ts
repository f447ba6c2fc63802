import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isPillarId, namePattern } from "../core/report/ids.ts";
import {
  allSentences,
  type Language,
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
import { checkTranslation } from "./check/translation.ts";
import { parseDescription } from "./parse/description.ts";
import { parseFigures } from "./parse/figures.ts";
import { parseGlossary } from "./parse/glossary.ts";
import { lexiconFor, parseLexicon } from "./parse/lexicon.ts";
import { parseReportText } from "./parse/report-text.ts";
import { parseSummary } from "./parse/summary.ts";
import type { YamlFile } from "./parse/yaml.ts";
import { ContentError, type Problem } from "./problem.ts";

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
  const summaryTexts = languages.map((language) => read(`summary.${language}.yaml`));
  if (problems.length > before) return undefined;

  const description = parseDescription(nameOf("report.yaml"), descriptionText);
  const text = parseReportText(nameOf("zh-CN.md"), markdown);
  const translation = parseReportText(nameOf("en.md"), english, "translation");
  const lexicon = parseLexicon(nameOf("lexicon.yaml"), lexiconText);
  const ledger = parseFigures(nameOf("figures.yaml"), ledgerText);
  const glossary = parseGlossary(nameOf("glossary.yaml"), glossaryText);
  const parsed = [description, text, translation, lexicon, ledger, glossary];
  problems.push(...parsed.flatMap((each) => each.problems));
  const summaries = new Map<Language, YamlFile<Summary>>();
  for (const [at, language] of languages.entries()) {
    const parsed = parseSummary(nameOf(`summary.${language}.yaml`), summaryTexts[at] ?? "");
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
  if (text.problems.length === 0) {
    problems.push(
      ...fidelity,
      ...checkLexicon(
        nameOf("lexicon.yaml"),
        lexicon.value,
        [
          ...[text.value, translation.value].flatMap(allSentences),
          ...[...summaries.values()].flatMap(({ value }) => [
            ...value.summary,
            ...Object.values(value.gists).flat(),
          ]),
        ].map((each) => each.text),
      ),
      ...[...summaries].flatMap(([language, summary]) => {
        const file = nameOf(`summary.${language}.yaml`);
        return [
          ...checkKeys(pillars, {
            file,
            keys: Object.keys(summary.value.gists),
            lineOf: (key) => summary.lineOf(["gists", key]),
          }),
          ...checkClaims(file, language, summary, sentences),
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
      [...summaries].map(([language, summary]) => [language, summary.value]),
    ) as Record<Language, Summary>,
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
