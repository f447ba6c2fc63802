import type { Page } from "@playwright/test";
import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { openContents, openTextPanel, pillar } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

const [chinese, english] = editions as [Edition, Edition];

/**
 * Whether what is opened by nodes of a role is said to be open, by their names, in the page's
 * order.
 */
async function expandedStates(page: Page, role: string): Promise<[string, unknown][]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes
    .filter((node) => node.role?.value === role)
    .map(({ name, properties }) => [
      String(name?.value),
      properties?.find((property) => property.name === "expanded")?.value.value,
    ]);
}

test("assistive technology is told whether what the bar's buttons open is open", async ({
  page,
}) => {
  const { names } = english;
  await page.goto(english.report);
  const states = async () => {
    const all = new Map(await expandedStates(page, "button"));
    return [all.get(names.contents), all.get(names.text)];
  };
  await expect.poll(states).toEqual([false, false]);
  await openContents(page, english);
  await expect.poll(states).toEqual([true, false]);
  await page.keyboard.press("Escape");
  await openTextPanel(page, english);
  await expect.poll(states).toEqual([false, true]);
  await page.keyboard.press("Escape");
  await expect.poll(states).toEqual([false, false]);
});

test("a pillar is a region with a heading of level 2, its disclosure says its state", async ({
  page,
}) => {
  const { names } = chinese;
  await page.goto(chinese.report);
  const second = pillar(page, chinese, 2);
  await expect(second.getByRole("heading", { level: 2 })).toContainText(names.pillars[1] ?? "");
  const details = second.locator("details");
  const states = async () =>
    (await expandedStates(page, "DisclosureTriangle"))
      .filter(([name]) => name.includes(names.fullText))
      .map(([, isExpanded]) => isExpanded);
  await expect.poll(states).toEqual([false, false, false, false, false]);
  await details.getByText(names.fullText).click();
  await expect(details).toHaveAttribute("open", "");
  await expect.poll(states).toEqual([false, true, false, false, false]);
});

for (const edition of editions) {
  const { names } = edition;

  test.describe(`what assistive technology is told ${edition.title}`, () => {
    test("every Chinese word stands in a part marked as Chinese; the text settings are a dialog with named groups, a switch and sliders", async ({
      page,
    }) => {
      await page.goto(edition.report);
      expect(await unmarkedChinese(page)).toEqual([]);
      const panel = await openTextPanel(page, edition);
      await expect(panel).toMatchAriaSnapshot(`
        - heading "${names.text}" [level=2]
        - group /${names.size}/:
          - button "${names.smaller}"
          - button "${names.larger}"
        - switch "${names.easy}"
        - radiogroup "${names.theme}":
          - radio "${names.themes.system}" [checked]
          - radio "${names.themes.paper}"
          - radio "${names.themes.sepia}"
          - radio "${names.themes.dark}"
          - radio "${names.themes.contrast}"
        - radiogroup "${names.face}"
        - slider "${names.leading}"
        - slider "${names.tracking}"
        - slider "${names.spacing}"
        - slider "${names.width}"
        - radiogroup "${names.align}"
        - button "${names.reset}"
        - button "${names.close}"
      `);
    });
  });
}

/**
 * Chinese text of a page that no part marks as such: a voice of another language would not read it.
 */
function unmarkedChinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const language = node.parentElement?.closest<HTMLElement>("[lang]")?.lang;
      const isCode = node.parentElement?.closest("script, style");
      if (!isCode && /\p{Script=Han}/u.test(node.textContent ?? "") && language !== "zh-CN")
        found.push(node.textContent ?? "");
    }
    return found;
  });
}
