import { faultAt, serverFaults } from "../../support/server-faults.ts";
import type { Case, Lab } from "../lab.ts";

/** The paths that a first visit asks for, in their order. */
async function listRequests(lab: Lab): Promise<readonly string[]> {
  const visit = await lab.enter();
  await visit.go();
  await visit.isKept();
  await visit.settle();
  return [...visit.server.requests];
}

/** The network is lost at each request of the first visit in turn, and comes back for the next visit. */
export async function listFirstVisitCases(lab: Lab): Promise<readonly Case[]> {
  const requests = await listRequests(lab);
  return requests.map((path, index) => ({
    name: `the network is lost at request ${index + 1} of ${requests.length} of the first visit (about ${path})`,
    async run(lab) {
      const visit = await lab.enter();
      visit.server.intercept(
        faultAt(serverFaults["the connection is cut"], (_, number) => number > index),
      );
      await visit.go();
      await visit.look(index > 0).catch(() => visit.note(index > 0, "the page"));
      visit.restore();
      await visit.go();
      await visit.look();
      await visit.checkWithoutServer();
      return visit.lost;
    },
  }));
}
