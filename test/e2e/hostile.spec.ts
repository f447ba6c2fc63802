import type { Locator, Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { hostileSample, hostileStrings } from "../support/hostile.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar, written } from "../support/notes.ts";
import { openSearch, openTextPanel } from "../support/panels.ts";

const [chinese, english] = editions as [Edition, Edition];
const notes = noteNames["zh-CN"];

/** A string without halves of characters, which no address and no field can hold. */
const wellFormed = (string: string) => Buffer.from(string).toString();

/**
 * Reports as an error whatever the policy stopped: it would have run, or gone elsewhere, in an
 * older browser.
 */
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
  // Raw, as a careless link has them, several at once.
  const raw = hostileSample.filter(({ length }) => length < 2000);
  for (let at = 0; at < raw.length; at += 8) {
    const together = raw.slice(at, at + 8).join("&");
    const address = wellFormed(together.replaceAll(/[\s#%]/g, ""));
    await page.goto(`./?${address}#${address}`);
    await expectReadable(page, before);
  }
});

test("from a storage that somebody else has filled nothing executes, and the page works", async ({
  page,
}) => {
  await page.goto("./");
  const before = await shape(page);
  // What is stored would be stored anew by who leaves the report, but not by who comes from this
  // page.
  const elsewhere = chinese.about;
  const { report, keys } = await page.evaluate(() => {
    const name = document.documentElement.dataset.report ?? "";
    return {
      report: name,
      keys: [
        "zhanjuan:/:settings",
        "zhanjuan:/:listening",
        "zhanjuan:/:place",
        "zhanjuan:/:open",
        `zhanjuan:/:left:${name}`,
        `zhanjuan:/:heard:${name}:zh-CN`,
        "zhanjuan:/:reloaded:text",
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
    "zhanjuan:/:settings": JSON.stringify({
      version: 1,
      chosen: Object.fromEntries(all.map((string) => [string, string])),
    }),
    "zhanjuan:/:listening": JSON.stringify({
      version: 1,
      rate: all[0],
      voices: { "zh-CN": all[1], en: all[2] },
    }),
    "zhanjuan:/:open": JSON.stringify(all),
  });
  await page.goto("./");
  await expectReadable(page, before);
  // Each under one of the keys: what is read from each key, whatever it holds, is tried without a
  // browser.
  for (let at = 0; at < hostileSample.length; at += keys.length) {
    const other = (step: number) => hostileSample[(at + step) % hostileSample.length] ?? "";
    await page.goto(elsewhere);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await fill(Object.fromEntries(keys.map((key, step) => [key, other(step)])));
    if (at % 2)
      await fill({
        [`zhanjuan:/:left:${report}`]: JSON.stringify({ id: other(0), top: 0, above: 0 }),
        "zhanjuan:/:place": JSON.stringify({ id: other(1), top: 0, above: 0 }),
      });
    await page.goto("./");
    await expectReadable(page, before);
  }
  const panel = await openTextPanel(page, chinese);
  await panel.getByRole("button", { name: chinese.names.larger }).click();
  await expect(page.locator("html")).toHaveAttribute("style", /--size: 1.1/);
});

test("whatever is written into the searchbox, a note or the search among the notes, nothing executes", async ({
  page,
}) => {
  await page.goto(english.report);
  const names = noteNames.en;
  const write = async (field: Locator) => {
    for (const string of hostileSample.filter(({ length }) => length < 2000))
      await field.fill(wellFormed(string));
  };
  const search = await openSearch(page, english);
  const before = await shape(page);
  await write(search.getByRole("searchbox"));
  await search.getByRole("searchbox").fill("甲".repeat(100_000));
  await search.getByRole("searchbox").fill("");
  await page.keyboard.press("Escape");
  await select(page, "intro-s1", 0, 12);
  const bar = await toolbar(page, english);
  await bar.getByRole("button", { name: names.note }).click();
  await write(bar.getByRole("textbox"));
  await bar.getByRole("textbox").fill("x");
  await bar.getByRole("button", { name: names.save }).click();
  const panel = await openNotes(page, english);
  await write(panel.getByRole("searchbox", { name: names.search }));
  await panel.getByRole("searchbox", { name: names.search }).fill("");
  await panel.getByRole("button", { name: names.remove }).click();
  await expectReadable(page, before, english);
});

test("notes of hostile strings, read from a file, are there after a reload as the text that they are", async ({
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
  await written(page, () =>
    panel.getByLabel(notes.import).setInputFiles({
      ...{ name: "n.json", mimeType: "application/json" },
      buffer: Buffer.from(JSON.stringify(items)),
    }),
  );
  const list = panel.locator(".notes li");
  const showAll = async () => {
    const more = panel.getByRole("button", { name: notes.more });
    await more.waitFor();
    while (await more.isVisible()) await more.click();
    await expect(list).toHaveCount(texts.length);
  };
  await showAll();
  const before = await shape(page);
  await page.reload();
  await openNotes(page, chinese);
  await showAll();
  const folded = (string: string) => string.replaceAll(/\s+/g, " ");
  const shown = folded((await list.allTextContents()).join("\n"));
  for (const text of texts) expect(shown).toContain(folded(text));
  await expectReadable(page, before);
});
