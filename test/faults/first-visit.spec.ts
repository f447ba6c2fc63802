import { expect } from "@playwright/test";
import { faultAt, serverFaults } from "../support/server-faults.ts";
import { type Lab, test } from "./lab.ts";

/**
 * The requests of a first visit are shared out among so many tests, each of which visits for some
 * of them.
 */
const shares = 8;

/** The paths that a first visit asks for until everything is kept, in their order. */
async function listRequests(lab: Lab): Promise<readonly string[]> {
  const visit = await lab.enter();
  await visit.go();
  expect(await visit.isKept(), "a worker is in charge").toBe(true);
  return [...visit.server.requests];
}

/**
 * A first visit from whose request `index` on nothing is answered any more, and a next one with the
 * network back.
 */
async function loseNetworkAt(lab: Lab, index: number): Promise<void> {
  const visit = await lab.enter();
  visit.server.intercept(
    faultAt(serverFaults["the connection is cut"], (_, number) => number > index),
  );
  await visit.go();
  await visit.look(index > 0);
  await expect.poll(() => visit.server.requests.length).toBeGreaterThan(index);
  visit.restore();
  await visit.go();
  await visit.look();
  await visit.checkWithoutServer();
  expect(visit.lost).toEqual([]);
}

for (let first = 1; first <= shares; first++)
  test(`the network is lost at request ${first}, ${first + shares}, ${first + 2 * shares} … of the first visit`, async ({
    lab,
  }) => {
    test.setTimeout(300_000);
    const requests = await listRequests(lab);
    for (let index = first - 1; index < requests.length; index += shares)
      await test.step(`request ${index + 1} of ${requests.length}, about ${requests[index]}`, () =>
        loseNetworkAt(lab, index));
  });

test("a file is never answered while the worker is installed, which gives it up after a minute", async ({
  lab,
}) => {
  const visit = await lab.enter();
  visit.server.intercept(
    faultAt(serverFaults["the answer never comes"], (path) => path.startsWith("/en/glossary/")),
  );
  await visit.go();
  await visit.look();
  await visit.untilAsked("/en/glossary/");
  const isGivenUp = await visit.until(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration === undefined || registration.installing === null;
  }, 75_000);
  visit.note(!isGivenUp, "the end of the installation");
  visit.restore();
  await visit.go();
  visit.note(!(await visit.isKept()), "the worker");
  await visit.checkWithoutServer();
});
