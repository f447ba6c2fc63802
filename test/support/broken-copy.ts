import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { onTestFinished } from "vitest";
import { ContentError, type Problem } from "../../src/content/problem.ts";
import type { Report } from "../../src/core/document/report.ts";
import { readReports } from "../../src/site/read-reports.ts";

const reports = "content/reports";
const slug = "wugang-2023";

/** A change of a file: a function from its text to the new text, or "taken away". */
export type Change = ((text: string) => string) | "taken away";

/** Changes to a report, by the names of its files. */
export type Changes = Readonly<Record<string, Change>>;

/** A file of the real report. */
export function realFile(name: string): string {
  return readFileSync(join(reports, slug, name), "utf8");
}

function offsetOfOnly(text: string, words: string): number {
  const at = text.indexOf(words);
  if (at === -1) throw new Error(`「${words}」 is not in the text`);
  if (text.indexOf(words, at + 1) !== -1)
    throw new Error(`「${words}」 is more than once in the text`);
  return at;
}

/** Replaces the only occurrence of some words. Throws if nothing would change. */
export function replacing(words: string, others: string): (text: string) => string {
  return (text) => {
    const at = offsetOfOnly(text, words);
    return text.slice(0, at) + others + text.slice(at + words.length);
  };
}

/** Changes the published page and its fingerprint, as if it had been published so. */
export function publishing(edit: (page: string) => string): Changes {
  const page = edit(realFile("source.txt"));
  const sha256 = createHash("sha256").update(page).digest("hex");
  return {
    "source.txt": () => page,
    "report.yaml": (text) => text.replace(/sha256: .*/, `sha256: ${sha256}`),
  };
}

/** Line and column, from 1, of the only occurrence of some words in a text. */
export function placeOf(text: string, words: string): { line: number; column: number } {
  const before = text.slice(0, offsetOfOnly(text, words)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Line, from 1, of the only occurrence of some words in a file of the real report. */
export function lineIn(name: string, words: string): number {
  return placeOf(realFile(name), words).line;
}

/** A temporary copy of the real reports, deleted after the test. */
export function copyReports(): string {
  const folder = mkdtempSync(join(tmpdir(), "zhanjuan-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(reports, folder, { recursive: true });
  return folder;
}

/** Adds the real report to a copy a second time, under another name. */
export function addReport(folder: string, another: string): void {
  cpSync(join(reports, slug), join(folder, another), { recursive: true });
}

/** Makes changes to one report of a copy. */
export function change(folder: string, changes: Changes, report = slug): void {
  for (const [name, how] of Object.entries(changes)) {
    const path = join(folder, report, name);
    if (how === "taken away") rmSync(path);
    else writeFileSync(path, how(readFileSync(path, "utf8")));
  }
}

/** The reports that load from a copy of the real ones after some changes. */
export function reportAfter(changes: Changes): Report {
  const folder = copyReports();
  change(folder, changes);
  const report = readReports(folder).find((each) => each.slug === slug);
  if (!report) throw new Error(`${slug} was not loaded`);
  return report;
}

/** The error that a folder is refused with. Throws if it is not refused. */
export function refusalOf(folder: string): ContentError {
  try {
    readReports(folder);
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
  throw new Error("The reports were loaded without a problem.");
}

/**
 * The problems of a copy of the real reports after some changes, with file names relative to the
 * report's folder.
 */
export function problemsAfter(changes: Changes): Problem[] {
  const folder = copyReports();
  change(folder, changes);
  const prefix = relative(process.cwd(), join(folder, slug)) + sep;
  return refusalOf(folder).problems.map((problem) => ({
    ...problem,
    file: problem.file.replace(prefix, ""),
    expected: problem.expected.replace(prefix, ""),
  }));
}

/** A valid glossary entry, with the changes of a test. */
export function glossaryEntry(changes: Readonly<Record<string, string>> = {}): string {
  const parts: Record<string, string> = {
    id: "tested",
    term: "武冈",
    pinyin: "wǔgāng",
    en: "Wugang",
    kind: "place",
    plain: "{ zh-CN: 甲, en: a }",
    source: "{ basis: report }",
    occurrences: "[{ in: p5-m1-s1, written: 主流媒体 }]",
    ...changes,
  };
  const lines = Object.entries(parts).map(([key, value]) => `${key}: ${value}`);
  return `\n- ${lines.join("\n  ")}\n`;
}

/** A claim, and the id of the sentence that supports it. */
export type WrittenClaim = readonly [text: string, from: string];

/** Replaces a pillar's gist by a test's sentence and a second, valid one. */
export function withGist(pillar: string, [text, from]: WrittenClaim): (summary: string) => string {
  const claims = [
    `    - { text: ${JSON.stringify(text)}, from: [${from}] }`,
    `    - { text: ${JSON.stringify("……")}, from: [${pillar}-t] }`,
  ];
  return (summary) =>
    summary.replace(
      new RegExp(`(^ {2}${pillar}:\\n)(?: {4}.*\\n?)+`, "m"),
      (_, key: string) => `${key}${claims.join("\n")}\n`,
    );
}
