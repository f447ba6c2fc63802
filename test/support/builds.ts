import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.ts";
import { scriptOf } from "./tools.ts";

const folder = ".cache/builds";
const lockFile = join(folder, "lock");

/** The builds that tests serve, by what they are. */
export const builds = {
  /** The site as a host would build it. */
  current: join(folder, "current"),
  /** The same with the base path `/reader/`. */
  subPath: join(folder, "sub-path"),
  /** A later version with a change of the program only. */
  newApp: join(folder, "new-app"),
  /** A later version with a change of the report's text. */
  newText: join(folder, "new-text"),
  /**
   * The site with a second report, of an invented county, which is newer and therefore featured.
   */
  twoReports: join(folder, "two-reports"),
  /** The first build, with the worker that removes itself and its caches deployed as `sw.js`. */
  recalled: join(folder, "recalled"),
} as const;

/** A hash of the names and content of all files in some folders, and of the build settings. */
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

/**
 * Runs `make` unless its last run for this output folder had the same key. Returns whether it ran.
 */
function makeOnce(outDir: string, key: string, make: () => void): boolean {
  const keyFile = `${outDir}.key`;
  if (existsSync(keyFile) && readFileSync(keyFile, "utf8") === key) return false;
  rmSync(keyFile, { force: true });
  make();
  writeFileSync(keyFile, key);
  return true;
}

/**
 * Runs `vite build` as a host runs it, into a folder, with these environment variables. `VITEST`
 * and `NODE_ENV`, which a test runner sets, are not passed on. Throws Vite's errors.
 */
export function viteBuild(outDir: string, environment: Readonly<Record<string, string>>): void {
  const { VITEST: _vitest, NODE_ENV: _mode, ...rest } = process.env;
  execFileSync(
    process.execPath,
    [scriptOf("vite"), "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"],
    { env: { ...rest, ...environment }, stdio: ["ignore", "ignore", "pipe"] },
  );
}

/**
 * Builds the site into a folder. Returns false if it is already built from the same files and
 * settings.
 */
function build(outDir: string, environment: Readonly<Record<string, string>> = {}): boolean {
  const settings = { SITE_URL: "", BASE_PATH: "/", CONTENT_DIR: "content", ...environment };
  const key = JSON.stringify([hashOf(["src", "public", settings.CONTENT_DIR]), settings]);
  return makeOnce(outDir, key, () => viteBuild(outDir, settings));
}

/** Copies the content into a new folder, with more reports if asked. Returns the folder. */
function copyContent(name: string, moreReports?: string): string {
  const copy = join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync("content", copy, { recursive: true });
  if (moreReports) cpSync(moreReports, join(copy, "reports"), { recursive: true });
  return copy;
}

/** A copy of the content with a changed sentence in the summary. Returns its folder. */
function changeContent(): string {
  const content = copyContent("content");
  const summary = join(content, "reports/wugang-2023/summary.zh-CN.yaml");
  writeFileSync(
    summary,
    readFileSync(summary, "utf8").replace("怎样推动政府依法办事", "如何推动政府依法办事"),
  );
  return content;
}

/**
 * Copies the first build and replaces its service worker by the one that uninstalls it, as a host
 * would.
 */
function makeRecalled(): void {
  rmSync(builds.recalled, { recursive: true, force: true });
  cpSync(builds.current, builds.recalled, { recursive: true });
  for (const kind of ["", ".br", ".gz"])
    cpSync(join(builds.current, `sw-recall.js${kind}`), join(builds.recalled, `sw.js${kind}`));
}

/** Makes {@link builds.current} alone, as {@link makeBuilds} does. */
export function makeCurrentBuild(): void {
  withLock(lockFile, () => build(builds.current));
}

/**
 * Makes every build that is missing or out of date. A second process that needs the same builds
 * waits for the first. @returns the folders that were built
 */
export function makeBuilds(): string[] {
  return withLock(lockFile, () => {
    const steps: readonly (readonly [string, () => boolean])[] = [
      [builds.current, () => build(builds.current)],
      [builds.subPath, () => build(builds.subPath, { BASE_PATH: "/reader/" })],
      [builds.newApp, () => build(builds.newApp, { SITE_URL: "http://localhost" })],
      [builds.newText, () => build(builds.newText, { CONTENT_DIR: changeContent() })],
      [
        builds.twoReports,
        () =>
          build(builds.twoReports, { CONTENT_DIR: copyContent("library", "test/support/reports") }),
      ],
      [
        builds.recalled,
        () =>
          makeOnce(builds.recalled, readFileSync(`${builds.current}.key`, "utf8"), makeRecalled),
      ],
    ];
    return steps.filter(([, make]) => make()).map(([outDir]) => outDir);
  });
}

/** Playwright's global setup. */
export default function setUp(): void {
  makeBuilds();
}
