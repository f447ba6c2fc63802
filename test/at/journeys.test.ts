import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestServer } from "../support/server.ts";
import { runDesktop, serveBuild, serveWithUpdate } from "./support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server.stop());

/** What Orca says after each key, without the address, which differs from run to run. */
async function transcript(browser: string, keys: string, { url } = server): Promise<string> {
  return runDesktop("transcript", [browser, url, ...keys.split(" ")]);
}

/**
 * The keys of each journey. Of a panel that opens, only that is awaited: where what fills it comes
 * late, Orca reads all of it aloud first. Where the focus is after a dialog, Orca tells when asked
 * (KP_Enter): the name and the state, and the role unless it has just told it.
 */
const journeys = {
  "reads a pillar": "h h h h h h Down Down Down Down Down Return Down Down Down Down",
  "changes the type size": "b b b Return…已展开 Tab Tab Return Return Escape",
  "listens, pauses and goes on": "b b b b Return…已展开 Tab Return Return Return Tab Return Escape",
  "switches to English and back": "Tab Tab Tab Return h h h h ctrl+Home Tab Tab Return h",
  "switches to English and back in the middle of the text":
    "h h h h h h h Insert+a g…Still h Insert+a g…还在原处 h",
  "comes back to where they were": "h h h h h h h F5…还在原处 Down h",
  "searches, goes to the place and back":
    "ctrl+k f u y i Return…这份报告讲 Down ctrl+k Escape~已收起 KP_Enter~搜索_已收起",
};

for (const [journey, keys] of Object.entries(journeys))
  test(`with Orca in Chromium a reader ${journey}`, async () => {
    const file = `./journeys/${journey.replaceAll(" ", "-")}.txt`;
    await expect(await transcript("chromium", keys)).toMatchFileSnapshot(file);
  });

test("with Orca in Chromium a reader hears of an update, and takes it", async () => {
  const updating = await serveWithUpdate();
  const said = await transcript("chromium", "F5…新版本 shift+b shift+b Return", updating);
  await updating.stop();
  await expect(said).toMatchFileSnapshot("./journeys/hears-of-an-update.txt");
});

test("with Orca in Firefox a reader goes from heading to heading", async () => {
  await expect(await transcript("firefox", "h h h h h h")).toMatchFileSnapshot(
    "./journeys/headings-in-firefox.txt",
  );
});
