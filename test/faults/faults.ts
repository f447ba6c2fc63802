// The fault laboratory: breaks the server, the network, the device and the deploy under the reader, one fault at a
// time, and prints what was lost by each. `--seed N` makes other random visits, `--only EXPRESSION` runs the faults whose
// names match, `--browser firefox` runs in Firefox ESR what its driver can do there.
import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { launchers } from "../support/browser.ts";
import makeBuilds from "../support/builds.ts";
import { clockCases } from "./cases/clock.ts";
import { enduranceCases } from "./cases/endurance.ts";
import { listFirstVisitCases } from "./cases/first-visit.ts";
import { keptFileCases } from "./cases/kept-files.ts";
import { leavingCases } from "./cases/leaving.ts";
import { listRandomVisits } from "./cases/random-visits.ts";
import { recallCases } from "./cases/recall.ts";
import { refusalCases } from "./cases/refusals.ts";
import { versionCases } from "./cases/versions.ts";
import { type Case, createLab } from "./lab.ts";

/** How many faults are tried side by side: more than there are processors, since most of each is waiting. */
const hands = 3;
/** How long one fault may take, in ms. */
const usualPatienceMs = 90_000;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    browser: { type: "string", default: "chromium" },
  },
});
const seed = Number(values.seed);

/** Tries one fault. Returns what was lost by it. */
async function tryCase(
  browser: Browser,
  { run, patienceMs = usualPatienceMs }: Case,
): Promise<readonly string[]> {
  const lab = createLab(browser);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([`not done after ${patienceMs / 1000} s`]), patienceMs);
  });
  try {
    return await Promise.race([run(lab), late]);
  } catch (error) {
    return [String(error).split("\n")[0] ?? ""];
  } finally {
    clearTimeout(timer);
    await lab.close();
  }
}

const launch = launchers[values.browser as keyof typeof launchers];
if (!launch)
  throw new Error(
    `--browser ${values.browser}: there is ${Object.keys(launchers).join(" and ")}; name one of them.`,
  );
makeBuilds();
const browser = await launch();
const lists = createLab(browser);
const all: readonly Case[] = [
  // The longest first, so that nothing is left to be waited for alone.
  ...enduranceCases,
  ...listRandomVisits(seed),
  ...(values.only.includes("quick") ? [] : await listFirstVisitCases(lists)),
  ...refusalCases,
  ...keptFileCases,
  ...versionCases,
  ...recallCases,
  ...leavingCases,
  ...clockCases,
];
await lists.close();
const named = all.filter(({ name }) => new RegExp(values.only).test(name));
const chosen = named.filter(({ chromiumOnly }) => values.browser === "chromium" || !chromiumOnly);
console.log(`${values.browser} ${browser.version()}; seed ${seed}; ${chosen.length} faults`);
for (const { name, chromiumOnly } of named.filter((each) => !chosen.includes(each)))
  console.log(`--   ${name}: not tried, since it ${chromiumOnly}`);
let passed = 0;
let failed = 0;
const waiting = [...chosen];
await Promise.all(
  Array.from({ length: hands }, async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      const begin = Date.now();
      const lost = await tryCase(browser, each);
      if (lost.length === 0) passed += 1;
      else failed += 1;
      const took = `${((Date.now() - begin) / 1000).toFixed(1)} s`;
      console.log(
        `${lost.length ? "FAIL" : "ok  "} ${each.name}: lost ${lost.join("; ") || "nothing"} (${took})`,
      );
    }
  }),
);
await browser.close();
console.log(`${passed} passed, ${failed} failed, ${named.length - chosen.length} not tried`);
process.exitCode = failed > 0 ? 1 : 0;
