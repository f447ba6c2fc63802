import { expect } from "@playwright/test";
import { fakeSpeech } from "../support/fake-speech.ts";
import { faultAt, serverFaults } from "../support/server-faults.ts";
import { type Lab, names, test, type Visit } from "./lab.ts";

/**
 * Does something to one file in the precache. Returns how long the kept copy is, before or after.
 */
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
  "a part of the program": "/assets/start-settings-",
} as const;
const harms = {
  "is gone": "delete",
  "is cut in half": "halve",
  "is empty": "empty",
} as const;

for (const [file, path] of Object.entries(files))
  for (const [harm, how] of Object.entries(harms))
    test(`the kept copy of ${file} ${harm}`, async ({ browserName, lab }) => {
      test.skip(browserName !== "chromium", "ends the worker");
      const visit = await lab.enter();
      await visit.go();
      visit.note(!(await visit.isKept()), "the worker");
      const length = await spoil(visit, path, how);
      await visit.page.close();
      // A worker looks once in its life: browsers end it when nothing needs it.
      await stopWorkers(visit);
      await visit.openTab();
      await visit.go();
      await expect
        .poll(() => spoil(visit, path, "measure"), {
          message: "the kept copy is mended",
          timeout: mendingMs,
        })
        .toBe(length);
      await visit.go();
      await visit.look();
      await visit.checkWithoutServer();
    });

for (const fault of [
  "the answer is only its first half",
  "the answer is garbled",
  "a hotel's page answers instead",
] as const)
  for (const path of [
    "/assets/main-",
    "/assets/when-loaded-",
    "/assets/start-understanding-",
    "/en/glossary/",
    "/sw.js",
  ])
    test(`on the first visit, at ${path}: ${fault}`, async ({ lab }) => {
      const visit = await lab.enter();
      visit.server.intercept(faultAt(serverFaults[fault], (asked) => asked.startsWith(path)));
      await visit.go();
      await visit.look();
      await visit.untilAsked(path);
      visit.restore();
      await visit.go();
      await visit.go();
      await visit.look();
      await visit.checkWithoutServer();
      await visit.page.goto(new URL("en/glossary/", visit.server.url).href);
      visit.note((await visit.page.locator("h1").count()) !== 1, "the glossary");
    });

test("Cache Storage fails in the worker", async ({ browserName, lab }) => {
  test.skip(browserName !== "chromium", "reaches into the worker");
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
});

for (const bytes of [1_000, 60_000, 400_000])
  test(`the device has room for ${bytes} bytes`, async ({ browserName, lab }) => {
    test.skip(browserName !== "chromium", "sets the quota");
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
  });

test.describe("a recording that is downloaded", () => {
  const audio = /\.mp3$/;
  const half = 2_000_000;
  const button = ({ page }: Visit, name: string) => page.getByRole("button", { name, exact: true });
  const panel = ({ page }: Visit) => page.locator("#listen-panel");
  /** A visit whose player is open, with a voice of the recording alone. */
  const listen = async (lab: Lab) => {
    const visit = await lab.enter();
    await fakeSpeech(visit.page, "none");
    await visit.go();
    visit.note(!(await visit.isKept()), "the worker");
    await button(visit, names.listen).click();
    await button(visit, names.download).waitFor();
    return visit;
  };
  const expectToPlay = async (visit: Visit) => {
    await panel(visit).getByText(names.isKept).waitFor();
    visit.cut();
    await visit.go();
    await button(visit, names.listen).click();
    await panel(visit).getByText(names.isKept).waitFor();
    await button(visit, names.play).click();
    await button(visit, names.pause).waitFor();
    await visit.page.locator(".said").first().waitFor();
  };

  test("is whole though the network is lost with its last byte", async ({ lab }) => {
    const visit = await listen(lab);
    visit.server.intercept((request, response) => {
      if (!audio.test(request.url ?? "")) return false;
      response.on("close", () => visit.cut());
      return false;
    });
    await button(visit, names.download).click();
    await expectToPlay(visit);
  });

  for (const [what, fault] of [
    ["a network asks its users to sign in", "a hotel's page answers instead"],
    ["the server is overloaded", "the server is overloaded"],
    ["its server has lost it", "the file is missing"],
  ] as const)
    test(`goes on from where it was cut off, though meanwhile ${what}`, async ({ lab }) => {
      const visit = await listen(lab);
      const ranges: (string | undefined)[] = [];
      let cut = () => {};
      visit.server.intercept((request, response) => {
        if (!audio.test(request.url ?? "")) return false;
        response.end = ((body: Buffer) => {
          cut = () => response.destroy();
          response.write(body.subarray(0, half));
          return response;
        }) as typeof response.end;
        return false;
      });
      await button(visit, names.download).click();
      const bar = visit.page.getByRole("progressbar");
      await expect
        .poll(() => bar.evaluate((each) => (each as HTMLProgressElement).value))
        .toBe(half);
      cut();
      await panel(visit).getByText(names.cutOff).waitFor();
      visit.server.intercept(faultAt(serverFaults[fault], (path) => audio.test(path)));
      await button(visit, names.download).click();
      await panel(visit)
        .getByText(/这个网络可能要先登录|网络断了/)
        .waitFor();
      visit.server.intercept((request) => {
        if (audio.test(request.url ?? "")) ranges.push(request.headers.range);
        return false;
      });
      await button(visit, names.download).click();
      await expectToPlay(visit);
      expect(ranges[0]).toBe(`bytes=${half}-`);
    });
});

async function stopWorkers(visit: Visit): Promise<void> {
  const page = await visit.context.newPage();
  const session = await visit.context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await page.close();
}
