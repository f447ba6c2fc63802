import type { BrowserContext } from "@playwright/test";
import { editions } from "../support/editions.ts";
import { test, type Visit } from "./lab.ts";

/** A way in which a device refuses something. */
interface Refusal {
  readonly name: string;
  /** Makes the device refuse it; runs before every page. */
  readonly prepare: (context: BrowserContext) => Promise<unknown>;
  /** Whether settings and places of before are there. */
  readonly keeps: boolean;
  /** Whether what is open in one language is open in the other. */
  readonly carries: boolean;
  /** Whether the reader is told that what they choose is not kept. */
  readonly tells: boolean;
}

/** What is refused is not needed for settings and places. */
const harmless = { keeps: true, carries: true, tells: false };

/** The window has none of these. */
const missing =
  (...names: string[]) =>
  (context: BrowserContext) =>
    context.addInitScript((them) => {
      for (const name of them) Object.defineProperty(window, name, { value: undefined });
    }, names);

/** To touch this of the window throws. */
const throwing = (name: string) => (context: BrowserContext) =>
  context.addInitScript((it) => {
    Object.defineProperty(window, it, {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  }, name);

const refusals: readonly Refusal[] = [
  {
    name: "Cache Storage is missing",
    ...harmless,
    prepare: missing("caches"),
  },
  {
    name: "Cache Storage throws when it is touched",
    ...harmless,
    prepare: throwing("caches"),
  },
  {
    name: "Cache Storage refuses everything",
    ...harmless,
    prepare: (context) =>
      context.addInitScript(() => {
        const refuse = () => Promise.reject(new DOMException("denied", "SecurityError"));
        const names = ["open", "match", "has", "keys", "delete"];
        // A tab that has not gone anywhere yet has no such thing in Firefox.
        if (typeof CacheStorage === "undefined") return;
        Object.assign(
          CacheStorage.prototype,
          Object.fromEntries(names.map((name) => [name, refuse])),
        );
      }),
  },
  {
    name: "IndexedDB is missing",
    ...harmless,
    prepare: missing("indexedDB"),
  },
  {
    name: "IndexedDB throws when it is touched",
    ...harmless,
    prepare: throwing("indexedDB"),
  },
  {
    name: "IndexedDB refuses to open",
    ...harmless,
    prepare: (context) =>
      context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("denied", "SecurityError");
        };
      }),
  },
  {
    name: "service workers are missing",
    ...harmless,
    prepare: (context) =>
      context.addInitScript(() => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      }),
  },
  {
    name: "service workers throw when they are touched",
    ...harmless,
    prepare: (context) =>
      context.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "serviceWorker", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        }),
      ),
  },
  {
    name: "service workers may not be registered",
    ...harmless,
    prepare: (context) =>
      context.addInitScript(() => {
        if (typeof ServiceWorkerContainer === "undefined") return;
        ServiceWorkerContainer.prototype.register = () =>
          Promise.reject(new DOMException("denied", "SecurityError"));
      }),
  },
  {
    name: "localStorage throws when it is touched",
    keeps: false,
    carries: true,
    tells: true,
    prepare: throwing("localStorage"),
  },
  {
    name: "localStorage and sessionStorage are missing",
    keeps: false,
    carries: false,
    tells: true,
    prepare: missing("localStorage", "sessionStorage"),
  },
  {
    name: "localStorage is full",
    keeps: false,
    carries: false,
    tells: true,
    prepare: (context) =>
      context.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
  },
  {
    name: "localStorage holds garbage",
    keeps: false,
    carries: true,
    tells: false,
    prepare: (context) =>
      context.addInitScript(() => {
        if (origin === "null" || sessionStorage.getItem("zhanjuan:/:open")) return;
        for (const key of ["settings", "listening", "left:wugang-2023", "heard:wugang-2023:zh-CN"])
          localStorage.setItem(`zhanjuan:/:${key}`, '{"version":1,"chosen":[null,{"\u0000":');
      }),
  },
];

/** Goes about the page as a reader does: opens, enlarges, listens, changes the language. */
async function goAbout(visit: Visit, { carries, tells }: Refusal): Promise<void> {
  const { page } = visit;
  for (const { names } of editions) {
    // The other language opens what was open here.
    if (names.otherLanguage === "English" || !carries)
      await page.getByRole("button", { name: names.expandAll }).click();
    visit.note(!(await page.locator("#p5-m3-s1").isVisible()), "the opened text");
    await page.getByRole("button", { name: names.text, exact: true }).click();
    await page.getByRole("button", { name: names.larger }).click();
    await page.waitForFunction(() => /--size/.test(document.documentElement.style.cssText));
    const notices = page.getByRole("region", { name: names.notices });
    if (tells) await notices.getByRole("button", { name: names.dismiss }).click();
    visit.note((await notices.count()) > 0, `${await notices.count()} notices`);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: names.listen, exact: true }).click();
    const panel = page.getByRole("dialog", { name: names.listen });
    await panel.getByRole("button", { name: names.stop }).waitFor();
    await page.keyboard.press("Escape");
    visit.note((await notices.count()) > 0, "a notice that was told twice");
    await page.getByRole("link", { name: names.otherLanguage, exact: true }).click();
    await page.waitForURL(names.otherLanguage === "English" ? /\/en\// : /\/(#.*)?$/);
    await visit.settle();
  }
}

for (const refusal of refusals)
  test(refusal.name, async ({ lab }) => {
    const visit = await lab.enter({ prepare: refusal.prepare });
    await visit.go();
    if (refusal.keeps) await visit.look();
    await goAbout(visit, refusal);
  });
