import type { Browser, BrowserContext, Page } from "@playwright/test";
import { printStoredSettings, settingsStorageKey } from "../../src/core/settings/stored.ts";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { expectedSentences } from "../support/expected-sentences.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { serverFaults } from "../support/server-faults.ts";

/** One fault of the laboratory: what happens, and what the reader lost by it. */
export interface Case {
  readonly name: string;
  /** How long it may take, in ms, where that is longer than a fault takes. */
  readonly patienceMs?: number;
  /** What it needs that only Chromium's driver gives; such a case is not tried elsewhere. */
  readonly chromiumOnly?: string;
  /** Does it. Returns what was lost; an error counts as lost, too. */
  run(lab: Lab): Promise<readonly string[]>;
}

/** What the laboratory lends to a case. */
export interface Lab {
  readonly browser: Browser;
  /** Opens a reader's browser, who has been here before: with settings, and a place at which they left. */
  enter(options?: EnterOptions): Promise<Visit>;
  /** The builds before and after a deploy. */
  readonly builds: typeof builds;
  /** Ends what was opened. */
  close(): Promise<void>;
}

interface EnterOptions {
  /** What the server serves at first. */
  readonly build?: string;
  readonly serviceWorkers?: "allow" | "block";
  /** Runs before every page. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

/** How long the worker waits for a file before it gives its installation up, in ms, as `src/sw/give-up.ts` has it. */
const givenUpMs = 60_000;

/** The size that the reader has chosen, and the sentence at which they left the report. */
export const chosenSize = 125;
export const leftAt = "p3-m2-s1";

/** What Firefox tells as errors of the page, though nothing was thrown: loads that failed, and were caught. */
const firefoxReports = /^(Loading module from|Failed to load) .https?:/;

const leftKey = "zhanjuan:left:wugang-2023";
/** The names of the Chinese page's controls. */
export const { names } = editions[0] as Edition;

/** A reader's visits to one server, and what is seen of them. */
export class Visit {
  /** What was lost so far. */
  readonly lost: string[] = [];
  private isCut = false;
  private readonly loads = new Map<Page, number>();
  /** The tab that the reader looks at. */
  page!: Page;

  constructor(
    readonly context: BrowserContext,
    readonly server: TestServer,
  ) {}

  /** Writes down a loss, where there is one. */
  note(isLost: boolean, what: string): void {
    if (isLost && !this.lost.includes(what)) this.lost.push(what);
  }

  /** Opens a new tab, which is watched from now on. */
  async openTab(): Promise<Page> {
    const page = await this.context.newPage();
    this.page = page;
    this.loads.set(page, 0);
    page.on("pageerror", ({ message }) =>
      this.note(!firefoxReports.test(message), `uncaught: ${message}`),
    );
    page.on("dialog", (dialog) => this.note(true, `dialog: ${dialog.message()}`));
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame()) this.loads.set(page, (this.loads.get(page) ?? 0) + 1);
    });
    return page;
  }

  /** Goes to a page and waits until nothing more is asked for. A page that does not come is no error here. */
  async go(path = "./", patienceMs = 15_000): Promise<void> {
    const page = this.page ?? (await this.openTab());
    this.loads.set(page, 0);
    await page
      .goto(new URL(path, this.server.url).href, { waitUntil: "commit", timeout: patienceMs })
      .catch(() => undefined);
    await this.settle();
    // One guarded reload is allowed, a loop is not.
    this.note((this.loads.get(page) ?? 0) > 2, `reloads: ${this.loads.get(page)} loads`);
  }

  /** Waits until the page has come and its script has begun or failed, or for as long as one may wait for that. */
  private async arrive(): Promise<void> {
    await this.page
      .waitForFunction(
        () => document.readyState !== "loading" && document.documentElement.dataset.script !== "",
        undefined,
        { timeout: 3000 },
      )
      .catch(() => undefined);
  }

  /** Waits until the page has come, and the server has not been asked for anything for a while. */
  async settle(quietMs = 300, atMostMs = 6000): Promise<void> {
    const end = Date.now() + atMostMs;
    await this.arrive();
    // A script that has not begun by then waits for an answer that does not come.
    if (this.isCut) return;
    let count = -1;
    while (Date.now() < end && count !== this.server.requests.length) {
      count = this.server.requests.length;
      await this.page.waitForTimeout(quietMs);
    }
  }

  /** Whether a page of the reader has come, to its end. */
  isHere(): Promise<boolean> {
    return this.page.evaluate(() => document.getElementById("notices") !== null);
  }

  /** Waits until a worker is in charge of the page. Returns whether there is one in time. */
  async isKept(): Promise<boolean> {
    return this.until(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return Boolean(navigator.serviceWorker.controller && registration?.active);
    });
  }

  /** Waits until something holds in the page. Returns whether it does in time. */
  async until(holds: () => Promise<boolean>, atMostMs = 15_000): Promise<boolean> {
    const end = Date.now() + atMostMs;
    while (Date.now() < end) {
      if (await this.page.evaluate(holds).catch(() => false)) return true;
      await this.page.waitForTimeout(100);
    }
    return false;
  }

  /** Cuts the reader off from the server, until `restore`. */
  cut(): void {
    this.isCut = true;
    this.server.intercept(serverFaults["the connection is cut"]);
  }

  /** Brings the server back, and takes every other fault away. */
  restore(): void {
    this.isCut = false;
    this.server.intercept(undefined);
  }

  /**
   * Looks at the page and notes what is wrong with it. `isWhole` says that the whole page must be there; else what
   * has arrived must be right as far as it goes. `hasMoved` says that the reader went on within the same measure.
   */
  async look(isWhole = true, build = builds.current, hasMoved = false): Promise<void> {
    const see = () =>
      this.page.evaluate(
        ([key, settingsKey, ours]) => {
          const read = (area: () => Storage, name: string) => {
            try {
              return area().getItem(name);
            } catch {
              return null;
            }
          };
          const place = document.getElementById(ours);
          return {
            isOurs: document.documentElement.dataset.report !== undefined,
            language: document.documentElement.lang,
            isScripted: document.documentElement.dataset.script === "on",
            sentences: [...document.querySelectorAll("main .s")].map(
              (sentence) => [sentence.id, sentence.textContent ?? ""] as const,
            ),
            isShown: document.querySelector("h1")?.checkVisibility() ?? false,
            style: document.documentElement.getAttribute("style") ?? "",
            left: read(() => localStorage, key),
            settings: read(() => localStorage, settingsKey),
            top: place?.getBoundingClientRect().top ?? Number.NaN,
            height: innerHeight,
            notices: [...document.querySelectorAll("#notices section")].filter((section) =>
              section.checkVisibility(),
            ).length,
          };
        },
        [leftKey, settingsStorageKey, leftAt] as const,
      );
    // The page's one guarded reload may come in between.
    await this.arrive();
    const seen = await see().catch(() => this.settle().then(see));
    if (!seen.isOurs) return this.note(isWhole, "the page");
    const expected = expectedSentences(build, seen.language);
    const wrong = seen.sentences.filter(([id, text], n) => {
      const whole = expected.get(id);
      const isLast = n === seen.sentences.length - 1;
      return whole !== text && !(!isWhole && isLast && whole?.startsWith(text));
    });
    this.note(wrong.length > 0, `the text of ${wrong.map(([id]) => id).join(", ")}`);
    this.note(
      isWhole && seen.sentences.length !== expected.size,
      `the text: ${seen.sentences.length} of ${expected.size} sentences`,
    );
    this.note(!seen.isShown, "the sight of the text");
    this.note(!seen.style.includes(`--size: ${chosenSize / 100}`), "the type size on the screen");
    this.note(!seen.settings?.includes(`"size":${chosenSize}`), "the settings");
    this.note(
      isWhole && seen.isScripted && !(seen.top > -seen.height / 2 && seen.top < seen.height),
      `the place on the screen (${Math.round(seen.top)})`,
    );
    const kept = hasMoved ? leftAt.replace(/-s\d+$/, "") : leftAt;
    this.note(!seen.left?.includes(kept), `the place that was kept (${seen.left})`);
    this.note(seen.notices > 1, `${seen.notices} notices`);
  }

  /** Whether everything is there without a server: both reports, another page, and a panel that was never opened. */
  async checkWithoutServer(build = builds.current): Promise<void> {
    // A request that is never answered holds the worker's installation up until it is given up; the next visit begins anew.
    if (!(await this.isKept())) {
      await this.page.waitForTimeout(givenUpMs);
      await this.go();
    }
    // Where that request is the browser's own, for the worker's script, no page can give it up: it ends with its connection.
    if (!(await this.isKept())) {
      this.server.dropConnections();
      await this.go();
    }
    this.note(!(await this.isKept()), "the worker");
    this.cut();
    await this.go("en/about/");
    this.note((await this.page.locator("h1").count()) === 0, "the about page, without a network");
    await this.go("en/");
    await this.look(true, build);
    await this.go();
    await this.look(true, build);
    const open = this.page.getByRole("button", { name: names.text, exact: true });
    await open
      .click({ timeout: 8000 })
      .then(() => this.page.getByRole("button", { name: names.larger }).waitFor({ timeout: 8000 }))
      .catch(() => this.note(true, "the text settings, without a network"));
    this.restore();
  }
}

/** Makes a laboratory on a browser, for one case. */
export function createLab(browser: Browser): Lab {
  const opened: (() => Promise<unknown>)[] = [];
  return {
    browser,
    builds,
    async enter({ build = builds.current, serviceWorkers = "allow", prepare } = {}) {
      const server = await startServer(build);
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        serviceWorkers,
        storageState: {
          cookies: [],
          origins: [
            {
              origin: new URL(server.url).origin,
              localStorage: [
                { name: settingsStorageKey, value: printStoredSettings({ size: chosenSize }) },
                { name: leftKey, value: JSON.stringify({ id: leftAt, top: 120, above: 0 }) },
              ],
            },
          ],
        },
      });
      opened.push(
        () => context.close(),
        () => server.stop(),
      );
      // What runs this file names the functions that it hands to pages.
      await context.addInitScript("globalThis.__name = (named) => named");
      await prepare?.(context);
      const visit = new Visit(context, server);
      await visit.openTab();
      return visit;
    },
    async close() {
      for (const end of opened) await end().catch(() => undefined);
    },
  };
}
