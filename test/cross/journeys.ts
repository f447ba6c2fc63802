import { expect } from "@playwright/test";
import { builds } from "../support/builds.ts";
import { editions } from "../support/editions.ts";
import { expectedSentences } from "../support/expected-sentences.ts";
import { installFakeSpeech } from "../support/fake-speech.ts";
import { noteNames } from "../support/note-names.ts";
import type { TestServer } from "../support/server.ts";
import type { Driver } from "./drivers.ts";

const [chinese, english] = editions as [(typeof editions)[0], (typeof editions)[0]];

/** Presses the control that has a name, as a script can: by its text. */
async function press(driver: Driver, name: string): Promise<void> {
  await until(driver, `${findControl} return Boolean(find(values[0]));`, name);
  await driver.run(`${findControl} find(values[0]).click();`, name);
}

const findControl = `const find = (name) =>
  [...document.querySelectorAll("button, a, summary")].find((each) =>
    each.getClientRects().length > 0 &&
    (each.getAttribute("aria-label") ?? each.textContent).trim() === name);`;

/** Waits until the body of a function returns true in the page. */
export async function until(
  driver: Driver,
  body: string,
  ...values: readonly unknown[]
): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await driver.run<boolean>(body, ...values).catch(() => false))) {
    if (Date.now() > end)
      throw new Error(`not in time: ${body.split("\n").at(-1)?.trim()} ${values}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Whether the page's script has begun. */
export const isScripted = `return document.documentElement.dataset.script === "on";`;

/** Whether a worker is in charge of the page, so that it is there without a server. */
export const isKept = `const registration = await navigator.serviceWorker.getRegistration();
  return Boolean(registration?.active && navigator.serviceWorker.controller);`;

/** One journey: what a reader does. Throws where it fails. */
export type Journey = (driver: Driver, server: TestServer) => Promise<void>;

/** The journeys, in their order: each begins where the one before has ended. */
export const journeys: Readonly<Record<string, Journey>> = {
  async "reads the report"(driver, server) {
    await driver.go(server.url);
    await until(driver, isScripted);
    const texts = await driver.run<string[]>(
      `return [...document.querySelectorAll("main .s")].map(({ textContent }) => textContent);`,
    );
    const expected = [...expectedSentences(builds.current, "zh-CN").values()];
    expect(texts).toEqual(expected);
  },
  async "opens a section"(driver) {
    await driver.run(`document.querySelector("#p3-full summary").click();`);
    await until(driver, `return document.querySelector("#p3-m2-s1").getClientRects().length > 0;`);
  },
  async "makes the type larger"(driver) {
    await press(driver, chinese.names.text);
    await press(driver, chinese.names.larger);
    await until(
      driver,
      `return document.documentElement.style.getPropertyValue("--size") === "1.1";`,
    );
  },
  async "changes the language and keeps the place"(driver) {
    await driver.run(`document.querySelector("#p3-m2").scrollIntoView(); scrollBy(0, -100);`);
    await driver.run(`document.querySelector(".language").click();`);
    await until(
      driver,
      `const { top } = document.querySelector("#p3-m2").getBoundingClientRect();
       return document.documentElement.lang === "en" && document.documentElement.dataset.script === "on" && top > -200 && top < innerHeight;`,
    );
    const size = await driver.run(
      `return document.documentElement.style.getPropertyValue("--size");`,
    );
    expect(size).toBe("1.1");
  },
  async "listens, and stops"(driver) {
    // What voices a machine has, and whether they can be heard, differs; test/at listens to those.
    await driver.run(`(${installFakeSpeech})(["good", 1]);`);
    await press(driver, english.names.listen);
    await until(
      driver,
      `return /${english.names.stop}/.test(document.querySelector("#listen-panel").textContent);`,
    );
    // As whoever embeds the page hears of it.
    await driver.run(
      `globalThis.states = [];
       document.addEventListener("zhanjuan:speech", ({ detail }) => states.push(detail.state));`,
    );
    const state = `return globalThis.states.at(-1)`;
    await press(driver, english.names.play);
    await until(driver, `${state} === "speaking";`);
    await until(driver, `return document.querySelectorAll(".said").length > 0;`);
    await press(driver, english.names.stop);
    await until(driver, `${state} === "idle" && document.querySelector(".said") === null;`);
  },
  async "searches, and goes to what is found"(driver) {
    await press(driver, english.names.search);
    await until(driver, `return Boolean(document.querySelector("#search-panel [type=search]"));`);
    // As typing does: the property of the element's own class, then the event.
    await driver.run(`const field = document.querySelector("#search-panel [type=search]");
      field.value = "mediation"; field.dispatchEvent(new InputEvent("input", { bubbles: true }));`);
    const links = `[...document.querySelectorAll("#search-panel a")].filter(({ hash }) => hash)`;
    await until(driver, `return ${links}.length > 0;`);
    const found = await driver.run<string>(
      `const link = ${links}[0]; link.click(); return link.hash.slice(1);`,
    );
    await until(
      driver,
      `const place = document.getElementById(values[0]); const box = place?.getBoundingClientRect();
       return place?.getClientRects().length > 0 && box.bottom > 0 && box.top < innerHeight;`,
      found,
    );
  },
  async "writes a note, which a reload keeps"(driver) {
    const names = noteNames.en;
    await driver.run(`const text = document.querySelector("#intro-s1");
      document.activeElement?.blur(); text.scrollIntoView();
      getSelection().setBaseAndExtent(text, 0, text, text.childNodes.length);`);
    await press(driver, names.yellow);
    await press(driver, names.note);
    await until(driver, `return Boolean(document.querySelector(".marking textarea"));`);
    await driver.run(`const field = document.querySelector(".marking textarea");
      field.value = "ask in the village"; field.dispatchEvent(new InputEvent("input", { bubbles: true }));`);
    await press(driver, names.save);
    const isMarked = `return document.querySelectorAll("#intro-s1 mark").length > 0;`;
    await until(driver, isMarked);
    await driver.run(`globalThis.isLeaving = true; setTimeout(() => location.reload());`);
    await until(driver, `if (globalThis.isLeaving) return false; ${isMarked}`);
    await press(driver, names.bookmarks);
    await until(
      driver,
      `return document.querySelector("#notes-panel").textContent.includes("ask in the village");`,
    );
  },
  async "reads on with the server gone"(driver, server) {
    await until(driver, isKept);
    await server.stop();
    await driver.go(new URL("about/", server.url).href);
    await until(driver, `return document.querySelector("h1").textContent.includes("关于");`);
    await driver.go(server.url);
    await until(driver, isScripted);
    await until(
      driver,
      `return document.documentElement.style.getPropertyValue("--size") === "1.1";`,
    );
  },
};
