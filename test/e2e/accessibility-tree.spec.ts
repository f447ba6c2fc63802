import { editions } from "../support/editions.ts";
import { expect, test } from "../support/faults.ts";
import { openContents, openTextPanel, pillar } from "../support/panels.ts";

test.use({ serviceWorkers: "block" });

for (const edition of editions) {
  const { names } = edition;

  test.describe(`what assistive technology is told ${edition.title}`, () => {
    test("the bar's buttons say whether what they open is open", async ({ page }) => {
      await page.goto(edition.report);
      const states = async () => {
        const session = await page.context().newCDPSession(page);
        const { nodes } = await session.send("Accessibility.getFullAXTree");
        return [names.contents, names.text].map(
          (button) =>
            nodes
              .find(({ role, name }) => role?.value === "button" && name?.value === button)
              ?.properties?.find(({ name }) => name === "expanded")?.value.value,
        );
      };
      await expect.poll(states).toEqual([false, false]);
      await openContents(page, edition);
      await expect.poll(states).toEqual([true, false]);
      await page.keyboard.press("Escape");
      await openTextPanel(page, edition);
      await expect.poll(states).toEqual([false, true]);
      await page.keyboard.press("Escape");
      await expect.poll(states).toEqual([false, false]);
    });

    test("a pillar is a region with a heading of level 2, its disclosure says its state", async ({
      page,
    }) => {
      await page.goto(edition.report);
      const second = pillar(page, edition, 2);
      await expect(second.getByRole("heading", { level: 2 })).toContainText(names.pillars[1] ?? "");
      const details = second.locator("details");
      const state = () =>
        page
          .context()
          .newCDPSession(page)
          .then(async (session) => {
            const { nodes } = await session.send("Accessibility.getFullAXTree");
            return nodes
              .filter(({ role }) => role?.value === "DisclosureTriangle")
              .filter(({ name }) => String(name?.value).includes(names.fullText))
              .map(
                ({ properties }) =>
                  properties?.find(({ name }) => name === "expanded")?.value.value,
              );
          });
      await expect.poll(state).toEqual([false, false, false, false, false]);
      await details.getByText(names.fullText).click();
      await expect(details).toHaveAttribute("open", "");
      await expect.poll(state).toEqual([false, true, false, false, false]);
    });

    test("the text settings are a dialog with named groups, a switch and sliders", async ({
      page,
    }) => {
      await page.goto(edition.report);
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

    test("every Chinese word of the page stands in a part marked as Chinese", async ({ page }) => {
      await page.goto(edition.report);
      const unmarked = await page.evaluate(() => {
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
      expect(unmarked).toEqual([]);
    });
  });
}
