import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { settle } from "../support/keys.ts";
import { comparable, published, translated } from "../support/source.ts";

/**
 * The page as it is printed: the text of the PDF in the order in which it was set, page by page.
 */
async function print(page: Page, file: string): Promise<string[]> {
  await page.pdf({ path: file, preferCSSPageSize: true });
  const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"], {
    encoding: "utf8",
  });
  return text.split("\f").slice(0, -1);
}

/** What stands at the foot of each page, and is set before its text. */
const pageNumber = /^\s*(\d+) ?\/ ?(\d+)\s*\n/;

/** Printed text without what stands at the foot of each page. */
const body = (pages: readonly string[]) =>
  comparable(pages.map((text) => text.replace(pageNumber, "")).join(""));

/** Text as a printer may set it: words may be cut at a line's end. */
const joined = (text: string) => text.replace(/[-\u00AD\u2010]/g, "");

for (const edition of editions) {
  const { names, language } = edition;
  const lines = language === "en" ? translated : published.report;

  test.describe(`on paper, ${edition.title}`, () => {
    test("the whole text is printed in order, closed parts too, with numbered pages and no controls", async ({
      page,
    }, testInfo) => {
      await page.goto(edition.report);
      await settle(page);
      const pages = await print(page, testInfo.outputPath("report.pdf"));
      const text = joined(body(pages));
      let at = 0;
      for (const line of lines.map(joined)) {
        const found = text.indexOf(line, at);
        expect(found, line).toBeGreaterThanOrEqual(at);
        at = found + line.length;
      }
      for (const [number, content] of pages.entries())
        expect(pageNumber.exec(content)?.slice(1).map(Number)).toEqual([number + 1, pages.length]);
      expect(pages.length).toBeGreaterThan(3);
      // Where it comes from, and where it is.
      expect(text).toContain("4305000002/202404928");
      expect(text).toContain(comparable(page.url()));
      const printed = pages.join("\n").split("\n");
      for (const control of [
        names.otherLanguage,
        names.skip,
        names.text,
        names.expandAll,
        names.listen,
      ])
        expect(printed.map((line) => line.trim())).not.toContain(control);
    });
  });
}

test("on paper, both languages are printed where they stand side by side", async ({
  page,
}, testInfo) => {
  const [, edition] = editions as [Edition, Edition];
  await page.goto(edition.report);
  await page.getByRole("switch", { name: edition.names.parallel }).click();
  await expect(page.locator("#date-s1 + .other")).toBeAttached();
  await settle(page);
  const text = joined(body(await print(page, testInfo.outputPath("both.pdf"))));
  const pairs = await page.evaluate(() =>
    [...document.querySelectorAll("main p > .s")].map((own) => [
      own.textContent ?? "",
      own.nextElementSibling?.textContent ?? "",
    ]),
  );
  expect(pairs.length).toBeGreaterThan(30);
  for (const each of pairs.flat()) expect(text).toContain(joined(comparable(each)));
});
