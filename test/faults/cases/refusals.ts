import type { BrowserContext } from "@playwright/test";
import { editions } from "../../support/editions.ts";
import type { Case, Visit } from "../lab.ts";

/** Ways in which a device refuses something; each runs before every page. */
const refusals: Readonly<Record<string, (context: BrowserContext) => Promise<unknown>>> = {
  "Cache Storage is missing": (context) =>
    context.addInitScript(() => Object.defineProperty(window, "caches", { value: undefined })),
  "Cache Storage throws when it is touched": (context) =>
    context.addInitScript(() =>
      Object.defineProperty(window, "caches", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    ),
  "Cache Storage refuses everything": (context) =>
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
  "IndexedDB is missing": (context) =>
    context.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })),
  "IndexedDB throws when it is touched": (context) =>
    context.addInitScript(() =>
      Object.defineProperty(window, "indexedDB", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    ),
  "IndexedDB refuses to open": (context) =>
    context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    }),
  "service workers are missing": (context) =>
    context.addInitScript(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    }),
  "service workers throw when they are touched": (context) =>
    context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "serviceWorker", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    ),
  "service workers may not be registered": (context) =>
    context.addInitScript(() => {
      if (typeof ServiceWorkerContainer === "undefined") return;
      ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException("denied", "SecurityError"));
    }),
};

/** Ways in which the storage of settings and places is refused: there is nothing to keep, but all must work. */
const forgetful: Readonly<Record<string, (context: BrowserContext) => Promise<unknown>>> = {
  "localStorage throws when it is touched": (context) =>
    context.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    ),
  "localStorage and sessionStorage are missing": (context) =>
    context.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, { value: undefined });
    }),
  "localStorage is full": (context) =>
    context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    }),
  "localStorage holds garbage": (context) =>
    context.addInitScript(() => {
      if (origin === "null" || sessionStorage.getItem("zhanjuan:open")) return;
      for (const key of ["settings", "listening", "left:wugang-2023", "heard:wugang-2023:zh-CN"])
        localStorage.setItem(`zhanjuan:${key}`, '{"version":1,"chosen":[null,{"\u0000":');
    }),
};

/**
 * Goes about the page as a reader does: opens, enlarges, listens, changes the language. `isTold` says that the page must tell
 * the reader, once, that what they choose is not kept.
 */
async function goAbout(visit: Visit, canRemember: boolean, isTold: boolean): Promise<void> {
  const { page } = visit;
  for (const { names } of editions) {
    // The other language opens what was open here.
    if (names.otherLanguage === "English" || !canRemember)
      await page.getByRole("button", { name: names.expandAll }).click();
    visit.note(!(await page.locator("#p5-m3-s1").isVisible()), "the opened text");
    await page.getByRole("button", { name: names.text, exact: true }).click();
    await page.getByRole("button", { name: names.larger }).click();
    await page.waitForFunction(() => /--size/.test(document.documentElement.style.cssText));
    const notices = page.getByRole("region", { name: names.notices });
    if (isTold) await notices.getByRole("button", { name: names.dismiss }).click();
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

/** The device refuses one way of keeping things. */
export const refusalCases: readonly Case[] = [
  ...Object.entries(refusals).map(([name, prepare]) => ({ name, prepare, keeps: true })),
  ...Object.entries(forgetful).map(([name, prepare]) => ({ name, prepare, keeps: false })),
].map(({ name, prepare, keeps }) => ({
  name,
  async run(lab) {
    const visit = await lab.enter({ prepare });
    await visit.go();
    if (keeps) await visit.look();
    const isFull = name.includes("full");
    await goAbout(
      visit,
      !name.includes("sessionStorage") && !isFull,
      !keeps && !name.includes("garbage"),
    );
    return visit.lost;
  },
}));
