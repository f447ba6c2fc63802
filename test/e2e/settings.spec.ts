import { settingsStorageKey } from "../../src/core/settings/stored.ts";
import { editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { openTextPanel, store } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

const papers = {
  paper: "251, 248, 241",
  sepia: "241, 230, 207",
  dark: "22, 20, 15",
  contrast: "0, 0, 0",
};
const bodySize = () => Number.parseFloat(getComputedStyle(document.body).fontSize);
const size = () => document.documentElement.style.getPropertyValue("--size");

for (const edition of editions) {
  const { names, report } = edition;

  test.describe(`the text settings ${edition.title}`, () => {
    test("make the type larger and smaller, on the page and in the sample, and say so", async ({
      page,
    }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      const before = await page.evaluate(bodySize);
      await panel.getByRole("button", { name: names.larger }).click();
      await expect.poll(() => page.evaluate(bodySize)).toBeCloseTo(before * 1.1, 1);
      const sample = await panel
        .locator(".sample")
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(sample).toBeCloseTo(before * 1.1, 1);
      await expect(page.getByRole("status").filter({ hasText: "110%" })).toHaveCount(1);
      await panel.getByRole("button", { name: names.smaller }).click();
      await panel.getByRole("button", { name: names.smaller }).click();
      await expect.poll(() => page.evaluate(bodySize)).toBeCloseTo(before * 0.9, 1);
      await panel.getByRole("button", { name: names.reset }).click();
      await expect.poll(() => page.evaluate(bodySize)).toBe(before);
      await expect(page.getByRole("status").filter({ hasText: names.isReset })).toHaveCount(1);
    });

    test("show on the sample at once, and on the page when that has been seen", async ({
      page,
    }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      const larger = panel.getByRole("button", { name: names.larger });
      // What the page looks like in the very frame that shows the press.
      const seen = larger.evaluate(
        (button) =>
          new Promise<string[]>((resolve) =>
            button.addEventListener("click", () =>
              requestAnimationFrame(() =>
                resolve(
                  [document.querySelector(".sample"), document.body].map((element) =>
                    element ? getComputedStyle(element).fontSize : "",
                  ),
                ),
              ),
            ),
          ),
      );
      const before = await page.evaluate(bodySize);
      await larger.click();
      const [sample, body] = (await seen).map(Number.parseFloat);
      expect(sample).toBeCloseTo(before * 1.1, 1);
      expect(body).toBe(before);
      await expect.poll(() => page.evaluate(bodySize)).toBe(sample);
    });

    test("reach 300 %, with body text of at least 30 px, and no further", async ({ page }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      const larger = panel.getByRole("button", { name: names.larger });
      while ((await larger.getAttribute("aria-disabled")) !== "true") await larger.click();
      await expect.poll(() => page.evaluate(bodySize)).toBeGreaterThanOrEqual(30);
      await expect.poll(() => page.evaluate(size)).toBe("3");
      await expect(larger).toHaveAttribute("aria-disabled", "true");
    });

    test("offer five themes, each with its paper", async ({ page }) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      const group = panel.getByRole("radiogroup", { name: names.theme });
      await expect(group.getByRole("radio")).toHaveCount(5);
      const paper = () => getComputedStyle(document.documentElement).backgroundColor;
      for (const [theme, colour] of Object.entries(papers)) {
        await group
          .getByRole("radio", { name: names.themes[theme as keyof typeof papers], exact: true })
          .check();
        await expect.poll(() => page.evaluate(paper)).toBe(`rgb(${colour})`);
      }
      await group.getByRole("radio", { name: names.themes.system }).check();
      await expect.poll(() => page.evaluate(paper)).toBe(`rgb(${papers.paper})`);
    });

    test("move each slider by the keyboard, in words that are read", async ({ page }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      for (const [name, property] of [
        [names.leading, "--leading"],
        [names.tracking, "--tracking"],
        [names.spacing, "--spacing"],
        [names.width, "--width"],
      ] as const) {
        const slider = panel.getByRole("slider", { name });
        const before = await slider.getAttribute("aria-valuetext");
        await slider.press("ArrowRight");
        await expect(slider).not.toHaveAttribute("aria-valuetext", before ?? "");
        await expect
          .poll(() =>
            page.evaluate((key) => document.documentElement.style.getPropertyValue(key), property),
          )
          .not.toBe("");
      }
    });

    test("choose serif type and justified lines", async ({ page }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      await panel.getByRole("radio", { name: names.faces.serif, exact: true }).check();
      await panel.getByRole("radio", { name: names.aligns.justify }).check();
      const paragraph = page.locator(".summary p").first();
      await expect(paragraph).toHaveCSS("text-align", "justify");
      await expect(page.locator("body")).toHaveCSS("font-family", /[Ss]erif/);
    });

    test("in easy mode give type of 24 px and targets of 60 px", async ({ page }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      const easy = panel.getByRole("switch", { name: names.easy });
      await easy.check();
      await expect(easy).toBeChecked();
      await expect.poll(() => page.evaluate(bodySize)).toBeGreaterThanOrEqual(24);
      for (const button of await page.getByRole("button").all()) {
        const box = await button.boundingBox();
        if (box) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(60);
      }
    });

    test("in easy mode offer nothing smaller than it gives, and keep what was chosen before", async ({
      page,
    }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      const smaller = panel.getByRole("button", { name: names.smaller, exact: true });
      const easy = panel.getByRole("switch", { name: names.easy });
      await easy.check();
      await expect(smaller).toHaveAttribute("aria-disabled", "true");
      await smaller.press("Enter");
      const leading = panel.getByRole("slider", { name: names.leading });
      await expect(leading).toHaveAttribute("min", "2");
      const least = await leading.getAttribute("aria-valuetext");
      await leading.press("Home");
      await expect(leading).toHaveValue("2");
      await expect(leading).toHaveAttribute("aria-valuetext", least ?? "");
      await easy.uncheck();
      await expect(smaller).toHaveAttribute("aria-disabled", "false");
      await expect(leading).toHaveAttribute("min", "1.4");
      await expect.poll(() => page.evaluate(size)).toBe("");
    });

    test("hold from the first frame of the next visit, before the page's script has come", async ({
      page,
      faults,
    }) => {
      await page.goto(report);
      const panel = await openTextPanel(page, edition);
      await panel.getByRole("button", { name: names.larger }).click();
      await panel.getByRole("radio", { name: names.themes.dark }).check();
      await page.route("**/assets/main-*", (route) => route.abort());
      await page.goto("about/");
      await expect.poll(() => page.evaluate(size)).toBe("1.1");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      // The script that was kept away is the one complaint.
      expect(faults.splice(0).join()).toMatch(/ERR_FAILED/);
    });
  });
}

test("settings hold in the other language, and in another tab at once", async ({
  page,
  context,
}) => {
  const [chinese, english] = editions;
  if (!chinese || !english) throw new Error("two editions");
  await page.goto(chinese.report);
  const other = await context.newPage();
  await other.goto(english.report);
  await other.locator("html[data-script=on]").waitFor();
  const panel = await openTextPanel(page, chinese);
  await panel.getByRole("radio", { name: chinese.names.themes.sepia }).check();
  await expect(other.locator("html")).toHaveAttribute("data-theme", "sepia");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
});

test("a larger type keeps the line at the top of the window where it is", async ({ page }) => {
  const [chinese] = editions;
  if (!chinese) throw new Error("an edition");
  await page.goto(`${chinese.report}#p3-m2`);
  const heading = page.getByRole("heading", { name: "“轨道上”决策" });
  const panel = await openTextPanel(page, chinese);
  const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  for (let n = 0; n < 4; n++)
    await panel.getByRole("button", { name: chinese.names.larger }).click();
  await expect.poll(() => page.evaluate(size)).toBe("1.75");
  expect(Math.abs((await top()) - before)).toBeLessThan(30);
});

for (const [what, stored] of [
  ["no JSON", "{{{"],
  [
    "another program's",
    '{"version":1,"chosen":{"size":"huge","theme":"pink","easy":7,"face":null}}',
  ],
  ["of a later version", '{"version":99,"chosen":{"size":300,"theme":"dark"}}'],
  ["a list", "[1,2,3]"],
  ["out of range", '{"version":1,"chosen":{"size":9000}}'],
] as const)
  test(`settings in storage that are ${what} are ignored`, async ({ page }) => {
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
      settingsStorageKey,
      stored,
    ] as const);
    await page.goto("./");
    expect(await page.evaluate(size)).toBe("");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
    await openTextPanel(page, editions[0] as (typeof editions)[number]);
  });

test("stored settings that are sound are found", async ({ page }) => {
  await store(page, { size: 200 });
  await page.goto("./");
  expect(await page.evaluate(size)).toBe("2");
});
