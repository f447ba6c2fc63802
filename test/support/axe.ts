import type { Page } from "@playwright/test";
import axe from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/**
 * Axe's findings for WCAG 2.2 A and AA and its best practices, one line each: on the whole page, or
 * within a selector. The page's policy must allow injected scripts.
 */
export async function violations(page: Page, within = "html"): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, values]) => {
      const { axe: engine } = window as unknown as { axe: typeof import("axe-core") };
      const result = await engine.run(selector, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
      });
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
      );
    },
    [within, tags] as const,
  );
}
