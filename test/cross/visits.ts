import { test as base } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type ServerFaultName, serverFaults } from "../support/server-faults.ts";
import { type BrowserName, type Driver, drivers } from "./drivers.ts";
import { visitFirst } from "./first-visits.ts";
import { journeys } from "./journeys.ts";
import { listLaterVisits } from "./later-visits.ts";

/**
 * Tests in the browser that a file names by `test.use({ browserUnderTest })`; a worker starts it
 * once.
 */
export const test = base.extend<object, { browserUnderTest: BrowserName; driver: Driver }>({
  browserUnderTest: ["Chromium", { option: true, scope: "worker" }],
  driver: [
    async ({ browserUnderTest }, use) => {
      const driver = await drivers[browserUnderTest]();
      await use(driver);
      await driver.quit();
    },
    { scope: "worker" },
  ],
});

const faults = Object.keys(serverFaults) as ServerFaultName[];

/**
 * The main journeys, one after the other in one browser: each begins where the one before has
 * ended.
 */
export function tryJourneys(name: BrowserName): void {
  test.describe(`a reader in ${name}`, () => {
    test.describe.configure({ mode: "serial" });
    let server: TestServer;
    test.beforeAll(async () => {
      server = await startServer(builds.current);
    });
    test.afterAll(() => server.stop());
    for (const [what, journey] of Object.entries(journeys))
      test(what, ({ driver }) => journey(driver, server));
  });
}

/**
 * Every fault of the server at a first visit; `unseen` are those that the driver can't look at, and
 * why.
 */
export function tryFirstVisits(
  name: BrowserName,
  unseen: Partial<Readonly<Record<ServerFaultName, string>>> = {},
): void {
  for (const fault of faults)
    test(`on a first visit in ${name} ${fault}`, async ({ driver }) => {
      test.skip(fault in unseen, unseen[fault]);
      await visitFirst(driver, fault);
    });
}

/** Deploys, and faults of the server other than those `unseen`, on later visits. */
export function tryLaterVisits(
  name: BrowserName,
  unseen: Partial<Readonly<Record<ServerFaultName, string>>> = {},
): void {
  const visits = listLaterVisits(faults.filter((fault) => !(fault in unseen)));
  for (const [what, visit] of Object.entries(visits))
    test(`in ${name} ${what}`, async ({ driver }) => {
      const server = await startServer(builds.current);
      try {
        await visit(driver, server);
      } finally {
        await server.stop();
      }
    });
}
