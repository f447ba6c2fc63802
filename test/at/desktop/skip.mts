// Runs inside a desktop session, where a clause takes longer than anybody waits: a listener skips
// forth and back between sentences and sections, and then changes the rate. Each is done when the
// speech server has been asked for the one before.
import { expect } from "@playwright/test";
import { finish, openListening, readSaid } from "./listener.mts";

const [name = "", url = ""] = process.argv.slice(2);

const page = await openListening(name, url, 1);
let count = 0;
const isSaid = () => expect.poll(() => readSaid().length, { timeout: 20_000 }).toBe(++count);

for (const label of [
  /^(播放|Play)$/,
  /^(下一句|Next sentence)$/,
  /^(下一节|Next section)$/,
  /^(下一节|Next section)$/,
  /^(上一句|Previous sentence)$/,
  /^(上一节|Previous section)$/,
]) {
  await page.getByRole("button", { name: label }).click();
  await isSaid();
}
await page.getByRole("slider", { name: /^(语速|Speed)$/ }).press("End");
await isSaid();
await finish(page);
