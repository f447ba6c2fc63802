import { createRandom } from "../support/random.ts";
import {
  faultAt,
  isHarmless,
  type ServerFaultName,
  serverFaults,
} from "../support/server-faults.ts";
import { test } from "./lab.ts";

const readers = 10;
const visitsEach = 5;
const names = Object.keys(serverFaults) as ServerFaultName[];
const pages = ["./", "en/", "about/", "glossary/", "en/figures/"];

/** Another seed makes other visits: `SEED=2 npm run test:faults -- --grep "reader"`. */
const seed = Number(process.env.SEED ?? 1);

// Ten readers make five visits each, every one with a fault of its own, and then one without.
for (let reader = 0; reader < readers; reader++) {
  const random = createRandom(seed * readers + reader);
  const faults = Array.from({ length: visitsEach }, () => ({
    name: random.pick(names),
    // The first request is the page itself.
    at: random.below(24),
    path: random.pick(pages),
  }));
  const steps = faults.map(({ name, at }) => `at request ${at + 1} ${name}`).join(", ");
  test(`reader ${reader + 1} of ${readers} makes ${visitsEach} visits: ${steps}`, async ({
    lab,
  }) => {
    test.setTimeout(200_000);
    const visit = await lab.enter();
    for (const { name, at, path } of faults) {
      visit.server.intercept(faultAt(serverFaults[name], (_, number) => number === at + 1));
      // While an answer is awaited, Chromium runs no script in the page that is left.
      if (!(await visit.go(path, 3000))) continue;
      const isWhole = at > 0 || isHarmless(name);
      if (path === "./" || path === "en/") await visit.look(isWhole && (await visit.isHere()));
    }
    visit.restore();
    await visit.go();
    await visit.go();
    await visit.look();
    await visit.checkWithoutServer();
  });
}
