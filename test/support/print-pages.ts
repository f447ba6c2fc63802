import { createServer, type RunnableDevEnvironment } from "vite";
import solid from "vite-plugin-solid";
import type { TestProject } from "vitest/node";
import type { Narrator } from "../../src/core/speech/narrator.ts";
import type { Recording } from "../../src/core/speech/recording.ts";
import { contentFolder, pagesEnvironment, printModule, printPages } from "../../src/site/plugin.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { bareSite, type Printer, renderPages, type Site } from "../../src/site/render.ts";
import { syntheticVoice } from "./narrators.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The pages' HTML as they are printed, by their paths. */
    pages: Readonly<Record<string, string>>;
    /**
     * The pages of a site with recordings: of the Chinese one is known who speaks, of the English
     * one nothing.
     */
    recordedPages: Readonly<Record<string, string>>;
  }
}

/** A recording as a site has it, whose files are nowhere. */
function recordingOf(key: string, narrator: Narrator | undefined): [string, Recording] {
  const name = `narration/${key}.0a1b2c3d`;
  return [key, { audio: `${name}.mp3`, cues: `${name}.vtt`, bytes: 1000, seconds: 934, narrator }];
}

const recordings = new Map([
  recordingOf("wugang-2023/zh-CN", { ...syntheticVoice, isChecked: false }),
  recordingOf("wugang-2023/en", undefined),
]);

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
    const site = bareSite("/", contentFolder);
    const print = (of: Site) =>
      Object.fromEntries(renderPages(printer, reports, of).map(({ path, html }) => [path, html]));
    project.provide("pages", print(site));
    project.provide("recordedPages", print({ ...site, recordings }));
  } finally {
    await server.close();
  }
}
