import { createServer, type RunnableDevEnvironment } from "vite";
import solid from "vite-plugin-solid";
import type { TestProject } from "vitest/node";
import { contentFolder, pagesEnvironment, printModule, printPages } from "../../src/site/plugin.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { bareSite, type Printer, renderPages } from "../../src/site/render.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The pages' HTML as they are printed, by their paths. */
    pages: Readonly<Record<string, string>>;
  }
}

/** Prints the site's pages without styles and scripts, for tests of their HTML; makes no build. */
export default async function providePages(project: TestProject): Promise<void> {
  const server = await createServer({
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      printPages(),
      solid({ ssr: true, hot: false, solid: { generate: "ssr", hydratable: false } }),
    ],
  });
  try {
    const { runner } = server.environments[pagesEnvironment] as RunnableDevEnvironment;
    const printer = await runner.import<Printer>(`/${printModule}`);
    const reports = readReports(`${contentFolder}/reports`);
    const pages = renderPages(printer, reports, bareSite("/", contentFolder));
    project.provide("pages", Object.fromEntries(pages.map(({ path, html }) => [path, html])));
  } finally {
    await server.close();
  }
}
