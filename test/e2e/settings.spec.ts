import { ownName } from "../../src/core/own-name.ts";
import { settingsStorageKey } from "../../src/core/settings/stored.ts";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { openTextPanel, store } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

const [chinese, english] = editions as [Edition, Edition];

const papers = {
  paper: "251, 248, 241",
  sepia: "241, 230, 207",
  dark: "22, 20, 15",
  contrast: "0, 0, 0",
};
const bodySize = () => Number.parseFloat(getComputedStyle(document.body).fontSize);
const size = () => document.documentElement.style.getPropertyValue("--size");

test("the type grows on the sample at once, and on the page when that has been seen; it is said, and can be set back", async ({
  page,
}) => {
  const { names } = english;
  await page.goto(english.report);
  const panel = await openTextPanel(page, english);
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
  await expect(page.getByRole("status").filter({ hasText: "110%" })).toHaveCount(1);
  await panel.getByRole("button", { name: names.smaller }).click();
  await panel.getByRole("button", { name: names.smaller }).click();
  await expect.poll(() => page.evaluate(bodySize)).toBeCloseTo(before * 0.9, 1);
  await panel.getByRole("button", { name: names.reset }).click();
  await expect.poll(() => page.evaluate(bodySize)).toBe(before);
  await expect(page.getByRole("status").filter({ hasText: names.isReset })).toHaveCount(1);
});

test("five themes each have their paper, serif type and justified lines theirs, and every slider is moved by the keyboard", async ({
  page,
}) => {
  const { names } = chinese;
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(chinese.report);
  const panel = await openTextPanel(page, chinese);
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

  await panel.getByRole("radio", { name: names.faces.serif, exact: true }).check();
  await panel.getByRole("radio", { name: names.aligns.justify }).check();
  await expect(page.locator(".summary p").first()).toHaveCSS("text-align", "justify");
  await expect(page.locator("body")).toHaveCSS("font-family", /[Ss]erif/);

  const onPage = (property: string) =>
    page.evaluate((key) => document.documentElement.style.getPropertyValue(key), property);
  for (const [name, property] of [
    [names.leading, "--leading"],
    [names.tracking, "--tracking"],
    [names.spacing, "--spacing"],
    [names.width, "--width"],
  ] as const) {
    await panel.getByRole("slider", { name }).press("ArrowRight");
    await expect.poll(() => onPage(property)).not.toBe("");
  }
});

test("at 300 % the body text has at least 30 px", async ({ page }) => {
  await store(page, { size: 300 });
  await page.goto(chinese.report);
  expect(await page.evaluate(bodySize)).toBeGreaterThanOrEqual(30);
});

test("easy mode gives type of 24 px and targets of 60 px, and no slider goes below what it gives", async ({
  page,
}) => {
  const { names } = english;
  await page.goto(english.report);
  const panel = await openTextPanel(page, english);
  const easy = panel.getByRole("switch", { name: names.easy });
  await easy.check();
  await expect(easy).toBeChecked();
  await expect.poll(() => page.evaluate(bodySize)).toBeGreaterThanOrEqual(24);
  for (const button of await page.getByRole("button").all()) {
    const box = await button.boundingBox();
    if (box) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(60);
  }
  const leading = panel.getByRole("slider", { name: names.leading });
  const least = await leading.getAttribute("aria-valuetext");
  await leading.press("Home");
  await expect(leading).toHaveValue("2");
  await expect(leading).toHaveAttribute("aria-valuetext", least ?? "");
  await easy.uncheck();
  await expect.poll(() => page.evaluate(size)).toBe("");
});

test("settings hold from the first frame of the next visit, before the page's script has come", async ({
  page,
  faults,
}) => {
  const { names } = chinese;
  await page.goto(chinese.report);
  const panel = await openTextPanel(page, chinese);
  await panel.getByRole("button", { name: names.larger }).click();
  await panel.getByRole("radio", { name: names.themes.dark }).check();
  await page.route("**/assets/main-*", (route) => route.abort());
  await page.goto("about/");
  await expect.poll(() => page.evaluate(size)).toBe("1.1");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // The script that was kept away is the one complaint.
  expect(faults.splice(0).join()).toMatch(/ERR_FAILED/);
});

test("settings hold in the other language, and in another tab at once", async ({
  page,
  context,
}) => {
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

test("settings in storage that are garbage are ignored, and a reader can choose anew", async ({
  page,
}) => {
  await page.addInitScript(
    (key) => localStorage.setItem(key, "{{{"),
    ownName("/", settingsStorageKey),
  );
  await page.goto(english.report);
  expect(await page.evaluate(size)).toBe("");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
  const panel = await openTextPanel(page, english);
  await panel.getByRole("button", { name: english.names.larger }).click();
  await expect.poll(() => page.evaluate(size)).toBe("1.1");
});
