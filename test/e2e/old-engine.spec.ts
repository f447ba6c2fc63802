import { type Edition, editions } from "../support/editions.ts";
import { openContents, pillar } from "../support/panels.ts";
import { expect, test } from "../support/reader.ts";

/** What an engine that is too old makes of a script: a syntax error. */
const unreadable = "const ? = class { #x in y } %%;";

const [chinese, english] = editions as [Edition, Edition];

test("with an engine that cannot read the main script, the page reads and opens, and has no dead controls", async ({
  page,
}) => {
  const edition = chinese;
  const { names } = edition;
  await page.route(/\/assets\/main-[^/]*\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: unreadable }),
  );
  await page.goto(edition.report);
  await expect(page.locator("html")).not.toHaveAttribute("data-script");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(names.reportTitle);
  await expect(page.getByRole("button")).toHaveText([names.contents]);
  const part = pillar(page, edition, 2);
  await part.getByText(names.fullText, { exact: true }).click();
  await expect(part.getByRole("heading", { level: 3 })).toHaveCount(3);
  const panel = await openContents(page, edition);
  await panel.getByRole("link", { name: names.measures.digital }).click();
  await expect(page.getByRole("heading", { name: names.measures.digital })).toBeInViewport();
});

test("with an engine that cannot read the early script either, the same", async ({ page }) => {
  const edition = english;
  const { names } = edition;
  await page.route(/\/(en\/)?$/, async (route) => {
    const html = await (await route.fetch()).text();
    const body = html.replace(/<script>.*?<\/script>/s, `<script>${unreadable}</script>`);
    expect(body).not.toBe(html);
    await route.fulfill({ contentType: "text/html; charset=utf-8", body });
  });
  await page.goto(edition.report);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(names.reportTitle);
  await expect(page.getByRole("button")).toHaveText([names.contents]);
  const part = pillar(page, edition, 2);
  await part.getByText(names.fullText, { exact: true }).click();
  await expect(part.getByRole("heading", { level: 3 })).toHaveCount(3);
});
