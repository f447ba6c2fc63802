import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { startServer, type TestServer } from "../support/server.ts";

const run = promisify(execFile);
const folder = "test-results/builds/at";

/** Builds the reader and serves it for as long as the tests of a file run. */
export function serveBuild(): Promise<TestServer> {
  execFileSync("npx", ["vite", "build", "--outDir", folder, "--emptyOutDir"], {
    stdio: "pipe",
    env: { ...process.env, VITEST: "" },
  });
  return startServer(folder);
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
