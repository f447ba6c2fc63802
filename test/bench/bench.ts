// Prints each figure of the design's budgets beside its budget; ends with an error where one is
// over. Bytes are brotli at its best; times are medians, or ratios within this one run, since
// machines differ.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { compressFiles } from "../../src/site/hosting/compress.ts";
import { launchers } from "../support/browser.ts";
import { viteBuild } from "../support/builds.ts";
import { fakeSpeech } from "../support/fake-speech.ts";
import { startServer } from "../support/server.ts";
import { type Figure, measureSizes } from "../support/sizes.ts";
import { visit } from "../support/visit.ts";
import { measureLighthouse } from "./lighthouse.ts";
import { measureNotes } from "./notes.ts";
import { fingerOn, median, spread, timeTo, withPage } from "./timing.ts";

const port = 4175;
const dist = ".cache/builds/bench";
const rounds = 15;
const figures: Figure[] = [];
const add = (figure: Figure) => figures.push(figure);

/**
 * A report of 300,000 characters, made by repeating the sections of the real one under other ids.
 */
function writeLongReport(): void {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const sections = /(<article [^>]*>)([\s\S]*)(?=<\/article>)/.exec(html)?.[2] ?? "";
  const characters = sections.replace(/<[^>]*>/g, "").length;
  const copies = Array.from({ length: Math.ceil(300_000 / characters) }, (_, copy) =>
    sections.replace(/\b(id|aria-labelledby)="([^"]+)"/g, `$1="$2-${copy}"`),
  );
  writeFileSync(
    join(dist, "long.html"),
    html.replace(sections, () => copies.join("")),
  );
}

/** A bare HTML file of the same text, for comparison. */
function writeBareFile(): void {
  const paragraphs = readFileSync("content/reports/wugang-2023/source.txt", "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`);
  writeFileSync(
    join(dist, "bare.html"),
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>报告</title>${paragraphs.join("\n")}`,
  );
}

/** First and largest contentful paint, in ms from the start of the navigation. */
async function paints(page: Page, url: string): Promise<{ first: number; largest: number }> {
  await page.goto(url, { waitUntil: "load" });
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const largest = list.getEntries().at(-1)?.startTime ?? Number.NaN;
          const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
          resolve({ first: first ?? Number.NaN, largest });
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}

async function measurePaints(browser: Browser, url: string): Promise<void> {
  const ours: { first: number; largest: number }[] = [];
  const bare: { first: number; largest: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const results = [
      await withPage(browser, 4, (page) => paints(page, url)),
      await withPage(browser, 4, (page) => paints(page, `${url}bare.html`)),
    ];
    // The first round warms the server and the browser.
    if (round > 0 && results[0] && results[1]) {
      ours.push(results[0]);
      bare.push(results[1]);
    }
  }
  for (const key of ["first", "largest"] as const) {
    const [mine, plain] = [ours, bare].map((list) => list.map((each) => each[key]));
    if (!mine || !plain) continue;
    add({
      what: `${key} contentful paint against a bare file`,
      value: median(mine) / median(plain),
      budget: 1.1,
      unit: "×",
      note: `${median(mine).toFixed(0)} (${spread(mine)}) and ${median(plain).toFixed(0)} (${spread(plain)}) ms`,
    });
  }
}

/**
 * Total blocking time as web.dev/articles/tbt has it: of each task after the first contentful
 * paint, what goes beyond 50 ms. The painting itself is measured by `measurePaints`.
 */
async function measureFirstVisit(browser: Browser, url: string): Promise<void> {
  const visits: { blocked: number; withPaint: number; shift: number }[] = [];
  for (let round = 0; round < 5; round++)
    visits.push(
      await withPage(
        browser,
        4,
        async (page) => {
          await page.addInitScript(() => {
            const figures = { tasks: [] as { startTime: number; duration: number }[], shift: 0 };
            Object.assign(window, { figures });
            new PerformanceObserver((list) => {
              figures.tasks.push(...list.getEntries());
            }).observe({ type: "longtask", buffered: true });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                figures.shift += (entry as unknown as { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
          });
          await visit(page, url);
          return page.evaluate(() => {
            const { figures } = window as unknown as {
              figures: { tasks: { startTime: number; duration: number }[]; shift: number };
            };
            const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
            if (paint === undefined) throw new Error("Nothing was painted.");
            const blockedFrom = (begin: number) =>
              figures.tasks.reduce((sum, { startTime, duration }) => {
                const within = startTime + duration - Math.max(startTime, begin);
                return sum + Math.max(0, within - 50);
              }, 0);
            return {
              blocked: blockedFrom(paint),
              withPaint: blockedFrom(0),
              shift: figures.shift,
            };
          });
        },
        "allow",
      ),
    );
  const blocked = visits.map((each) => each.blocked);
  add({
    what: "total blocking time of a first visit",
    value: median(blocked),
    budget: 0,
    unit: "ms",
    note: `${spread(blocked)}; with the first paint ${spread(visits.map(({ withPaint }) => withPaint))}`,
  });
  add({
    what: "layout shift",
    value: Math.max(...visits.map((each) => each.shift)),
    budget: 0,
    unit: "",
  });
}

/**
 * What the web calls a good interaction (web.dev/articles/inp): how long the page may take to
 * follow its settings, in ms.
 */
const goodMs = 200;

async function measureTaps(browser: Browser, url: string): Promise<void> {
  await withPage(browser, 4, async (page) => {
    await page.goto(url);
    const tap = await fingerOn(page);
    const press = (name: string) => () => tap(page.getByRole("button", { name, exact: true }));
    const timed = new Map<string, { readonly budget: number; readonly times: number[] }>();
    const record = (what: string, budget: number, time: number) => {
      const figure = timed.get(what) ?? { budget, times: [] };
      figure.times.push(time);
      timed.set(what, figure);
    };
    const time = async (what: string, act: () => Promise<void>, event = "click") =>
      record(`${what}, to the next paint`, 50, await timeTo(page, act, event));
    await press("文字")();
    await page.getByRole("radio").first().waitFor();
    await page.keyboard.press("Escape");
    for (let round = 0; round < 7; round++) {
      await time("open 目录", press("目录"));
      await page.keyboard.press("Escape");
      await time("open 文字", press("文字"));
      await time("放大", press("放大"));
      await time("缩小", press("缩小"));
      const isBack = () => page.locator(":root:not([style*='--size'])").waitFor();
      await isBack();
      record(
        "放大, to the whole page in that size",
        goodMs,
        await timeTo(page, press("放大"), "click", ":root[style*='--size']"),
      );
      await press("缩小")();
      await isBack();
      await time("theme", () => tap(page.getByRole("radio", { name: round % 2 ? "纸" : "夜间" })));
      await time(
        "a keystroke on a slider",
        () => page.getByRole("slider", { name: "行距" }).press("ArrowRight"),
        "keydown",
      );
      await page.keyboard.press("Escape");
      const summary = page.locator("#p1-full summary");
      await time("open a pillar", () => tap(summary));
      await tap(summary);
    }
    for (const [what, { budget, times }] of timed)
      add({ what, value: median(times), budget, unit: "ms", note: spread(times) });
  });
}

/**
 * Time from each of some queries, typed into an empty searchbox, to the paint that shows the first
 * of what was found.
 */
async function measureSearch(browser: Browser, url: string): Promise<void> {
  for (const [what, path] of [
    ["the report", ""],
    ["a report of 300,000 characters", "long.html"],
  ] as const)
    await withPage(browser, 4, async (page) => {
      await page.goto(url + path);
      await page.getByRole("button", { name: "搜索", exact: true }).click();
      const field = page.getByRole("searchbox", { name: "搜索" });
      const settle = () => page.locator("#announcements").filter({ hasText: "找到" }).waitFor();
      // Everything is fetched and read once: the other pages, and pinyin.
      await field.fill("xzfy");
      await settle();
      const times: number[] = [];
      for (const query of ["法", "行政复议", "100%", "xzfy", "fuyi"])
        for (let round = 0; round < 5; round++) {
          await field.fill("");
          // Before the query: on a slow machine its own announcement may have come by the time that
          // it is timed.
          await page.evaluate(() => document.getElementById("announcements")?.replaceChildren());
          times.push(
            await timeTo(
              page,
              () => page.keyboard.insertText(query),
              "input",
              "#search-panel mark",
            ),
          );
          await settle();
        }
      add({
        what: `first results in ${what}`,
        value: median(times),
        budget: 50,
        unit: "ms",
        note: spread(times),
      });
    });
}

/**
 * Time from the pointer's arrival at a term to the paint that explains it, once the glossary's page
 * has been read.
 */
async function measureExplanations(browser: Browser, url: string): Promise<void> {
  await withPage(browser, 4, async (page) => {
    await page.goto(url);
    await page.locator("#p1-full summary").click();
    const terms = page.locator('#p1-full .s a[href*="glossary/#"]');
    const explanation = page.locator("#explanation");
    const times: number[] = [];
    for (let round = 0; round < 8; round++) {
      const term = terms.nth(round);
      await term.scrollIntoViewIfNeeded();
      const took = await timeTo(
        page,
        () => term.hover(),
        "pointerover",
        "#explanation:popover-open",
      );
      // The first waits for what explains, and for the glossary.
      if (round > 0) times.push(took);
      await page.keyboard.press("Escape");
      await page.mouse.move(0, 0);
      await explanation.waitFor({ state: "hidden" });
    }
    add({
      what: "a term to its explanation",
      value: median(times),
      budget: 50,
      unit: "ms",
      note: spread(times),
    });
  });
}

async function measureFirstWord(browser: Browser, url: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++)
    times.push(
      await withPage(browser, 4, async (page) => {
        await fakeSpeech(page);
        await page.goto(url);
        await page.getByRole("button", { name: "朗读", exact: true }).click();
        const play = page.getByRole("button", { name: "播放", exact: true });
        await play.waitFor();
        await page.evaluate(() => {
          const asked = new Promise<number>((resolve) => {
            document.addEventListener(
              "click",
              ({ timeStamp }) => {
                const { speak } = speechSynthesis;
                speechSynthesis.speak = (utterance) => {
                  resolve(performance.now() - timeStamp);
                  speak.call(speechSynthesis, utterance);
                };
              },
              { capture: true, once: true },
            );
          });
          Object.assign(window, { asked });
        });
        await play.click();
        return page.evaluate(() => (window as unknown as { asked: Promise<number> }).asked);
      }),
    );
  add({
    what: "tap on 播放 to the first word asked for",
    value: median(times),
    budget: 100,
    unit: "ms",
    note: spread(times),
  });
}

async function measureMark(browser: Browser, url: string): Promise<void> {
  const frames = await withPage(browser, 4, async (page) => {
    await fakeSpeech(page);
    await page.goto(url);
    await page.getByRole("button", { name: "朗读", exact: true }).click();
    await page.evaluate(() => {
      const waits: number[] = [];
      Object.assign(window, { waits });
      document.addEventListener("zhanjuan:speech", (event) => {
        const { state, sentence } = (event as CustomEvent).detail;
        if (state !== "speaking") return;
        let frames = 0;
        const look = () => {
          const said = document.querySelector(".said");
          if (said && (said.id === sentence || said.querySelector(`#${sentence}`)))
            return waits.push(frames);
          frames++;
          requestAnimationFrame(look);
        };
        queueMicrotask(look);
      });
    });
    await page.getByRole("button", { name: "播放", exact: true }).click();
    const waits = () => page.evaluate(() => (window as unknown as { waits: number[] }).waits);
    while ((await waits()).length < 12) await page.waitForTimeout(100);
    return waits();
  });
  add({
    what: "frames from the event of speech to the mark",
    value: Math.max(...frames),
    budget: 1,
    unit: "",
  });
}

async function measureLanguageSwitch(browser: Browser, url: string): Promise<void> {
  const values = await withPage(
    browser,
    4,
    async (page) => {
      await visit(page, url);
      const times: number[] = [];
      for (let round = 0; round < 9; round++) {
        await page.evaluate(() =>
          document.addEventListener(
            "click",
            () => sessionStorage.setItem("bench", String(Date.now())),
            {
              capture: true,
            },
          ),
        );
        await page.getByRole("link", { name: /^(English|中文)$/ }).click();
        times.push(
          await page.evaluate(
            () =>
              new Promise<number>((resolve) =>
                new PerformanceObserver((list) => {
                  const paint = list.getEntriesByName("first-contentful-paint")[0];
                  if (paint)
                    resolve(
                      performance.timeOrigin +
                        paint.startTime -
                        Number(sessionStorage.getItem("bench")),
                    );
                }).observe({ type: "paint", buffered: true }),
              ),
          ),
        );
      }
      return times;
    },
    "allow",
  );
  add({
    what: "language switch from the cache",
    value: median(values),
    budget: 400,
    unit: "ms",
    note: spread(values),
  });
}

rmSync(dist, { recursive: true, force: true });
viteBuild(dist, { SITE_URL: `http://localhost:${port}` });
figures.push(...measureSizes(dist));
writeBareFile();
writeLongReport();
// What was written beside it is sent compressed, too.
compressFiles(dist);
const server = await startServer(dist, { port });
const browser = await launchers.chromium();
await measurePaints(browser, server.url);
await measureFirstVisit(browser, server.url);
await measureTaps(browser, server.url);
await measureSearch(browser, server.url);
await measureExplanations(browser, server.url);
await measureFirstWord(browser, server.url);
await measureMark(browser, server.url);
await measureLanguageSwitch(browser, server.url);
figures.push(...(await measureNotes(browser, server.url)));
await browser.close();
figures.push(...(await measureLighthouse(server.url)));
await server.stop();

let over = 0;
for (const { what, value, budget, unit, isLeast, note } of figures) {
  const isOver = Number.isNaN(value) || (isLeast ? value < budget : value > budget);
  if (isOver) over += 1;
  const shown = unit === "×" ? value.toFixed(2) : String(Math.round(value * 100) / 100);
  console.log(
    `${isOver ? "OVER" : "  ok"}  ${what}: ${shown} ${unit} (${isLeast ? "at least" : "at most"} ${budget})${note ? `  [${note}]` : ""}`,
  );
}
console.log(`${figures.length - over} passed, ${over} failed`);
process.exitCode = over > 0 ? 1 : 0;
