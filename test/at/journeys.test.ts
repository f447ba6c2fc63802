import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestServer } from "../support/server.ts";
import { runDesktop, serveBuild } from "./support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serveBuild();
});
afterAll(() => server.stop());

/** What Orca says after each key, without the address, which differs from run to run. */
async function transcript(browser: string, keys: string): Promise<string> {
  return runDesktop("transcript", [browser, server.url, ...keys.split(" ")]);
}

const journeys = {
  "reads a pillar": "h h h h h h Down Down Down Down Down Return Down Down Down Down",
  "changes the type size": "b b b Return Tab Tab Return Return Escape",
  "listens, pauses and goes on": "b b b b Return Tab Return Return Return Tab Return Escape",
  "switches to English and back": "Tab Tab Tab Return h h h h ctrl+Home Tab Tab Return h",
};

for (const [journey, keys] of Object.entries(journeys))
  test(`with Orca in Chromium a reader ${journey}`, async () => {
    const file = `./journeys/${journey.replaceAll(" ", "-")}.txt`;
    await expect(await transcript("chromium", keys)).toMatchFileSnapshot(file);
  });

test("with Orca in Firefox a reader goes from heading to heading", async () => {
  await expect(await transcript("firefox", "h h h h h h")).toMatchFileSnapshot(
    "./journeys/headings-in-firefox.txt",
  );
});
