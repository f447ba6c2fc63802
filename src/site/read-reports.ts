import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { loadReport } from "../content/load-report.ts";
import { ContentError, type Problem } from "../content/problem.ts";
import type { ReportFolder } from "../content/report-folder.ts";
import { namePattern } from "../core/document/ids.ts";
import type { Report } from "../core/document/report.ts";

/** Reserved names: the site's other top-level folders. A report's folder name is its URL path. */
export const otherFolders =
  "about assets en figures glossary hosting narration reports screenshots take".split(" ");

/** A report folder on disk. Paths in problems are relative to the working directory. */
export function openFolder(path: string, slug: string): ReportFolder {
  const known = new Map<string, Buffer>();
  /** Reads a file once: it is hashed, parsed and compared. */
  const bytesOf = (file: string) => {
    const found = join(path, file);
    if (!known.has(file) && existsSync(found)) known.set(file, readFileSync(found));
    return known.get(file);
  };
  const hash = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");
  return {
    slug,
    files: readdirSync(path),
    nameOf: (file) => relative(process.cwd(), join(path, file)),
    read: (file) => bytesOf(file)?.toString("utf8"),
    hash(file) {
      const bytes = bytesOf(file);
      return bytes && hash(bytes);
    },
    hashText: hash,
  };
}

/**
 * Reads and checks every report in `folder` (`content/reports`), sorted by name. Throws a {@link
 * ContentError} that lists every mistake.
 */
export function readReports(folder: string): Report[] {
  const problems: Problem[] = [];
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  for (const slug of slugs) {
    if (!namePattern.test(slug) || otherFolders.includes(slug)) {
      problems.push({
        file: join(folder, slug),
        line: 1,
        expected: `a folder named by small letters, digits and hyphens, and not ${otherFolders.join(", ")}`,
        found: `\`${slug}\``,
      });
    }
  }
  const reports = slugs.flatMap(
    (slug) => loadReport(openFolder(join(folder, slug), slug), problems) ?? [],
  );
  if (slugs.length === 0) {
    problems.push({ file: folder, line: 1, expected: "a folder a report", found: "none" });
  }
  if (problems.length > 0) throw new ContentError(problems);
  return reports;
}
