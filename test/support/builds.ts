import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = "test-results/builds";

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

function build(outDir: string, environment: Record<string, string> = {}): void {
  execFileSync(
    "npx",
    ["vite", "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"],
    {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
}

/** Makes every build. Runs once, before the end-to-end tests. */
export default function makeBuilds(): void {
  rmSync(folder, { recursive: true, force: true });
  build(builds.current);
  build(builds.subPath, { BASE_PATH: "/reader/" });
  build(builds.newApp, { SITE_URL: "http://localhost" });
  const content = join(folder, "content");
  cpSync("content", content, { recursive: true });
  const summary = join(content, "reports/wugang-2023/summary.zh-CN.yaml");
  writeFileSync(
    summary,
    readFileSync(summary, "utf8").replace("怎样推动政府依法办事", "如何推动政府依法办事"),
  );
  build(builds.newText, { CONTENT_DIR: content });
  const library = join(folder, "library");
  cpSync("content", library, { recursive: true });
  cpSync("test/support/reports", join(library, "reports"), { recursive: true });
  build(builds.twoReports, { CONTENT_DIR: library });
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
