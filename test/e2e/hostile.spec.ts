import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { hostileSample, hostileStrings } from "../support/hostile.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar, written } from "../support/notes.ts";
import { openSearch, openTextPanel } from "../support/panels.ts";

const chinese = editions[0] as Edition;
const notes = noteNames["zh-CN"];

/** A string without halves of characters, which no address and no field can hold. */
const wellFormed = (string: string) => Buffer.from(string).toString();

/** Reports as an error whatever the policy stopped: it would have run, or gone elsewhere, in an older browser. */
async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
      setTimeout(() => {
        throw new Error(`policy: ${violatedDirective} ${sample}`);
      }),
    );
  });
}

/** What a page is made of: nothing may be added to it, but by its own panels. */
const shape = (page: Page) =>
  page.evaluate(() => [
    document.querySelectorAll("main *").length,
    document.querySelectorAll("script, iframe, object, embed, base, meta, style, form").length,
  ]);

async function expectReadable(
  page: Page,
  before: readonly number[],
  { names } = chinese,
): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toContainText(names.reportTitle);
  await expect(page.locator("#intro-s1")).toBeVisible();
  // The address and the storage have been read.
  await expect(page.locator(".progress")).toHaveAttribute("style", /--progress/);
  expect(await shape(page)).toEqual(before);
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
}

// Many page loads in one test.
test.describe.configure({ timeout: 240_000 });
test.beforeEach(({ page }) => watchPolicy(page));

for (const [which, edition] of editions.entries())
  test(`as the fragment of an address nothing executes, and the page stays as it is ${edition.title}`, async ({
    page,
    reader,
  }) => {
    await page.goto(edition.report);
    await expect(page.locator(".progress")).toHaveAttribute("style", /--progress/);
    const before = await shape(page);
    // Half of them on each page: Chromium takes 200 changes of address in ten seconds, and no more.
    await page.evaluate(
      async (strings) => {
        for (const string of strings) {
          const { href } = location;
          location.hash = string;
          if (location.href !== href)
            await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
        }
      },
      hostileStrings.filter((_string, at) => at % 2 === which),
    );
    await expectReadable(page, before, edition);
    expect(page.url().startsWith(`${new URL(edition.report, reader.url).href}#`)).toBe(true);
  });

test("in the address that a page is opened with nothing executes, at whichever page", async ({
  page,
}) => {
  await page.goto("./");
  const before = await shape(page);
  const short = hostileStrings.filter(({ length }) => length < 2000);
  const size = 40;
  for (let at = 0; at < short.length; at += size) {
    const part = short.slice(at, at + size).map(wellFormed);
    const query = new URLSearchParams(part.map((string, number) => [`q${number}`, string]));
    query.append(part[0] ?? "", part[1] ?? "");
    await page.goto(`./?${query}#${encodeURIComponent(part[2] ?? "")}`);
    await expectReadable(page, before);
  }
  // Raw, as a careless link has them.
  for (const string of hostileSample.filter(({ length }) => length < 2000)) {
    const address = wellFormed(string.replaceAll(/[\s#%]/g, ""));
    await page.goto(`./?${address}#${address}`);
    await expectReadable(page, before);
  }
});

test("from a storage that somebody else has filled nothing executes, and the page works", async ({
  page,
}) => {
  await page.goto("./");
  const before = await shape(page);
  // What is stored would be stored anew by who leaves the report, but not by who comes from this page.
  const elsewhere = chinese.about;
  const { report, keys } = await page.evaluate(() => {
    const name = document.documentElement.dataset.report ?? "";
    return {
      report: name,
      keys: [
        "zhanjuan:settings",
        "zhanjuan:listening",
        "zhanjuan:place",
        "zhanjuan:open",
        `zhanjuan:left:${name}`,
        `zhanjuan:heard:${name}:zh-CN`,
        "zhanjuan:reloaded:text",
      ],
    };
  });
  expect(report).not.toBe("");
  const fill = (values: Readonly<Record<string, string>>) =>
    page.evaluate((entries) => {
      for (const [key, value] of entries)
        for (const storage of [localStorage, sessionStorage])
          try {
            storage.setItem(key, value);
          } catch {
            // It is full: of what is there, all is hostile.
          }
    }, Object.entries(values));
  // In the forms that the reader itself stores, as many at once as they hold.
  const all = hostileStrings.filter(({ length }) => length < 2000);
  await page.goto(elsewhere);
  await fill({
    "zhanjuan:settings": JSON.stringify({
      version: 1,
      chosen: Object.fromEntries(all.map((string) => [string, string])),
    }),
    "zhanjuan:listening": JSON.stringify({
      version: 1,
      rate: all[0],
      voices: { "zh-CN": all[1], en: all[2] },
    }),
    "zhanjuan:open": JSON.stringify(all),
  });
  await page.goto("./");
  await expectReadable(page, before);
  for (const [at, string] of hostileSample.entries()) {
    const other = (step: number) => hostileSample[(at + step) % hostileSample.length] ?? string;
    await page.goto(elsewhere);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await fill(Object.fromEntries(keys.map((key, step) => [key, other(step)])));
    if (at % 2)
      await fill({
        [`zhanjuan:left:${report}`]: JSON.stringify({ id: string, top: 0, above: 0 }),
        "zhanjuan:place": JSON.stringify({ id: other(1), top: 0, above: 0 }),
      });
    await page.goto("./");
    await expectReadable(page, before);
  }
  const panel = await openTextPanel(page, chinese);
  await panel.getByRole("button", { name: chinese.names.larger }).click();
  await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.1/);
});

/** Fields into which a reader writes, and how each is opened. */
const fields: Readonly<Record<string, (page: Page) => Promise<Locator>>> = {
  "the searchbox": async (page) => (await openSearch(page, chinese)).getByRole("searchbox"),
  "a note": async (page) => {
    await select(page, "intro-s1", 0, 12);
    const bar = await toolbar(page, chinese);
    await bar.getByRole("button", { name: notes.note }).click();
    return bar.getByRole("textbox");
  },
  "the search among the notes": async (page) => {
    const panel = await openNotes(page, chinese);
    await panel.getByRole("button", { name: notes.markHere }).click();
    const bar = await toolbar(page, chinese);
    await bar.getByRole("button", { name: notes.bookmark, exact: true }).click();
    await openNotes(page, chinese);
    return panel.getByRole("searchbox", { name: notes.search });
  },
};

for (const [name, open] of Object.entries(fields))
  test(`whatever is written into ${name}, nothing executes`, async ({ page }) => {
    await page.goto("./");
    const field = await open(page);
    const before = await shape(page);
    for (const string of hostileStrings.filter(({ length }) => length < 2000))
      await field.fill(wellFormed(string));
    await field.fill("甲".repeat(100_000));
    await field.fill("");
    await expectReadable(page, before);
  });

test("notes of hostile strings are kept, listed, exported and read again as the text that they are", async ({
  page,
}) => {
  await page.goto("./");
  const [quote] = await page.locator("#intro-s1").allTextContents();
  const texts = [...new Set(hostileStrings.map((string) => wellFormed(string).trim()))].filter(
    ({ length }) => length > 0 && length < 2000,
  );
  const items = texts.map((value, number) => ({
    // With a name of its own, which is as hostile.
    ...{ type: "Annotation", id: `${number}${value.slice(0, 150)}` },
    body: { type: "TextualBody", value },
    target: {
      source: "https://example.org/",
      selector: { type: "TextQuoteSelector", exact: quote?.slice(0, 12) },
    },
  }));
  const panel = await openNotes(page, chinese);
  const bring = (file: string) =>
    panel
      .getByLabel(notes.import)
      .setInputFiles({ name: "n.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await written(page, () => bring(JSON.stringify(items)));
  const list = panel.locator(".notes li");
  await expect(list).toHaveCount(texts.length);
  const before = await shape(page);
  const folded = (string: string) => string.replaceAll(/\s+/g, " ");
  const shown = folded((await list.allTextContents()).join("\n"));
  for (const text of texts) expect(shown).toContain(folded(text));
  const saved = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      panel.getByRole("button", { name }).click(),
    ]);
    return readFileSync(await file.path(), "utf8");
  };
  const exported = await saved(notes.exportJson);
  expect((await saved(notes.exportMarkdown)).length).toBeGreaterThan(texts.join("").length);
  await page.reload();
  await openNotes(page, chinese);
  await expect(list).toHaveCount(texts.length);
  await bring(exported);
  await expect(panel.getByText(notes.imported(0, texts.length, 0))).toBeVisible();
  await expectReadable(page, before);
});

test("in a file that is read as notes nothing executes, whatever it is and whichever member it fills", async ({
  page,
}) => {
  await page.goto("./");
  const panel = await openNotes(page, chinese);
  const before = await shape(page);
  const input = panel.getByLabel(notes.import);
  for (const string of hostileStrings)
    await input.setInputFiles({
      ...{ name: "n.json", mimeType: "application/json" },
      buffer: Buffer.from(string),
    });
  await expect(panel.getByText(notes.notJson)).toBeVisible();
  // A file of more than 5 MB is not read.
  const filled = hostileStrings
    .map((full) => full.slice(0, 10_000))
    .map((string) => ({
      ...{ type: "Annotation", id: string, motivation: string, created: string, modified: string },
      body: { type: "TextualBody", value: string, format: string, language: string },
      target: {
        source: { id: string, report: string, language: string },
        styleClass: string,
        selector: [
          { type: "TextQuoteSelector", exact: string, prefix: string, suffix: string },
          {
            type: "RangeSelector",
            startSelector: { type: "FragmentSelector", value: string },
            endSelector: { type: "FragmentSelector", value: string },
          },
        ],
      },
      [string]: string,
    }));
  await input.setInputFiles({
    ...{ name: "n.json", mimeType: "application/json" },
    buffer: Buffer.from(JSON.stringify(filled)),
  });
  await expect(panel.getByText(notes.imported(0, 0, hostileStrings.length))).toBeVisible();
  await expect(panel.locator(".notes li")).toHaveCount(0);
  await expectReadable(page, before);
});
