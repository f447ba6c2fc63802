import { builds } from "../support/builds.ts";
import { createRandom } from "../support/random.ts";
import type { TestServer } from "../support/server.ts";
import { faultAt, type ServerFaultName, serverFaults } from "../support/server-faults.ts";
import type { Driver } from "./drivers.ts";
import { isKept, isScripted, until } from "./journeys.ts";
import { expectReadable, goWithoutServer } from "./readable.ts";

/** The sentence that the reader reads, and how far from the window's top it is put, in CSS px. */
const read = "p3-m2-s1";
const top = 120;
/** What differs between the two versions of the text: the first sentence of the summary. */
const summary = `document.querySelector("#summary-s1").textContent`;
const oldWords = "怎样推动";
const newWords = "如何推动";

/**
 * Visits a server until a worker is in charge, chooses a type size, and reads down to a sentence.
 */
async function settleIn(driver: Driver, server: TestServer): Promise<void> {
  await driver.go(server.url);
  await until(driver, isScripted);
  await until(driver, isKept);
  await driver.run(
    `localStorage.setItem("zhanjuan:/:settings", '{"version":1,"chosen":{"size":125}}');`,
  );
  await driver.go(server.url);
  await expectReadable(driver);
  // What keeps the place comes after the page has loaded, with what makes bookmarks.
  await until(
    driver,
    `return Boolean(document.querySelector('[popovertarget="notes-panel"]:enabled'));`,
  );
  await driver.run(
    `scrollBy(0, document.getElementById(values[0]).getBoundingClientRect().top - values[1]);`,
    read,
    top,
  );
}

/**
 * Throws where the reader is not at the sentence that they read, in the type size that they chose.
 */
async function expectKept(driver: Driver): Promise<void> {
  await until(
    driver,
    `const { top } = document.getElementById(values[0]).getBoundingClientRect();
     return top > -innerHeight / 2 && top < innerHeight &&
       document.documentElement.style.getPropertyValue("--size") === "1.25";`,
    read,
  );
}

/**
 * Throws where the reader cannot go on with the server gone, in the version that has these words.
 */
async function expectOffline(driver: Driver, server: TestServer, words: string): Promise<void> {
  await goWithoutServer(driver, server);
  await until(driver, `return ${summary}.includes(values[0]);`, words);
}

/** Brings a build out, lets the page find it, and takes it as the reader does who is told of it. */
async function update(driver: Driver, server: TestServer, build: string): Promise<void> {
  server.deploy(build);
  await driver.run(`await (await navigator.serviceWorker.ready).update();`);
  const button = `[...document.querySelectorAll("#notices button")].find(({ textContent }) => textContent === "更新")`;
  await until(driver, `return Boolean(${button});`);
  await driver.run(`globalThis.isOld = true; setTimeout(() => ${button}.click());`);
  await until(
    driver,
    `return !globalThis.isOld && document.documentElement.dataset.script === "on";`,
  );
}

/** One visit, or several of one reader, to a server of their own. */
export type LaterVisit = (driver: Driver, server: TestServer) => Promise<void>;

const deploys: Readonly<Record<string, LaterVisit>> = {
  async "a new text is brought out, told and taken"(driver, server) {
    await settleIn(driver, server);
    await update(driver, server, builds.newText);
    await until(driver, `return ${summary}.includes(values[0]);`, newWords);
    await expectReadable(driver, builds.newText);
    await expectKept(driver);
    await expectOffline(driver, server, newWords);
  },
  async "a new text is brought out, taken, and taken back"(driver, server) {
    await settleIn(driver, server);
    await update(driver, server, builds.newText);
    await update(driver, server, builds.current);
    await expectReadable(driver);
    await expectKept(driver);
    await expectOffline(driver, server, oldWords);
  },
  async "the worker is recalled, and a good one follows"(driver, server) {
    await settleIn(driver, server);
    server.deploy(builds.recalled);
    await driver.run(`await (await navigator.serviceWorker.ready).update();`);
    const isGone = `return (await navigator.serviceWorker.getRegistrations()).length === 0;`;
    await until(driver, isGone);
    const before = server.requests.length;
    await driver.go(server.url);
    await expectReadable(driver);
    await expectKept(driver);
    if (!server.requests.slice(before).includes("/")) throw new Error("the old worker answers");
    await until(driver, isGone);
    server.deploy(builds.newText);
    await driver.go(server.url);
    await expectReadable(driver, builds.newText);
    await expectKept(driver);
    await expectOffline(driver, server, newWords);
  },
};

/** Readers who make visits with a fault each, and how many visits. */
const readers = 3;
const visitsEach = 5;

/**
 * Visits a server with some faults, each at a random request, and then without. Throws where
 * something was lost.
 */
async function visitOften(
  driver: Driver,
  server: TestServer,
  faults: readonly { readonly name: ServerFaultName; readonly at: number }[],
): Promise<void> {
  await settleIn(driver, server);
  for (const { name, at } of faults) {
    server.intercept(faultAt(serverFaults[name], (_, number) => number === at + 1));
    await driver.go(server.url).catch(() => undefined);
    // The worker answers for the page, whatever the server does.
    await expectReadable(driver);
    await expectKept(driver);
  }
  server.intercept(undefined);
  server.dropConnections();
  await expectOffline(driver, server, oldWords);
}

/** Three readers' visits with faults that are picked at random from `names`, the same each time. */
function listFaultyVisits(names: readonly ServerFaultName[]): Readonly<Record<string, LaterVisit>> {
  const visits = Array.from({ length: readers }, (_, reader): [string, LaterVisit] => {
    const random = createRandom(reader);
    const faults = Array.from({ length: visitsEach }, () => ({
      name: random.pick(names),
      at: random.below(4),
    }));
    const steps = faults.map(({ name, at }) => `at request ${at + 1} ${name}`).join(", ");
    return [`on later visits, ${steps}`, (driver, server) => visitOften(driver, server, faults)];
  });
  return Object.fromEntries(visits);
}

/**
 * What may befall a reader who has been here before: deploys, and the faults of the server that are
 * named.
 */
export const listLaterVisits = (names: readonly ServerFaultName[]) => ({
  ...deploys,
  ...listFaultyVisits(names),
});
