import { ownName } from "../../src/core/own-name.ts";
import {
  listeningStorageKey,
  printListeningPreferences,
} from "../../src/core/speech/preferences.ts";
import { type Edition, editions } from "../support/editions.ts";
import { fakeSpeech, whatWasSaid } from "../support/fake-speech.ts";
import { noteNames } from "../support/note-names.ts";
import { openNotes, select, toolbar } from "../support/notes.ts";
import { openSearch } from "../support/panels.ts";
import { faultAt, serverFaults } from "../support/server-faults.ts";
import { findUpdate } from "../support/visit.ts";
import { type Lab, leftAt, names, test, type Visit } from "./lab.ts";

const updateButton = "更新";
const chinese = editions[0] as Edition;

interface Saying {
  readonly said: readonly unknown[];
}

/** Opens the text settings. Returns whether they came. */
async function openText({ page }: Visit): Promise<boolean> {
  await page.getByRole("button", { name: names.text, exact: true }).click();
  return page
    .getByRole("button", { name: names.larger })
    .waitFor({ timeout: 8000 })
    .then(() => true)
    .catch(() => false);
}

/** Opens the report in a browser in which a worker keeps it. */
async function enterKept(lab: Lab, build = lab.builds.current): Promise<Visit> {
  const visit = await lab.enter({ build });
  await visit.go();
  visit.note(!(await visit.isKept()), "the worker");
  return visit;
}

/** Puts another version on the server, and waits until the reader is told of it. */
async function deployUpdate({ page, server }: Visit, build: string): Promise<void> {
  server.deploy(build);
  await findUpdate(page);
  await page.getByRole("button", { name: updateButton }).waitFor();
}

/** Takes the version that the reader was told of, and waits until it is there. */
async function takeUpdate(visit: Visit): Promise<void> {
  const loaded = visit.page.waitForEvent("load");
  await visit.page.getByRole("button", { name: updateButton }).click();
  await loaded;
  await visit.page.waitForFunction(() => !document.querySelector("#notices section"));
  await visit.settle();
}

test("an old page without a worker asks for a part that a deploy has removed", async ({ lab }) => {
  const visit = await lab.enter({ serviceWorkers: "block" });
  await visit.go();
  visit.server.intercept(
    faultAt(serverFaults["the file is missing"], (path) => path.includes("/assets/start-settings")),
  );
  await openText(visit);
  await visit.settle();
  visit.restore();
  visit.server.deploy(lab.builds.newText);
  await visit.look(true);
  await visit.go();
  await visit.look(true, lab.builds.newText);
  visit.note(!(await openText(visit)), "the text settings");
});

test("an old page with an old worker, after a new deploy", async ({ lab }) => {
  const visit = await enterKept(lab);
  visit.server.deploy(lab.builds.newText);
  visit.note(!(await openText(visit)), "the text settings");
  await visit.page.keyboard.press("Escape");
  await findUpdate(visit.page);
  await visit.page.getByRole("button", { name: updateButton }).waitFor();
  await visit.look();
  await takeUpdate(visit);
  await visit.look(true, lab.builds.newText);
  await visit.checkWithoutServer(lab.builds.newText);
});

test("a new page with an old worker, whose copy of the page is gone", async ({ lab }) => {
  const visit = await enterKept(lab);
  visit.server.deploy(lab.builds.newText);
  await visit.page.evaluate(async () => {
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        if (new URL(request.url).pathname === "/index.html")
          await (await caches.open(name)).delete(request);
  });
  await visit.go();
  await visit.look(true, lab.builds.newText);
  visit.note(!(await openText(visit)), "the text settings");
});

test("a new deploy is rolled back, after readers have it", async ({ lab }) => {
  const visit = await enterKept(lab, lab.builds.newText);
  await deployUpdate(visit, lab.builds.current);
  await takeUpdate(visit);
  await visit.look();
  await visit.checkWithoutServer();
});

test("a new deploy is rolled back, while its worker still waits", async ({ lab }) => {
  const visit = await enterKept(lab);
  await deployUpdate(visit, lab.builds.newText);
  visit.server.deploy(lab.builds.current);
  await findUpdate(visit.page);
  await visit.settle();
  await visit.look();
  await takeUpdate(visit);
  await visit.look();
  await visit.checkWithoutServer();
});

test("two tabs of two versions", async ({ lab }) => {
  const visit = await enterKept(lab);
  const old = visit.page;
  visit.server.deploy(lab.builds.newText);
  await visit.openTab();
  await visit.go();
  await findUpdate(visit.page);
  await takeUpdate(visit);
  await visit.look(true, lab.builds.newText);
  visit.page = old;
  await old.bringToFront();
  await visit.look();
  visit.note(!(await openText(visit)), "the text settings of the old tab");
  await visit.look();
});

test("an update comes while the report is being read aloud", async ({ lab }) => {
  const visit = await lab.enter();
  await fakeSpeech(visit.page, "good", 4);
  // The page stays where the reader put it: what is looked for is that place.
  await visit.page.addInitScript(
    ([key, value]) => {
      // A tab that has not gone anywhere yet keeps nothing.
      if (origin !== "null") localStorage.setItem(key, value);
    },
    [
      ownName("/", listeningStorageKey),
      printListeningPreferences({
        rate: 1,
        voices: {},
        mark: true,
        follow: false,
        caption: false,
      }),
    ] as const,
  );
  await visit.go();
  visit.note(!(await visit.isKept()), "the worker");
  await visit.page.getByRole("button", { name: names.listen, exact: true }).click();
  await visit.page.getByRole("button", { name: names.play, exact: true }).click();
  await visit.page.getByRole("button", { name: names.pause, exact: true }).waitFor();
  await deployUpdate(visit, lab.builds.newText);
  const said = (await whatWasSaid(visit.page)).length;
  await visit.page
    .waitForFunction((before) => (window as unknown as Saying).said.length > before, said)
    .catch(() => visit.note(true, `the voice, after ${said} clauses`));
  await visit.look();
  await takeUpdate(visit);
  await visit.look(true, lab.builds.newText);
});

test("an update comes while the reader searches", async ({ lab }) => {
  const visit = await enterKept(lab);
  const panel = await openSearch(visit.page, chinese);
  const field = panel.getByRole("searchbox");
  await field.fill("行政复议");
  await panel.getByRole("link").first().waitFor();
  await deployUpdate(visit, lab.builds.newText);
  visit.note((await field.inputValue()) !== "行政复议", "the words that were looked for");
  await field.fill("公平正义");
  await panel.getByRole("link").first().waitFor();
  await visit.page.keyboard.press("Escape");
  await takeUpdate(visit);
  await visit.look(true, lab.builds.newText);
});

test("an update comes while the reader types a note", async ({ lab }) => {
  const visit = await lab.enter();
  const words = noteNames["zh-CN"];
  await visit.go();
  visit.note(!(await visit.isKept()), "the worker");
  await select(visit.page, leftAt, 0, 8);
  let bar = await toolbar(visit.page, chinese);
  await bar.getByRole("button", { name: words.yellow, exact: true }).click();
  await select(visit.page, leftAt, 0, 12);
  bar = await toolbar(visit.page, chinese);
  await bar.getByRole("button", { name: words.note }).click();
  const note = bar.getByRole("textbox");
  await note.fill("还没有写完的");
  await deployUpdate(visit, lab.builds.newText);
  await note.press("End");
  await note.pressSequentially("话");
  visit.note((await note.inputValue()) !== "还没有写完的话", "the note that was being typed");
  await takeUpdate(visit);
  await visit.look(true, lab.builds.newText, true);
  await visit.page
    .locator("main mark[data-kind]")
    .first()
    .waitFor({ timeout: 8000 })
    .catch(() => visit.note(true, "the mark that was kept"));
  const list = await openNotes(visit.page, chinese);
  await list
    .getByText("还没有写完的话")
    .waitFor({ timeout: 8000 })
    .catch(async () => visit.note(true, `the note, after the update (${await list.innerText()})`));
});

test("a deploy takes place in the middle of the first visit", async ({ lab }) => {
  const visit = await lab.enter();
  visit.server.intercept((request) => {
    if (request.url?.includes("/assets/")) visit.server.deploy(lab.builds.newText);
    return false;
  });
  await visit.go();
  await visit.look();
  visit.restore();
  await visit.go();
  await visit.look(true, lab.builds.newText);
  await visit.checkWithoutServer(lab.builds.newText);
});
