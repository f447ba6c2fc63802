import { join } from "node:path";
import type { Plugin } from "vite";
import type { Report } from "../core/document/report.ts";
import { tabulatePinyin } from "./pinyin.ts";
import { readReports } from "./read-reports.ts";
import { isSummaryModule, printSummaryModule } from "./summaries.ts";
import { tabulateVariants } from "./variants.ts";

/**
 * The module whose default export is the pinyin of the reports' characters, in the format of
 * `printReadings`.
 */
const pinyinModule = "virtual:pinyin";

/** The module whose default export is the traditional characters, for `parseVariants`. */
const variantsModule = "virtual:variants";

const tables: Readonly<Record<string, (reports: readonly Report[]) => string>> = {
  [pinyinModule]: tabulatePinyin,
  [variantsModule]: tabulateVariants,
};

/** Provides the virtual modules of the client that are generated from the content. */
export function contentModules(contentFolder: string): Plugin {
  let reports: readonly Report[] | undefined;
  return {
    name: "zhanjuan:content-modules",
    buildStart() {
      reports = undefined;
    },
    resolveId: (source) =>
      source in tables || isSummaryModule(source) ? `\0${source}` : undefined,
    load(resolved) {
      const id = resolved.slice(1);
      if (resolved[0] !== "\0" || !(id in tables || isSummaryModule(id))) return undefined;
      reports ??= readReports(join(contentFolder, "reports"));
      const tabulate = tables[id];
      return tabulate
        ? `export default ${JSON.stringify(tabulate(reports))}`
        : printSummaryModule(id, reports);
    },
  };
}
