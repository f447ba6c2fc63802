import type { BrowserContext } from "@playwright/test";
import { type Lab, test, type Visit } from "./lab.ts";

/** Keeps what the page registers within reach, so that one can wait for what becomes of it. */
const keepRegistration = (context: BrowserContext) =>
  context.addInitScript(() => {
    // A tab that has not gone anywhere yet has no such thing in Firefox.
    if (typeof ServiceWorkerContainer === "undefined") return;
    const { prototype } = ServiceWorkerContainer;
    const { register } = prototype;
    prototype.register = function (...given) {
      const registered = register.apply(this, given);
      Object.assign(window, { registered });
      return registered;
    };
  });

/**
 * Whether the page has registered the worker that recalls the others, and it has taken itself back.
 */
const isTakenBack = async () => {
  const { registered } = window as unknown as { registered?: Promise<ServiceWorkerRegistration> };
  return (
    Boolean(await registered) && (await navigator.serviceWorker.getRegistrations()).length === 0
  );
};

async function recall(lab: Lab, visit: Visit): Promise<void> {
  visit.server.deploy(lab.builds.recalled);
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

test("the worker is recalled while the page is open", async ({ lab }) => {
  const visit = await lab.enter({ prepare: keepRegistration });
  await visit.go();
  visit.note(!(await visit.isKept()), "the worker");
  await recall(lab, visit);
  await visit.look();
  const kept = await visit.page.evaluate(() => caches.keys());
  visit.note(
    kept.some((name) => /precache|previous/.test(name)),
    `the recall: still kept are ${kept.join(", ")}`,
  );
  visit.note(!kept.includes("somebody-else"), "the cache of another site");
  visit.note(!kept.includes("zhanjuan-recordings"), "the recording");
  // The page asks the network again, each time, and the worker that it registers each time doesn't
  // stay.
  for (let times = 0; times < 3; times++) {
    const before = visit.server.requests.length;
    await visit.go();
    await visit.look();
    visit.note(!visit.server.requests.slice(before).includes("/"), "the way to the network");
    visit.note(!(await visit.until(isTakenBack)), "the recall: a worker is back");
  }
});

test("a recalled worker is followed by a good one", async ({ lab }) => {
  const visit = await lab.enter();
  await visit.go();
  visit.note(!(await visit.isKept()), "the worker");
  await recall(lab, visit);
  visit.server.deploy(lab.builds.newText);
  await visit.go();
  await visit.look(true, lab.builds.newText);
  await visit.checkWithoutServer(lab.builds.newText);
});
