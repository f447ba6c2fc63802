import { expect, test } from "../support/reader";

test("the report opens on its title", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("法治政府建设工作报告");
});
