import { makeRecall } from "../../support/builds.ts";
import type { Case, Lab, Visit } from "../lab.ts";

/** What the device keeps besides the page: caches by name, and registrations. */
async function listKept({ page }: Visit): Promise<{ caches: string[]; workers: number }> {
  return page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

async function recall(lab: Lab, visit: Visit): Promise<void> {
  visit.server.deploy(makeRecall(lab.builds.current));
  await visit.page.evaluate(async () => {
    await caches.open("somebody-else");
    await (await caches.open("zhanjuan-recordings")).put("/kept.mp3", new Response("sound"));
    await (await navigator.serviceWorker.ready).update();
  });
  const isGone = await visit.until(
    async () => (await navigator.serviceWorker.getRegistrations()).length === 0,
  );
  visit.note(!isGone, "the recall: the worker stays");
}

/** The worker is to be recalled. */
export const recallCases: readonly Case[] = [
  {
    name: "the worker is recalled while the page is open",
    async run(lab) {
      const visit = await lab.enter();
      await visit.go();
      visit.note(!(await visit.isKept()), "the worker");
      await recall(lab, visit);
      await visit.look();
      const kept = await listKept(visit);
      visit.note(
        kept.caches.some((name) => /precache|previous/.test(name)),
        `the recall: still kept are ${kept.caches.join(", ")}`,
      );
      visit.note(!kept.caches.includes("somebody-else"), "the cache of another site");
      visit.note(!kept.caches.includes("zhanjuan-recordings"), "the recording");
      // The page asks the network again, each time, and registers no worker that stays.
      for (let times = 0; times < 3; times++) {
        const before = visit.server.requests.length;
        await visit.go();
        await visit.look();
        visit.note(!visit.server.requests.slice(before).includes("/"), "the way to the network");
        visit.note((await listKept(visit)).workers > 0, "the recall: a worker is back");
      }
      return visit.lost;
    },
  },
  {
    name: "a recalled worker is followed by a good one",
    async run(lab) {
      const visit = await lab.enter();
      await visit.go();
      visit.note(!(await visit.isKept()), "the worker");
      await recall(lab, visit);
      visit.server.deploy(lab.builds.newText);
      await visit.go();
      await visit.look(true, lab.builds.newText);
      await visit.checkWithoutServer(lab.builds.newText);
      return visit.lost;
    },
  },
];
