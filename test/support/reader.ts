import { test as base } from "@playwright/test";
import { builds } from "./builds.ts";
import { startServer, type TestServer } from "./server.ts";

/**
 * A test with a server of its own: `reader.url` is its address, `reader.stop()` stops it, `build`
 * is the folder that is served.
 */
export const test = base.extend<{ build: string; reader: TestServer }>({
  build: [builds.current, { option: true }],
  reader: async ({ build }, use) => {
    const server = await startServer(build);
    await use(server);
    await server.stop();
  },
  baseURL: async ({ reader }, use) => use(reader.url),
});

export { expect } from "@playwright/test";
