import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = ".cache/builds";

/** The builds that tests serve, by what they are. */
export const builds = {
  /** The reader as a host would build it. */
  current: join(folder, "current"),
  /** The same below `/reader/`. */
  subPath: join(folder, "sub-path"),
  /** A later version in which only the program changed. */
  newApp: join(folder, "new-app"),
  /** A later version in which the report's text changed. */
  newText: join(folder, "new-text"),
  /** The reader with a second report, of an invented county, which is newer and so the home page. */
  twoReports: join(folder, "two-reports"),
} as const;

/** A hash of the files below some folders, by name and content, and of what the build is made with. */
function hashOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string) => hash.update(path).update("\0").update(readFileSync(path));
  for (const each of folders) {
    const entries = readdirSync(each, { withFileTypes: true, recursive: true });
    for (const file of entries.filter((entry) => entry.isFile()))
      add(join(file.parentPath, file.name));
  }
  for (const file of ["vite.config.ts", "package.json", "package-lock.json"]) add(file);
  return hash.digest("hex");
}

/** Builds the reader into a folder, unless what is there was made of the same files and settings. */
function build(outDir: string, environment: Readonly<Record<string, string>> = {}): void {
  const settings = { SITE_URL: "", BASE_PATH: "/", CONTENT_DIR: "content", ...environment };
  const key = JSON.stringify([hashOf(["src", "public", settings.CONTENT_DIR]), settings]);
  const keyFile = `${outDir}.key`;
  if (existsSync(keyFile) && readFileSync(keyFile, "utf8") === key) return;
  rmSync(keyFile, { force: true });
  execFileSync(
    "npx",
    ["vite", "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"],
    {
      // As a host builds it: a test runner says otherwise of itself.
      env: { ...process.env, VITEST: "", NODE_ENV: "production", ...settings },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  writeFileSync(keyFile, key);
}

/** Copies the content, with more reports beside it if asked, into a folder that is made anew. Returns the folder. */
function copyContent(name: string, moreReports?: string): string {
  const copy = join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync("content", copy, { recursive: true });
  if (moreReports) cpSync(moreReports, join(copy, "reports"), { recursive: true });
  return copy;
}

/** Makes every build that is not there yet, or is of other files than those that are here now. */
export default function makeBuilds(): void {
  build(builds.current);
  build(builds.subPath, { BASE_PATH: "/reader/" });
  build(builds.newApp, { SITE_URL: "http://localhost" });
  const content = copyContent("content");
  const summary = join(content, "reports/wugang-2023/summary.zh-CN.yaml");
  writeFileSync(
    summary,
    readFileSync(summary, "utf8").replace("怎样推动政府依法办事", "如何推动政府依法办事"),
  );
  build(builds.newText, { CONTENT_DIR: content });
  build(builds.twoReports, { CONTENT_DIR: copyContent("library", "test/support/reports") });
}

/**
 * Makes of a build the deploy in which the worker that takes the others back stands in place of `sw.js`, as a host would put
 * it. Returns its folder.
 */
export function makeRecall(current: string): string {
  const recall = `${current}-recalled`;
  rmSync(recall, { recursive: true, force: true });
  cpSync(current, recall, { recursive: true });
  for (const kind of ["", ".br", ".gz"])
    cpSync(join(current, `sw-recall.js${kind}`), join(recall, `sw.js${kind}`));
  return recall;
}
