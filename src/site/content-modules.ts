import { join } from "node:path";
import type { Plugin } from "vite";
import { tabulatePinyin } from "./pinyin.ts";
import { readReports } from "./read-reports.ts";
import { isSummaryModule, printSummaryModule } from "./summaries.ts";

/**
 * The module whose default export is the pinyin of the reports' characters, in the format of
 * `printReadings`.
 */
const pinyinModule = "virtual:pinyin";

/** Provides the virtual modules of the client that are generated from the content. */
export function contentModules(contentFolder: string): Plugin {
  return {
    name: "zhanjuan:content-modules",
    resolveId: (source) =>
      source === pinyinModule || isSummaryModule(source) ? `\0${source}` : undefined,
    load(resolved) {
      const id = resolved.slice(1);
      if (resolved[0] !== "\0" || !(id === pinyinModule || isSummaryModule(id))) return undefined;
      const reports = readReports(join(contentFolder, "reports"));
      return id === pinyinModule
        ? `export default ${JSON.stringify(tabulatePinyin(reports))}`
        : printSummaryModule(id, reports);
    },
  };
}
