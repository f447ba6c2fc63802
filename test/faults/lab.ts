import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { ownName } from "../../src/core/own-name.ts";
import { printStoredSettings, settingsStorageKey } from "../../src/core/settings/stored.ts";
import { builds } from "../support/builds.ts";
import { type Edition, editions } from "../support/editions.ts";
import { expectedSentences } from "../support/expected-sentences.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { serverFaults } from "../support/server-faults.ts";

/** What the laboratory lends to a test. */
export interface Lab {
  /**
   * Opens a reader's browser, who has been here before: with settings, and a place at which they
   * left.
   */
  enter(options?: EnterOptions): Promise<Visit>;
  /** The builds before and after a deploy. */
  readonly builds: typeof builds;
}

interface EnterOptions {
  /** What the server serves at first. */
  readonly build?: string;
  readonly serviceWorkers?: "allow" | "block";
  /** Runs before every page. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

/** The size that the reader has chosen, and the sentence at which they left the report. */
export const chosenSize = 125;
export const leftAt = "p3-m2-s1";

/**
 * What Firefox tells as errors of the page, though nothing was thrown: loads that failed, and were
 * caught; without an address where the worker had passed on a part.
 */
const firefoxReports = /^(Loading module from|Failed to load) .(https?:|’. A ServiceWorker)/;

const leftPositionKey = ownName("/", "left:wugang-2023");
/** The names of the Chinese page's controls. */
export const { names } = editions[0] as Edition;

/** What a page shows and has stored. */
interface Sight {
  /** Whether it is a page of the reader at all. */
  readonly isOurs: boolean;
  readonly language: string;
  readonly isScripted: boolean;
  /** The sentences of the report, by id and text, as far as they have arrived. */
  readonly sentences: readonly (readonly [id: string, text: string])[];
  /** Whether the heading is visible. */
  readonly isShown: boolean;
  /** The root's inline style. */
  readonly style: string;
  /** The stored place and settings; null where there are none. */
  readonly left: string | null;
  readonly settings: string | null;
  /** Where the sentence at which the reader left is below the window's top, in CSS px. */
  readonly top: number;
  /** The window's height, in CSS px. */
  readonly height: number;
  /** How many notices are visible. */
  readonly notices: number;
}

interface Expectation {
  readonly isWhole: boolean;
  readonly build: string;
  readonly hasMoved: boolean;
}

/** What a reader who sees this has lost. */
function listLosses(seen: Sight, { isWhole, build, hasMoved }: Expectation): readonly string[] {
  if (!seen.isOurs) return isWhole ? ["the page"] : [];
  const lost: string[] = [];
  const note = (isLost: boolean, what: string) => void (isLost && lost.push(what));
  const expected = expectedSentences(build, seen.language);
  const wrong = seen.sentences.filter(([id, text], n) => {
    const whole = expected.get(id);
    const isLast = n === seen.sentences.length - 1;
    return whole !== text && !(!isWhole && isLast && whole?.startsWith(text));
  });
  note(wrong.length > 0, `the text of ${wrong.map(([id]) => id).join(", ")}`);
  note(
    isWhole && seen.sentences.length !== expected.size,
    `the text: ${seen.sentences.length} of ${expected.size} sentences`,
  );
  note(!seen.isShown, "the sight of the text");
  note(!seen.style.includes(`--size: ${chosenSize / 100}`), "the type size on the screen");
  note(!seen.settings?.includes(`"size":${chosenSize}`), "the settings");
  note(
    isWhole && seen.isScripted && !(seen.top > -seen.height / 2 && seen.top < seen.height),
    `the place on the screen (${Math.round(seen.top)})`,
  );
  const kept = hasMoved ? leftAt.replace(/-s\d+$/, "") : leftAt;
  note(!seen.left?.includes(kept), `the place that was kept (${seen.left})`);
  note(seen.notices > 1, `${seen.notices} notices`);
  return lost;
}

/** A reader's visits to one server, and what is seen of them. */
export class Visit {
  /** What was lost so far. */
  readonly lost: string[] = [];
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

  /**
   * Opens a new tab, which is watched from now on. One guarded reload of a page is allowed, a loop
   * is not.
   */
  async openTab(): Promise<Page> {
    const page = await this.context.newPage();
    this.page = page;
    this.loads.set(page, 0);
    page.on("pageerror", ({ message }) =>
      this.note(!firefoxReports.test(message), `uncaught: ${message}`),
    );
    page.on("dialog", (dialog) => this.note(true, `dialog: ${dialog.message()}`));
    let last = "";
    page.on("domcontentloaded", () => {
      const isReload = page.url() === last;
      last = page.url();
      this.loads.set(page, isReload ? (this.loads.get(page) ?? 0) + 1 : 1);
      this.note(
        (this.loads.get(page) ?? 0) > 2,
        `reloads: more than one of ${new URL(last).pathname}`,
      );
    });
    return page;
  }

  /**
   * Goes to a page and waits until it is ready. Returns whether anything was answered in
   * `patienceMs`; that nothing was is no error here.
   */
  async go(path = "./", patienceMs = 15_000): Promise<boolean> {
    const page = this.page ?? (await this.openTab());
    this.loads.set(page, 0);
    const isAnswered = await page
      .goto(new URL(path, this.server.url).href, { waitUntil: "commit", timeout: patienceMs })
      .then(() => true)
      .catch(() => false);
    if (isAnswered) await this.settle();
    return isAnswered;
  }

  /**
   * Waits until the page has loaded and its script has attached everything, or has failed. Where an
   * answer never comes, neither happens: then the wait ends without an error.
   */
  async settle(atMostMs = 6000): Promise<void> {
    await this.page
      .waitForFunction(
        () => {
          // A page of which no byte has been parsed has no root yet.
          const root = document.querySelector("html");
          if (!root || document.readyState !== "complete") return false;
          const { script, ready } = root.dataset;
          return script === undefined || ready !== undefined;
        },
        undefined,
        { timeout: atMostMs },
      )
      .catch(() => undefined);
  }

  /**
   * Waits until the server was asked for a path that begins so; thereby a fault there has struck.
   */
  async untilAsked(path: string): Promise<void> {
    await expect
      .poll(() => this.server.requests.some((asked) => asked.startsWith(path)), {
        message: `${path} is asked for`,
      })
      .toBe(true);
  }

  /** Whether a page of the reader has come, to its end. */
  isHere(): Promise<boolean> {
    const look = () => this.page.evaluate(() => document.getElementById("notices") !== null);
    // The page's one guarded reload may come in between.
    return look().catch(() => this.settle().then(look));
  }

  /** Waits until a worker is in charge of the page. Returns whether there is one in time. */
  async isKept(atMostMs = 15_000): Promise<boolean> {
    return this.until(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return Boolean(navigator.serviceWorker.controller && registration?.active);
    }, atMostMs);
  }

  /** Waits until something holds in the page. Returns whether it does in time. */
  async until(holds: () => Promise<boolean>, atMostMs = 15_000): Promise<boolean> {
    return expect
      .poll(() => this.page.evaluate(holds).catch(() => false), { timeout: atMostMs })
      .toBe(true)
      .then(() => true)
      .catch(() => false);
  }

  /** Cuts the reader off from the server, until `restore`. */
  cut(): void {
    this.server.intercept(serverFaults["the connection is cut"]);
  }

  /** Brings the server back, and takes every other fault away. */
  restore(): void {
    this.server.intercept(undefined);
  }

  /**
   * Looks at the page and notes what is wrong with it, once it is right or has had time to become
   * so. `isWhole` says that the whole page must be there; else what has arrived must be right as
   * far as it goes. `hasMoved` says that the reader went on within the same measure.
   */
  async look(isWhole = true, build = builds.current, hasMoved = false): Promise<void> {
    let wrong: readonly string[] = [];
    await expect
      .poll(async () => {
        // The page's one guarded reload may come in between.
        const seen = await this.see().catch(() => undefined);
        wrong = seen ? listLosses(seen, { isWhole, build, hasMoved }) : ["the page"];
        return wrong;
      })
      .toEqual([])
      .catch(() => undefined);
    for (const each of wrong) this.note(true, each);
  }

  /** What the page shows and has stored. */
  private see(): Promise<Sight> {
    return this.page.evaluate(
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
      [leftPositionKey, ownName("/", settingsStorageKey), leftAt] as const,
    );
  }

  /**
   * Whether everything is there without a server: both reports, another page, and a panel that was
   * never opened.
   */
  async checkWithoutServer(build = builds.current): Promise<void> {
    // A request that was never answered holds the worker's installation up. It ends with its
    // connection, as networks end silent ones, and the next visit installs the worker anew.
    if (!(await this.isKept(5000))) {
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

/**
 * Tests with a laboratory of their own. Each fails where the reader has lost anything by its end.
 */
export const test = base.extend<{ lab: Lab }>({
  lab: async ({ browser }, use) => {
    const visits: Visit[] = [];
    await use({
      builds,
      async enter({ build = builds.current, serviceWorkers = "allow", prepare } = {}) {
        const server = await startServer(build);
        const context = await browser.newContext({
          viewport: { width: 360, height: 740 },
          serviceWorkers,
          storageState: storageOf(server),
        });
        const visit = new Visit(context, server);
        visits.push(visit);
        await prepare?.(context);
        await visit.openTab();
        return visit;
      },
    });
    for (const visit of visits) {
      await visit.context.close();
      await visit.server.stop();
    }
    expect(
      visits.flatMap(({ lost }) => lost),
      "what the reader lost",
    ).toEqual([]);
  },
});

/** What is stored on the device of a reader who has been here before. */
const storageOf = ({ url }: TestServer) => ({
  cookies: [],
  origins: [
    {
      origin: new URL(url).origin,
      localStorage: [
        {
          name: ownName("/", settingsStorageKey),
          value: printStoredSettings({ size: chosenSize }),
        },
        { name: leftPositionKey, value: JSON.stringify({ id: leftAt, top: 120, above: 0 }) },
      ],
    },
  ],
});
