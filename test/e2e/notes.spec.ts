import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { editions } from "../support/editions.ts";
import { watchFaults } from "../support/faults.ts";
import { hold } from "../support/hold.ts";
import { settle } from "../support/keys.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar, written } from "../support/notes.ts";
import { store } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { findUpdate, visit } from "../support/visit.ts";

/** The words that are highlighted on the page, put together. */
const highlighted = (page: Page, kind: string) =>
  page
    .locator(`main mark[data-kind="${kind}"]`)
    .allTextContents()
    .then((texts) => texts.join(""));

for (const edition of editions) {
  const { language, names: own } = edition;
  const names = noteNames[language];

  test.describe(`a reader who marks the text (${language})`, () => {
    test("highlights what they select; the text stays as it is, and a reload keeps the mark", async ({
      page,
    }) => {
      const faults = watchFaults(page);
      await page.goto(edition.report);
      const before = await page.locator("main").textContent();
      const words = await select(page, "intro-s1", 3, 30);
      const bar = await toolbar(page, edition);
      for (const kind of ["yellow", "green", "blue", "red"] as const) {
        await written(page, () =>
          bar.getByRole("button", { name: names[kind], exact: true }).click(),
        );
        expect(await highlighted(page, kind)).toBe(words);
        await expect(bar.getByRole("button", { name: names[kind], exact: true })).toHaveAttribute(
          "aria-pressed",
          "true",
        );
      }
      expect(await page.locator("main").textContent()).toBe(before);
      await page.reload();
      await expect.poll(() => highlighted(page, "red")).toBe(words);
      expect(await page.locator("main").textContent()).toBe(before);
      expect(faults).toEqual([]);
    });

    test("loses nothing when they leave before the device has taken it", async ({ page }) => {
      await page.goto(edition.report);
      const words = await select(page, "intro-s1", 0, 12);
      const bar = await toolbar(page, edition);
      // The device is busy with the same table until the page is left.
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const request = indexedDB.open("zhanjuan");
            request.addEventListener("success", () => {
              const table = "annotations";
              const store = request.result.transaction(table, "readwrite").objectStore(table);
              const goOn = () => {
                store.count().onsuccess = goOn;
              };
              goOn();
              resolve();
            });
          }),
      );
      await bar.getByRole("button", { name: names.yellow, exact: true }).click();
      await bar.getByRole("button", { name: names.green, exact: true }).click();
      await page.reload();
      await expect.poll(() => highlighted(page, "green")).toBe(words);
      // It is taken then, and there in another tab.
      const other = await page.context().newPage();
      await other.goto(page.url());
      await expect.poll(() => highlighted(other, "green")).toBe(words);
    });

    test("may select before the parts of the page that serve it have come", async ({ page }) => {
      const letThrough = await hold(page, "**/assets/when-loaded-*");
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 12);
      letThrough();
      await toolbar(page, edition);
    });

    test("presses a mark, takes it away and marks anew: it is one mark", async ({ page }) => {
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 12);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.yellow, exact: true }).click();
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await expect(bar).toBeHidden();
      await page.locator("main mark").first().click();
      const press = (name: string) => bar.getByRole("button", { name, exact: true }).click();
      await press(names.yellow);
      await expect(page.locator("main mark")).toHaveCount(0);
      await press(names.green);
      await press(names.red);
      await expect(bar.getByRole("button", { name: names.remove })).toBeVisible();
      const panel = await openNotes(page, edition);
      await expect(panel.getByText(names.count(1))).toBeVisible();
    });

    test("highlights over several sentences and takes the mark away again", async ({ page }) => {
      await page.goto(edition.report);
      await page.evaluate(() => {
        const [from, to] = ["intro-s1", "intro-s3"].map((id) => document.getElementById(id));
        if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
      });
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.green, exact: true }).click();
      const expected = await page.locator("#intro-s1, #intro-s2, #intro-s3").allTextContents();
      expect(await highlighted(page, "green")).toBe(expected.join(""));
      await bar.getByRole("button", { name: names.green, exact: true }).click();
      await expect(page.locator("main mark")).toHaveCount(0);
    });

    test("writes a note, which the list shows, finds, sorts, deletes and brings back", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const words = await select(page, "intro-s1", 0, 12);
      let bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox", { name: names.note }).fill("第一条 first");
      await bar.getByRole("button", { name: names.save }).click();
      await expect(bar).toBeHidden();
      await select(page, "outlook-s1", 0, 10);
      bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.blue, exact: true }).click();
      const panel = await openNotes(page, edition);
      const items = panel.getByRole("listitem");
      await expect(items).toHaveCount(2);
      await expect(items.first()).toContainText("第一条 first");
      await expect(items.first()).toContainText(words);
      await expect(items.first()).toContainText(own.parts.intro);
      await panel.getByRole("combobox", { name: names.sort }).selectOption(names.latest);
      await expect(items.first()).toContainText(own.parts.outlook);
      await panel.getByRole("searchbox", { name: names.search }).fill("FIRST");
      await expect(items).toHaveCount(1);
      await expect(panel.getByText(names.count(1), { exact: true })).toBeVisible();
      await items.getByRole("button", { name: names.remove }).click();
      await expect(items).toHaveCount(0);
      await expect(panel.getByRole("button", { name: names.undo })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(items).toHaveCount(1);
      await items.getByRole("link").click();
      await expect(page.locator("#intro-s1")).toBeInViewport();
      await expect(panel).toBeHidden();
    });

    test("does it all by keyboard", async ({ page }) => {
      await page.goto(edition.report);
      await settle(page, edition);
      await page.locator("#p2-m1-s1").evaluate((element) => {
        for (const part of document.querySelectorAll("details")) part.open = true;
        element.scrollIntoView();
      });
      await page.keyboard.press("m");
      const bar = await toolbar(page, edition);
      await expect(bar.getByRole("button", { name: names.bookmark, exact: true })).toBeFocused();
      const asked = await page.evaluate(() => getSelection()?.toString());
      await bar.getByRole("button", { name: names.nextSentence }).press("Enter");
      await expect.poll(() => page.evaluate(() => getSelection()?.toString())).not.toBe(asked);
      await bar.getByRole("button", { name: names.bookmark, exact: true }).press("Enter");
      await expect(page.locator("main [data-bookmark]")).toHaveCount(1);
      const box = bar.getByRole("button", { name: names.note });
      await box.press("Enter");
      await expect(bar.getByRole("textbox")).toBeFocused();
      await page.keyboard.type("keys");
      await page.keyboard.press("Escape");
      await expect(bar).toBeHidden();
      await page.keyboard.press("b");
      const panel = page.getByRole("dialog", { name: names.bookmarks, exact: true });
      await expect(panel.getByRole("listitem")).toContainText("keys");
      await panel.getByRole("listitem").getByRole("button", { name: names.note }).press("Enter");
      await expect(bar.getByRole("textbox")).toHaveValue("keys");
      await bar.getByRole("button", { name: names.cancel }).press("Enter");
      await expect(page.locator("main [data-note]")).toHaveCount(1);
      await bar.getByRole("button", { name: names.remove }).press("Enter");
      await expect(page.locator("main [data-bookmark], main [data-note]")).toHaveCount(0);
      await select(page, "intro-s1", 0, 6);
      await toolbar(page, edition);
      await page.keyboard.press("Tab");
      await expect(bar.locator(":focus")).toHaveCount(1);
      await page.keyboard.press("Escape");
      await expect(bar).toBeHidden();
    });

    test("closes the toolbar that they asked for, and is not asked again", async ({ page }) => {
      // Before anything waits by the browser's own clock.
      await page.clock.install();
      await page.goto(edition.report);
      const panel = await openNotes(page, edition);
      await panel.getByRole("button", { name: names.markHere }).click();
      const bar = await toolbar(page, edition);
      // The selection has rested for so long that it counts.
      await page.clock.runFor(1000);
      await bar.getByRole("button", { name: own.close, exact: true }).click();
      await expect(bar).toBeHidden();
      await page.clock.runFor(1000);
      await expect(bar).toBeHidden();
    });

    test("sees no toolbar that they did not ask for, and none over what they select", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const bar = page.getByRole("dialog", { name: names.mark, exact: true });
      await page.locator("#intro-s1").click({ position: { x: 3, y: 8 } });
      await select(page, "intro-s1", 0, 20);
      await toolbar(page, edition);
      const overlap = () =>
        page.evaluate(() => {
          const range = getSelection()?.getRangeAt(0).getBoundingClientRect();
          const shown = document.querySelector(".marking:not([hidden])");
          const toolbar = shown?.getBoundingClientRect();
          return !range || !toolbar || (toolbar.top < range.bottom && toolbar.bottom > range.top);
        });
      expect(await overlap()).toBe(false);
      await page.evaluate(() => {
        const sentence = document.getElementById("intro-s1");
        sentence?.scrollIntoView({ block: "end", behavior: "instant" });
        window.scrollBy({ top: -40, behavior: "instant" });
        getSelection()?.selectAllChildren(sentence as Node);
      });
      await expect.poll(overlap).toBe(false);
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await expect(bar).toBeHidden();
    });

    for (const [what, build] of [
      ["app", builds.newApp],
      ["text", builds.newText],
    ] as const)
      test(`keeps their notes through an update of the ${what}`, async ({ page, reader }) => {
        test.slow();
        await visit(page, edition.report);
        const words = await select(page, "intro-s1", 0, 12);
        await (await toolbar(page, edition)).getByRole("button", { name: names.red }).click();
        await select(page, "summary-s1", 0, 18);
        await (await toolbar(page, edition)).getByRole("button", { name: names.blue }).click();
        reader.deploy(build);
        await findUpdate(page);
        const loaded = page.waitForEvent("load");
        await page
          .getByRole("region", { name: own.notices })
          .getByRole("button", { name: language === "en" ? "Update" : "更新" })
          .click();
        await loaded;
        await expect(page.locator('main mark[data-kind="red"]')).not.toHaveCount(0);
        expect(await highlighted(page, "red")).toBe(words);
        await expect(page.locator('main mark[data-kind="blue"]')).not.toHaveCount(0);
        const panel = await openNotes(page, edition);
        // The summary's first sentence is corrected in the new text, in Chinese.
        const isCorrected = what === "text" && language !== "en";
        await expect(panel.getByText(names.changed)).toHaveCount(isCorrected ? 1 : 0);
      });

    test("finds a half-written note again after a reload", async ({ page }) => {
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 12);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox").fill("half a tho");
      await page.reload();
      await expect(bar.getByRole("textbox")).toHaveValue("half a tho");
      await written(page, () => bar.getByRole("button", { name: names.save }).click());
      await page.reload();
      const panel = await openNotes(page, edition);
      await expect(panel.getByRole("listitem")).toContainText("half a tho");
      await expect(bar).toBeHidden();
    });

    for (const isReloaded of [false, true])
      test(`finds in the list the note that they are writing${isReloaded ? ", and were before a reload" : ""}`, async ({
        page,
      }) => {
        await page.goto(edition.report);
        await select(page, "p3-m2-s1", 0, 12);
        const bar = await toolbar(page, edition);
        await bar.getByRole("button", { name: names.note }).click();
        await bar.getByRole("textbox").fill("half a tho");
        if (isReloaded) await page.reload();
        await expect(bar.getByRole("textbox")).toHaveValue("half a tho");
        // Twice: the list has come the second time, and must follow all the same.
        for (const note of ["half a tho", "a thought"]) {
          // Above, where the note is out of sight: what ends it must not take the reader back to it.
          const list = page
            .getByRole("banner")
            .getByRole("button", { name: names.bookmarks, exact: true });
          await (isReloaded ? list.click() : list.press("Enter"));
          const panel = page.getByRole("dialog", { name: names.bookmarks, exact: true });
          await expect(panel.getByRole("listitem")).toContainText(note);
          await expect(bar).toBeHidden();
          await panel.getByRole("listitem").getByRole("button", { name: names.note }).click();
          await bar.getByRole("textbox").fill("a thought");
        }
      });

    test("sees in one tab what they do in another", async ({ page, context, reader }) => {
      await page.goto(edition.report);
      const other = await context.newPage();
      await other.goto(reader.url + edition.report.replace("./", ""));
      await other.locator("html[data-script=on]").waitFor();
      await page.bringToFront();
      const words = await select(page, "intro-s1", 0, 12);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.green, exact: true }).click();
      await expect.poll(() => highlighted(other, "green")).toBe(words);
      await bar.getByRole("button", { name: names.remove }).click();
      await expect.poll(() => highlighted(other, "green")).toBe("");
    });

    test("undoes what they did in this tab, not what they have done in another since", async ({
      page,
      context,
      reader,
    }) => {
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 12);
      const bar = await toolbar(page, edition);
      await written(page, () => bar.getByRole("button", { name: names.green }).click());
      const other = await context.newPage();
      await other.goto(reader.url + edition.report.replace("./", ""));
      await other.locator('main mark[data-kind="green"]').first().click();
      const otherBar = await toolbar(other, edition);
      await otherBar.getByRole("button", { name: names.note }).click();
      await otherBar.getByRole("textbox").fill("a thought");
      await written(other, () => otherBar.getByRole("button", { name: names.save }).click());
      await page.bringToFront();
      await expect(page.locator("main [data-note]")).toHaveCount(1);
      const panel = await openNotes(page, edition);
      await panel.getByRole("button", { name: names.undo }).click();
      await expect(panel.getByRole("button", { name: names.undo })).toHaveAttribute(
        "aria-disabled",
        "true",
      );
      await expect(panel.getByRole("listitem")).toContainText("a thought");
    });

    const refusals: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
      "IndexedDB throws when it is touched": (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, "indexedDB", {
            get() {
              throw new DOMException("denied", "SecurityError");
            },
          });
        }),
      "IndexedDB is refused": (page) =>
        page.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException("denied", "InvalidStateError");
          };
        }),
      "the storage is full": (page) =>
        page.addInitScript(() => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        }),
    };
    for (const [what, refuse] of Object.entries(refusals))
      test(`where ${what}, keeps their notes for the visit and is told once`, async ({ page }) => {
        const faults = watchFaults(page);
        await refuse(page);
        await page.goto(edition.report);
        const words = await select(page, "intro-s1", 0, 12);
        const bar = await toolbar(page, edition);
        await bar.getByRole("button", { name: names.green, exact: true }).click();
        const notice = page.getByRole("region", { name: own.notices });
        await expect(notice).toContainText(names.notKept);
        await notice.getByRole("button", { name: own.dismiss }).click();
        await written(page, () =>
          bar.getByRole("button", { name: names.blue, exact: true }).click(),
        );
        await expect(notice).toHaveCount(0);
        await page.getByRole("link", { name: own.otherLanguage, exact: true }).click();
        await expect(page.locator("html")).not.toHaveAttribute("lang", language);
        await page.goBack();
        await page.reload();
        await expect.poll(() => highlighted(page, "blue")).toBe(words);
        expect(faults).toEqual([]);
      });

    test("exports their notes and imports them again, the same set", async ({ page }) => {
      await page.goto(edition.report);
      for (const [id, kind] of [
        ["intro-s1", "red"],
        ["intro-s2", "green"],
      ] as const) {
        await select(page, id, 0, 12);
        await (await toolbar(page, edition)).getByRole("button", { name: names[kind] }).click();
      }
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox").fill("<b>note</b> & 笔记");
      await bar.getByRole("button", { name: names.save }).click();
      const panel = await openNotes(page, edition);
      const download = async (name: string) => {
        const file = page.waitForEvent("download");
        await panel.getByRole("button", { name }).click();
        return readFileSync(await (await file).path(), "utf8");
      };
      const exported = await download(names.exportJson);
      expect(JSON.parse(exported).total).toBe(2);
      const readable = await download(names.exportMarkdown);
      expect(readable).toContain(`## ${own.parts.intro}`);
      expect(readable).toContain("\\<b\\>note");
      const items = panel.getByRole("listitem");
      const before = await panel.locator(".notes").innerText();
      const bring = (text: string) =>
        panel.getByLabel(names.import).setInputFiles({
          name: "n.json",
          mimeType: "application/json",
          buffer: Buffer.from(text),
        });
      await bring(exported);
      await expect(panel.getByText(names.imported(0, 2, 0))).toBeVisible();
      for (const name of [names.remove, names.remove])
        await panel.locator(".notes").getByRole("button", { name }).first().click();
      await expect(items).toHaveCount(0);
      await bring(exported);
      await expect(panel.getByText(names.imported(2, 0, 0))).toBeVisible();
      expect(await panel.locator(".notes").innerText()).toBe(before);
      await expect(page.locator("main mark")).not.toHaveCount(0);
      expect(JSON.parse(await download(names.exportJson)).first.items).toEqual(
        expect.arrayContaining(JSON.parse(exported).first.items),
      );
    });

    test("is told what of a file was not read, runs nothing of it, and keeps what they had", async ({
      page,
    }) => {
      const faults = watchFaults(page);
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 12);
      await (await toolbar(page, edition)).getByRole("button", { name: names.red }).click();
      const panel = await openNotes(page, edition);
      const bring = (buffer: Buffer) =>
        panel
          .getByLabel(names.import)
          .setInputFiles({ name: "n.json", mimeType: "application/json", buffer });
      await bring(Buffer.from("<html>"));
      await expect(panel.getByText(names.notJson)).toBeVisible();
      await bring(Buffer.from('{"bookmarks": []}'));
      await expect(panel.getByText(names.noAnnotations)).toBeVisible();
      await bring(Buffer.alloc(5_000_001, "[]"));
      await expect(panel.getByText(names.tooLarge)).toBeVisible();
      await expect(panel.locator(".notes li")).toHaveCount(1);
      const evil = "<img src=x onerror=alert(1)>";
      const words = await page
        .locator("#intro-s2")
        .evaluate((element) => element.textContent?.slice(0, 24) ?? "");
      const target = (exact: string, report?: string) => ({
        source: { id: "https://example.org/", ...(report && { report }) },
        selector: { type: "TextQuoteSelector", exact },
      });
      const items = [
        { type: "Annotation", id: "urn:a", target: target(evil), body: evil },
        { type: "Annotation", id: "urn:b", target: target(words, "elsewhere") },
        {
          ...{ type: "Annotation", id: "urn:c", target: target(words) },
          body: { type: "TextualBody", value: evil, format: "text/html" },
        },
        {
          ...{ type: "Annotation", id: "urn:d", target: target(words) },
          body: { type: "TextualBody", value: evil },
        },
      ];
      await bring(Buffer.from(JSON.stringify(items)));
      await expect(panel.getByText(names.imported(2, 0, 3))).toBeVisible();
      for (const told of [names.notFound, names.otherReport, names.markup])
        await expect(panel.getByRole("listitem").filter({ hasText: told })).toHaveCount(1);
      await expect(panel.locator(".notes li")).toHaveCount(3);
      await expect(panel.locator(".notes")).toContainText(evil);
      await expect(page.locator("img")).toHaveCount(0);
      expect(faults).toEqual([]);
    });

    test("is told of a mark that has lost its place; it is never deleted", async ({ page }) => {
      await page.goto(edition.report);
      const panel = await openNotes(page, edition);
      const point = (start: number) => ({
        ...{ type: "FragmentSelector", value: "p9-m9-s9" },
        refinedBy: { type: "TextPositionSelector", start, end: start },
      });
      const lost = {
        ...{ type: "Annotation", id: "urn:lost", motivation: "highlighting" },
        ...{ created: "2026-01-01T00:00:00Z", modified: "2026-01-01T00:00:00Z" },
        body: { type: "TextualBody", value: "keep me" },
        target: {
          source: { report: "wugang-2023", language },
          selector: [
            { type: "RangeSelector", startSelector: point(0), endSelector: point(9) },
            { type: "TextQuoteSelector", exact: "words that no report has ever had" },
          ],
        },
      };
      await written(page, () =>
        panel.getByLabel(names.import).setInputFiles({
          ...{ name: "n.json", mimeType: "application/json" },
          buffer: Buffer.from(JSON.stringify([lost])),
        }),
      );
      await expect(panel.locator(".notes li")).toContainText("keep me");
      await page.reload();
      await openNotes(page, edition);
      await expect(panel.locator(".notes li")).toContainText("keep me");
      await expect(panel.locator(".notes li")).toContainText(names.lost);
      await expect(page.locator("main mark")).toHaveCount(0);
    });

    test("at 300 % type and 360 px finds toolbar and list on the screen", async ({ page }) => {
      await store(page, { size: 3 });
      await page.goto(edition.report);
      await select(page, "intro-s1", 0, 6);
      const bar = await toolbar(page, edition);
      await bar.getByRole("button", { name: names.red, exact: true }).click();
      await bar.getByRole("button", { name: names.note }).click();
      await bar.getByRole("textbox").fill("long ".repeat(60));
      await bar.getByRole("button", { name: names.save }).click();
      await openNotes(page, edition);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(360);
      const inner = await page
        .locator("#notes-panel")
        .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
      expect(inner).toBe(0);
    });
  });
}
