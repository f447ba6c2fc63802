import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { builds, makeBuilds } from "../support/builds.ts";
import { startServer, type TestServer } from "../support/server.ts";

const run = promisify(execFile);

/** Serves the reader for as long as the tests of a file run. */
export function serveBuild(): Promise<TestServer> {
  makeBuilds();
  return startServer(builds.current);
}

/**
 * Serves the reader, and brings out a version with another program when a page looks for one again.
 */
export async function serveWithUpdate(): Promise<TestServer> {
  const server = await serveBuild();
  let looks = 0;
  server.intercept((request) => {
    if (request.url === "/sw.js" && ++looks === 2) server.deploy(builds.newApp);
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
