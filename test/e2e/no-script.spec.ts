import { editions } from "../support/editions.ts";
import { openContents, pillar } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";
import { comparable, published, translated } from "../support/source.ts";

test.use({ javaScriptEnabled: false });

for (const edition of editions) {
  const { names } = edition;

  test.describe(`without scripts, ${edition.title}`, () => {
    test("every character of the report is on the page, in order", async ({ page }) => {
      await page.goto(edition.report);
      const text = comparable((await page.getByRole("main").textContent()) ?? "");
      let at = 0;
      const lines = edition.language === "en" ? translated : published.report;
      for (const line of lines) {
        const found = text.indexOf(line, at);
        expect(found, line).toBeGreaterThanOrEqual(at);
        at = found + line.length;
      }
      expect(lines.join("").length).toBeGreaterThan(3000);
    });

    test("the report’s parts and details open at a press, and there is no control that needs a script", async ({
      page,
    }) => {
      await page.goto(edition.report);
      await expect(page.getByRole("button")).toHaveText([names.contents]);
      await expect(page.getByText(names.expandAll)).toBeHidden();
      const part = pillar(page, edition, 2);
      const measures = part.getByRole("heading", { level: 3 });
      await expect(part.getByRole("heading", { level: 2 })).toBeVisible();
      await expect(part.getByRole("paragraph").first()).toBeVisible();
      await expect(measures).toHaveCount(0);
      await part.getByText(names.fullText, { exact: true }).click();
      await expect(measures).toHaveCount(3);
      await part.getByText(names.fullText, { exact: true }).click();
      await expect(measures).toHaveCount(0);
      await expect(page.getByText("4305000002/2024-04928")).toBeHidden();
      await page.getByText(names.metadata, { exact: true }).click();
      await expect(page.getByText("4305000002/2024-04928")).toBeVisible();
    });

    test("the contents, a link to a sentence and the other language are a press away", async ({
      page,
    }) => {
      await page.goto(`${edition.report}#p3-m2-s1`);
      await expect(page.locator("#p3-m2-s1")).toBeInViewport();
      await expect(pillar(page, edition, 3).getByRole("heading", { level: 3 })).toHaveCount(3);
      await expect(pillar(page, edition, 2).getByRole("heading", { level: 3 })).toHaveCount(0);
      const panel = await openContents(page, edition);
      await expect(panel.getByRole("link")).toHaveCount(8 + 16);
      await panel.getByRole("link", { name: names.measures.digital }).click();
      await expect(page).toHaveURL(/#p2-m3$/);
      await expect(page.getByRole("heading", { name: names.measures.digital })).toBeInViewport();
      await page.getByRole("link", { name: names.otherLanguage, exact: true }).click();
      const other = editions.find((each) => each !== edition) ?? edition;
      await expect(page.locator("html")).toHaveAttribute("lang", other.language);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(other.names.reportTitle);
      await page.getByRole("link", { name: other.names.otherLanguage, exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", edition.language);
    });
  });
}

test("without scripts, what the publisher tells of the report is on the Chinese page", async ({
  page,
}) => {
  await page.goto("./");
  const main = comparable((await page.getByRole("main").textContent()) ?? "");
  expect(main).toContain(published.metadata.join(""));
  const foot = comparable((await page.getByRole("contentinfo").textContent()) ?? "");
  expect(foot).toContain(published.contact.join(""));
});
