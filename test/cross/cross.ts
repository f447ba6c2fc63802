// Takes the main journeys in every browser there is, first visits to a server that fails, and, where the fault laboratory
// does not reach, later ones; prints what each could and could not do. `--browser NAME` takes one of them.
import { parseArgs } from "node:util";
import makeBuilds, { builds } from "../support/builds.ts";
import { startServer } from "../support/server.ts";
import { drivers } from "./drivers.ts";
import { listFirstVisits } from "./first-visits.ts";
import { journeys } from "./journeys.ts";
import { listLaterVisits } from "./later-visits.ts";

const { values } = parseArgs({
  options: {
    browser: { type: "string", multiple: true, default: Object.keys(drivers) },
  },
});
const chosen = values.browser.map((name) => {
  const start = drivers[name];
  if (start) return [name, start] as const;
  throw new Error(
    `--browser ${name}: there is ${Object.keys(drivers).join(", ")}; name one of them.`,
  );
});

makeBuilds();
let passed = 0;
let failed = 0;

/** Does one thing in a browser, and prints how it went. */
async function attempt(what: string, act: () => Promise<string>): Promise<void> {
  try {
    console.log(`ok   ${what}: ${await act()}`);
    passed += 1;
  } catch (error) {
    // A driver's errors name what was asked in the first line, and what went wrong in the second.
    console.log(`FAIL ${what}: ${String(error).split("\n", 2).join(" ")}`);
    failed += 1;
  }
}

for (const [name, start] of chosen) {
  const server = await startServer(builds.current);
  try {
    const driver = await start();
    console.log(driver.version);
    for (const [what, journey] of Object.entries(journeys))
      await attempt(`${name} ${what}`, () => journey(driver, server));
    if (driver.by === "WebDriver")
      console.log(`--   ${name} cannot be looked at while an answer never comes: not tried`);
    // Where Playwright drives, the fault laboratory makes the later visits, and more of them.
    const later = driver.by === "WebDriver" ? listLaterVisits(driver) : [];
    for (const { what, run } of [...listFirstVisits(driver), ...later])
      await attempt(`${name} ${what}`, () => run().then(() => "lost nothing"));
    await driver.quit();
  } catch (error) {
    console.log(`FAIL ${name} does not start: ${String(error).split("\n")[0]}`);
    failed += 1;
  }
  await server.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
