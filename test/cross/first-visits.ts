import { builds } from "../support/builds.ts";
import { startServer } from "../support/server.ts";
import { faultAt, type ServerFaultName, serverFaults } from "../support/server-faults.ts";
import type { Driver } from "./drivers.ts";
import { isScripted, until } from "./journeys.ts";
import { expectReadable, goWithoutServer } from "./readable.ts";

/**
 * Whether the page's script has begun, or has failed and what it consists of has been fetched past
 * the browser's cache.
 */
const isScriptedOrMended = `const { script } = document.documentElement.dataset;
  return script === "on" || (script === undefined &&
    [...document.querySelectorAll("link[rel=modulepreload]")].every(({ href }) =>
      performance.getEntriesByName(href).some(({ initiatorType }) => initiatorType === "fetch")));`;

/**
 * A first visit on which a fault meets everything that the page asks for: the text reads. On the
 * next one the server is well: the script runs, or, where the browser has kept a broken copy, that
 * is replaced and it runs on the one after. Then everything is there with the server gone. Each has
 * an origin of its own, so that nothing is left over from another. Throws where something fails.
 */
export async function visitFirst(driver: Driver, fault: ServerFaultName): Promise<void> {
  const server = await startServer(builds.current);
  try {
    server.intercept(faultAt(serverFaults[fault], (path) => path !== "/"));
    await driver.go(server.url);
    await expectReadable(driver);
    server.intercept(undefined);
    server.dropConnections();
    await driver.go(server.url);
    await expectReadable(driver);
    await until(driver, isScriptedOrMended);
    if (!(await driver.run<boolean>(isScripted))) await driver.go(server.url);
    await until(driver, isScripted);
    await goWithoutServer(driver, server);
    await expectReadable(driver);
  } finally {
    await server.stop();
  }
}
