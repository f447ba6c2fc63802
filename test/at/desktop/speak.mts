// Runs inside a desktop session: lets a browser read a whole report aloud, with a pause on the way.
import { finish, openListening } from "./listener.mts";

const [name = "", url = ""] = process.argv.slice(2);

const page = await openListening(name, url, 3);
await page.getByRole("button", { name: /^(播放|Play)$/ }).click();
await page.locator("#summary-s2.said").waitFor();
await page.getByRole("button", { name: /^(暂停|Pause)$/ }).click();
await page.getByRole("button", { name: /^(继续|Resume)$/ }).click();
await page
  .getByRole("status")
  .filter({ hasText: /^(读完了|Finished)$/ })
  .waitFor({
    state: "attached",
    timeout: 240_000,
  });
await finish(page);
