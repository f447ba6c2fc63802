import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadReport } from "../../../content/load-report.ts";
import { type LexiconFile, parseLexicon } from "../../../content/parse/lexicon.ts";
import { describeProblem, type Problem } from "../../../content/problem.ts";
import { type Language, languages } from "../../../core/document/report.ts";
import { isRecorded, prefixOf } from "../../narration-record.ts";
import { openFolder } from "../../read-reports.ts";
import { ListeningProblem, problems } from "./problems.ts";
import { type OpenRecording, openRecording } from "./recordings.ts";

/** A report's lexicon and its recordings, as they are on the disk at this moment. */
export interface OpenReport {
  readonly name: string;
  readonly folder: string;
  readonly lexiconFile: string;
  readonly lexiconText: string;
  readonly lexicon: LexiconFile;
  /** Those that can be used. */
  readonly recordings: readonly OpenRecording[];
}

const describeAll = (mistakes: readonly Problem[]) => mistakes.map(describeProblem).join("\n");

/** Opens a report. Throws a {@link ListeningProblem} if its lexicon can't be used. */
export function openReport(reportsFolder: string, name: string): OpenReport {
  const folder = join(reportsFolder, name);
  const lexiconFile = join(folder, "lexicon.yaml");
  let lexiconText: string;
  try {
    lexiconText = readFileSync(lexiconFile, "utf8");
  } catch (error) {
    throw problems.lexicon((error as Error).message);
  }
  const { value, problems: mistakes } = parseLexicon(lexiconFile, lexiconText);
  if (!value) throw problems.lexicon(describeAll(mistakes));
  const recordings = languages.flatMap((language) => {
    const prefix = prefixOf(folder, language);
    return isRecorded(prefix) ? usable(prefix, language) : [];
  });
  return { name, folder, lexiconFile, lexiconText, lexicon: value.value, recordings };
}

/** A recording in a list, or an empty list: what is wrong with it is told where it is opened. */
function usable(prefix: string, language: Language): OpenRecording[] {
  try {
    return [openRecording(prefix, language)];
  } catch (error) {
    if (error instanceof ListeningProblem) return [];
    throw error;
  }
}

/**
 * Throws a {@link ListeningProblem} if a build would refuse the report with a word in its lexicon.
 * Mistakes in other files are not told here.
 */
export function expectAccepted(report: OpenReport, lexiconText: string, written: string): void {
  const folder = openFolder(report.folder, report.name);
  const mistakes: Problem[] = [];
  const read = (file: string) => (file === "lexicon.yaml" ? lexiconText : folder.read(file));
  loadReport({ ...folder, read }, mistakes);
  const ofLexicon = mistakes.filter(({ file }) => file === folder.nameOf("lexicon.yaml"));
  if (ofLexicon.length > 0) throw problems.refusedByCheck(written, describeAll(ofLexicon));
}
