import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { startServer, type TestServer } from "../support/server.ts";

const run = promisify(execFile);
const folder = "test-results/builds/at";
const nextFolder = `${folder}-next`;

function build(outDir: string, environment: Readonly<Record<string, string>> = {}): void {
  execFileSync("npx", ["vite", "build", "--outDir", outDir, "--emptyOutDir"], {
    stdio: "pipe",
    // As a host builds it: the test runner says otherwise of itself.
    env: { ...process.env, VITEST: "", NODE_ENV: "production", ...environment },
  });
}

/** Builds the reader and serves it for as long as the tests of a file run. */
export function serveBuild(): Promise<TestServer> {
  build(folder);
  return startServer(folder);
}

/** Serves the build that is there, and brings out a version with another program when a page looks for one again. */
export async function serveWithUpdate(): Promise<TestServer> {
  build(nextFolder, { SITE_URL: "http://localhost" });
  const server = await startServer(folder);
  let looks = 0;
  server.intercept((request) => {
    if (request.url === "/sw.js" && ++looks === 2) server.deploy(nextFolder);
    return false;
  });
  return server;
}

/** Runs one of the Python programs of `desktop`; returns what it printed. */
export async function runDesktop(
  program: "session" | "transcript",
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await run("python3", [`test/at/desktop/${program}.py`, ...args], {
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
