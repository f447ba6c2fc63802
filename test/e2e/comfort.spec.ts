import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { openContents, openTextPanel, store } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

async function openAll(page: Page, { names }: Edition): Promise<void> {
  await page.getByRole("button", { name: names.expandAll }).click();
}

const [chinese, english] = editions as [Edition, Edition];

/** How far the page can be scrolled sideways, in CSS px. */
const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Texts that stick out of the window, or are cut off by a box that does not scroll. */
const clipped = () =>
  [...document.querySelectorAll<HTMLElement>("main :is(h1, h2, h3, p, dt, dd, summary, button)")]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest(".vh")) return false;
      const isCut =
        getComputedStyle(element).overflow !== "visible" &&
        element.scrollHeight > element.clientHeight + 1;
      return left < -1 || right > document.documentElement.clientWidth + 1 || isCut;
    })
    .map((element) => element.textContent);

for (const [what, edition, viewport, chosen] of [
  ["on a screen of 320 px", chinese, { width: 320, height: 640 }, {}],
  ["on a screen of 320 px at 300 % type", chinese, { width: 320, height: 640 }, { size: 300 }],
  ["on a screen of 320 px at 300 % type", english, { width: 320, height: 640 }, { size: 300 }],
  ["at 400 % zoom of a desktop", english, { width: 320, height: 256 }, {}],
  ["on a phone in easy mode", chinese, { width: 360, height: 740 }, { easy: true }],
  ["on a phone in easy mode", english, { width: 360, height: 740 }, { easy: true }],
] as const)
  test(`nothing scrolls sideways ${what} ${edition.title}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await store(page, chosen);
    for (const path of [edition.about, edition.glossary, edition.figures, edition.report]) {
      await page.goto(path);
      if (path === edition.report) await openAll(page, edition);
      expect(await page.evaluate(sideways)).toBe(0);
      expect(await page.evaluate(clipped)).toEqual([]);
    }
    for (const open of [openContents, openTextPanel]) {
      const panel = await open(page, edition);
      expect(await panel.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      await page.keyboard.press("Escape");
    }
  });

for (const edition of editions) {
  test(`the text spacing of WCAG 1.4.12 loses nothing ${edition.title}`, async ({ page }) => {
    await page.goto(edition.report);
    await openAll(page, edition);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}",
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await page.evaluate(sideways)).toBe(0);
    expect(await page.evaluate(clipped)).toEqual([]);
  });

  test(`lines are no longer than 40 Chinese characters or 80 letters on a wide screen ${edition.title}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1600, height: 900 });
    await store(page, { width: 40 });
    await page.goto(edition.report);
    const longest = await page.locator(".summary p").evaluateAll((paragraphs) => {
      let most = 0;
      for (const paragraph of paragraphs) {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let count = 0;
        let line: number | undefined;
        while (walker.nextNode()) {
          const text = walker.currentNode as Text;
          for (let at = 0; at < text.length; at++) {
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const { bottom } = range.getBoundingClientRect();
            if (line !== undefined && bottom > line + 5) {
              most = Math.max(most, count);
              count = 0;
              line = bottom;
            }
            line ??= bottom;
            count++;
          }
        }
      }
      return most;
    });
    expect(longest).toBeGreaterThan(20);
    expect(longest).toBeLessThanOrEqual(edition.language === "en" ? 80 : 48);
  });
}

test("a print has all the text, though it is closed, and no controls", async ({
  page,
}, testInfo) => {
  await page.goto(english.report);
  const file = testInfo.outputPath("print.pdf");
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  const folded = text.replace(/\s+/gu, "");
  for (const sentence of english.names.inPrint)
    expect(folded).toContain(sentence.replace(/\s/g, ""));
  expect(folded).not.toContain(english.names.expandAll.replace(/\s/g, ""));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: english.names.tools })).toBeHidden();
});

test("every target is at least 44 px in both directions", async ({ page }) => {
  await page.goto(chinese.report);
  await openTextPanel(page, chinese);
  const controls = page.locator(
    "button:visible, summary:visible, .masthead a:visible, footer a:visible, .contents a:visible, label:visible",
  );
  const small = await controls.evaluateAll((all) =>
    all
      .filter((control) => !control.matches(".field > label, .vh"))
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
      .map(({ control, box }) => `${control.textContent} ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
});

test("what has the focus is never hidden, all the way through the page", async ({ page }) => {
  // Hundreds of presses.
  test.slow();
  await page.goto(english.report);
  await openAll(page, english);
  // The parts stay open, and the focus begins at the top again.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-script", "on");
  const seen = new Set<string>();
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const bar = document.querySelector(".bar") as HTMLElement;
      const box = element.getBoundingClientRect();
      const isInBar = bar.contains(element);
      return {
        name: `${element.textContent?.trim()} ${Math.round(box.top + window.scrollY)}`,
        isHidden: !isInBar && (box.top < -1 || box.bottom > bar.getBoundingClientRect().top + 1),
        outline: getComputedStyle(element).outlineStyle,
      };
    });
    if (!state) break;
    expect(state.isHidden, state.name).toBe(false);
    expect(state.outline, state.name).not.toBe("none");
    seen.add(state.name);
  }
  expect(seen.size).toBeGreaterThan(20);
});

test("forced colours keep what is chosen apart from what is not", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(chinese.report);
  const panel = await openTextPanel(page, chinese);
  const width = (name: string) =>
    panel
      .locator("label")
      .filter({ hasText: name })
      .first()
      .evaluate((label) => getComputedStyle(label).borderTopWidth);
  expect(await width(chinese.names.themes.system)).toBe("3px");
  expect(await width(chinese.names.themes.sepia)).toBe("1px");
});

test("the system's dark scheme and its wish for contrast are followed until a theme is chosen", async ({
  page,
}) => {
  const paper = () => getComputedStyle(document.documentElement).backgroundColor;
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("./");
  await expect.poll(() => page.evaluate(paper)).toBe("rgb(22, 20, 15)");
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await expect.poll(() => page.evaluate(paper)).toBe("rgb(0, 0, 0)");
  await store(page, { theme: "paper" });
  await page.reload();
  await expect.poll(() => page.evaluate(paper)).toBe("rgb(251, 248, 241)");
});

test("who wants less motion gets none", async ({ page }) => {
  const rules = () =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter(
        (rule): rule is CSSMediaRule =>
          rule instanceof CSSMediaRule && /view-transition/.test(rule.cssText),
      )
      .map((rule) => window.matchMedia(rule.conditionText).matches);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  expect(await page.evaluate(rules)).toEqual([false]);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await page.evaluate(rules)).toEqual([true]);
});
