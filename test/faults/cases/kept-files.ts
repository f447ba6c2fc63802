import { faultAt, serverFaults } from "../../support/server-faults.ts";
import type { Case, Visit } from "../lab.ts";

/** Does something to one file in the precache. Returns how long the kept copy is, before or after. */
async function spoil(
  { page }: Visit,
  path: string,
  how: "measure" | "delete" | "halve" | "empty",
): Promise<number> {
  return page.evaluate(
    async ([wanted, kind]) => {
      let length = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (!new URL(request.url).pathname.startsWith(wanted)) continue;
          const kept = await cache.match(request);
          const text = (await kept?.text()) ?? "";
          length += text.length;
          if (kind === "measure") continue;
          await cache.delete(request);
          if (kind === "delete" || !kept) continue;
          const rest = kind === "halve" ? text.slice(0, text.length / 2) : "";
          await cache.put(request, new Response(rest, { headers: kept.headers }));
        }
      }
      return length;
    },
    [path, how] as const,
  );
}

/** How long the worker may take to notice and mend, in ms. */
const mendingMs = 20_000;

const files = {
  "the Chinese report": "/index.html",
  "the English report": "/en/index.html",
  "the main script": "/assets/main-",
  "a part of the program": "/assets/TextPanel-",
} as const;
const harms = {
  "is gone": "delete",
  "is cut in half": "halve",
  "is empty": "empty",
} as const;

/** What was kept for reading without a network is spoiled on the device. */
export const keptFileCases: readonly Case[] = [
  ...Object.entries(files).flatMap(([file, path]) =>
    Object.entries(harms).map(
      ([harm, how]): Case => ({
        name: `the kept copy of ${file} ${harm}`,
        chromiumOnly: "ends the worker",
        async run(lab) {
          const visit = await lab.enter();
          await visit.go();
          visit.note(!(await visit.isKept()), "the worker");
          const length = await spoil(visit, path, how);
          await visit.page.close();
          // A worker looks once in its life: browsers end it when nothing needs it.
          await stopWorkers(visit);
          await visit.openTab();
          await visit.go();
          const end = Date.now() + mendingMs;
          while ((await spoil(visit, path, "measure")) !== length && Date.now() < end)
            await visit.page.waitForTimeout(200);
          await visit.go();
          await visit.look();
          await visit.checkWithoutServer();
          return visit.lost;
        },
      }),
    ),
  ),
  ...(
    [
      "the answer is only its first half",
      "the answer is garbled",
      "a hotel's page answers instead",
    ] as const
  ).flatMap((fault) =>
    [
      "/assets/main-",
      "/assets/when-loaded-",
      "/assets/start-understanding-",
      "/en/glossary/",
      "/sw.js",
    ].map(
      (path): Case => ({
        name: `on the first visit, at ${path}: ${fault}`,
        async run(lab) {
          const visit = await lab.enter();
          visit.server.intercept(faultAt(serverFaults[fault], (asked) => asked.startsWith(path)));
          await visit.go();
          await visit.look();
          visit.restore();
          await visit.go();
          await visit.go();
          await visit.look();
          await visit.checkWithoutServer();
          await visit.page.goto(new URL("en/glossary/", visit.server.url).href);
          visit.note((await visit.page.locator("h1").count()) !== 1, "the glossary");
          return visit.lost;
        },
      }),
    ),
  ),
  {
    name: "Cache Storage fails in the worker",
    chromiumOnly: "reaches into the worker",
    async run(lab) {
      const visit = await lab.enter();
      await visit.go();
      visit.note(!(await visit.isKept()), "the worker");
      const [worker] = visit.context.serviceWorkers();
      await worker?.evaluate(() => {
        const scope = globalThis as unknown as { CacheStorage: { prototype: CacheStorage } };
        scope.CacheStorage.prototype.open = () => Promise.reject(new DOMException("broken disk"));
        scope.CacheStorage.prototype.match = () => Promise.reject(new DOMException("broken disk"));
      });
      for (const path of ["en/", "./"]) {
        await visit.go(path);
        await visit.look();
      }
      return visit.lost;
    },
  },
  ...[1_000, 60_000, 400_000].map(
    (bytes): Case => ({
      name: `the device has room for ${bytes} bytes`,
      chromiumOnly: "sets the quota",
      async run(lab) {
        const visit = await lab.enter();
        const session = await visit.context.newCDPSession(visit.page);
        const { origin } = new URL(visit.server.url);
        await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes });
        await visit.go();
        await visit.look();
        await visit.go("en/");
        await visit.look();
        await session.send("Storage.overrideQuotaForOrigin", { origin });
        await visit.go();
        await visit.look();
        await visit.checkWithoutServer();
        return visit.lost;
      },
    }),
  ),
];

async function stopWorkers(visit: Visit): Promise<void> {
  const page = await visit.context.newPage();
  const session = await visit.context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await page.close();
}
