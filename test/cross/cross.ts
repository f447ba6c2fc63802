// Takes the main journeys in every browser there is, and prints what each could and could not do.
import makeBuilds, { builds } from "../support/builds.ts";
import { startServer } from "../support/server.ts";
import { drivers } from "./drivers.ts";
import { journeys } from "./journeys.ts";

if (!process.argv.includes("--built")) makeBuilds();
let passed = 0;
let failed = 0;
for (const [name, start] of Object.entries(drivers)) {
  const server = await startServer(builds.current);
  try {
    const driver = await start();
    console.log(driver.version);
    for (const [what, journey] of Object.entries(journeys)) {
      try {
        console.log(`ok   ${name} ${what}: ${await journey(driver, server)}`);
        passed += 1;
      } catch (error) {
        console.log(`FAIL ${name} ${what}: ${String(error).split("\n")[0]}`);
        failed += 1;
      }
    }
    await driver.quit();
  } catch (error) {
    console.log(`FAIL ${name} does not start: ${String(error).split("\n")[0]}`);
    failed += 1;
  }
  await server.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
