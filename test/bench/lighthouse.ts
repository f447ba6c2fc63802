// Lighthouse, which only the bench needs: `npm run bench` installs it into `tools/lighthouse`.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromiumFlags, findChromium } from "../support/browser.ts";
import type { Figure } from "../support/sizes.ts";

/** How often each page is audited; the median run counts, since the first is in a cold browser. */
const rounds = 3;

/** The part of a result that is read; `score` is from 0 to 1. */
interface Result {
  readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
}

/** The parts of the packages that are used; types come only with what may not be installed. */
interface Packages {
  readonly lighthouse: (
    url: string,
    flags: { readonly port: number; readonly logLevel: string },
  ) => Promise<{ readonly lhr: Result } | undefined>;
  readonly computeMedianRun: (runs: readonly Result[]) => Result;
  readonly launch: (options: {
    readonly chromePath: string;
    readonly chromeFlags: readonly string[];
  }) => Promise<{ readonly port: number; kill(): void }>;
}

/** The packages. Throws a sentence that says how to install them where they are not. */
async function load(): Promise<Packages> {
  const require = createRequire(resolve("tools/lighthouse/package.json"));
  const locate = (name: string) => {
    try {
      return pathToFileURL(require.resolve(name)).href;
    } catch {
      throw new Error(`${name} is missing: run \`npm ci --prefix tools/lighthouse\` once.`);
    }
  };
  const [{ default: lighthouse }, { computeMedianRun }, { launch }] = await Promise.all([
    import(locate("lighthouse")),
    import(locate("lighthouse/core/lib/median-run.js")),
    import(locate("chrome-launcher")),
  ]);
  return { lighthouse, computeMedianRun, launch };
}

/**
 * Lighthouse's scores for both languages of the report, from 0 to 100, in the median run (its
 * docs/variability.md).
 */
export async function measureLighthouse(url: string): Promise<readonly Figure[]> {
  const { lighthouse, computeMedianRun, launch } = await load();
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: [...chromiumFlags, "--headless=new"],
  });
  const figures: Figure[] = [];
  for (const path of ["", "en/"]) {
    const runs: Result[] = [];
    for (let round = 0; round < rounds; round++) {
      const run = await lighthouse(url + path, { port: chrome.port, logLevel: "error" });
      if (!run || Object.keys(run.lhr.categories).length < 4)
        throw new Error(`Lighthouse gave no result for /${path}.`);
      runs.push(run.lhr);
    }
    const { audits, categories } = computeMedianRun(runs);
    for (const [id, { title, score, auditRefs }] of Object.entries(categories)) {
      const lost = auditRefs
        .filter((audit) => audit.weight > 0 && (audits[audit.id]?.score ?? 1) < 1)
        .map((audit) => audit.id);
      const all = runs.map((run) => Math.round((run.categories[id]?.score ?? 0) * 100));
      figures.push({
        what: `Lighthouse, ${title}, /${path}`,
        value: (score ?? 0) * 100,
        budget: 100,
        unit: "",
        isLeast: true,
        note: [all.join(" "), ...lost].join(", "),
      });
    }
  }
  chrome.kill();
  return figures;
}
