import { type Edition, editions } from "../support/editions.ts";
import { expect, test } from "../support/reader.ts";

const [chinese] = editions as [Edition, Edition];

test("a copy of the whole page, while its parts are closed, has the whole report", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? "";
    return { text: await read("text/plain"), html: await read("text/html") };
  });
  const sentences = await page.locator("main .s").allTextContents();
  expect(sentences.length).toBeGreaterThan(50);
  const plain = (text: string) => text.replace(/\s+/g, "");
  expect(sentences.filter((each) => !plain(copied.text).includes(plain(each)))).toEqual([]);
  expect(sentences.filter((each) => !plain(copied.html).includes(plain(each)))).toEqual([]);
  const heading = (await page.locator("#p1-t").textContent()) ?? "";
  expect(heading).toMatch(/^一、/);
  expect(copied.text.split(/\r?\n/)).toContain(heading);
  expect(copied.text).not.toContain(chinese.names.expandAll);
});
