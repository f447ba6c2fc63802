import { test as base } from "@playwright/test";
import { builds } from "./builds.ts";
import { startServer, type TestServer } from "./server.ts";

/** A test that has the reader served to it alone: `reader.url` is its address, `reader.stop()` ends it. */
export const test = base.extend<{ reader: TestServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants its fixtures destructured
  reader: async ({}, use) => {
    const server = await startServer(builds.current);
    await use(server);
    await server.stop();
  },
  baseURL: async ({ reader }, use) => use(reader.url),
});

export { expect } from "@playwright/test";
