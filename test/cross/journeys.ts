import { editions } from "../support/editions.ts";
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
async function until(driver: Driver, body: string, ...values: readonly unknown[]): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await driver.run<boolean>(body, ...values).catch(() => false))) {
    if (Date.now() > end)
      throw new Error(`not in time: ${body.split("\n").at(-1)?.trim()} ${values}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

const isScripted = `return document.documentElement.dataset.script === "on";`;

/** One journey: what a reader does. Returns what there is to say of it; throws where it fails. */
export type Journey = (driver: Driver, server: TestServer) => Promise<string>;

/** The journeys, in their order: each begins where the one before has ended. */
export const journeys: Readonly<Record<string, Journey>> = {
  async "reads the report"(driver, server) {
    await driver.go(server.url);
    await until(driver, isScripted);
    const count = await driver.run<number>(`return document.querySelectorAll("main .s").length;`);
    if (count < 80) throw new Error(`${count} sentences`);
    return `${count} sentences`;
  },
  async "opens a section"(driver) {
    await driver.run(`document.querySelector("#p3-full summary").click();`);
    await until(driver, `return document.querySelector("#p3-m2-s1").getClientRects().length > 0;`);
    return "its text shows";
  },
  async "makes the type larger"(driver) {
    await press(driver, chinese.names.text);
    await press(driver, chinese.names.larger);
    await until(
      driver,
      `return document.documentElement.style.getPropertyValue("--size") === "1.1";`,
    );
    return "110 %";
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
    if (size !== "1.1") throw new Error(`the type size is ${size}`);
    return "at the same measure, with the same type size";
  },
  async "listens, and stops"(driver) {
    await press(driver, english.names.listen);
    await until(
      driver,
      `return /${english.names.stop}/.test(document.querySelector("#listen-panel").textContent);`,
    );
    const said = `return document.querySelector("#listen-panel").textContent;`;
    await press(driver, english.names.play);
    await until(
      driver,
      `const text = document.querySelector("#listen-panel").textContent;
       return ["Pause", "no English voice", "cannot read aloud", "Loading", "Resume"].some((each) => text.includes(each));`,
    );
    const text = await driver.run<string>(said);
    if (/no English voice|cannot read aloud/.test(text)) return "there is no voice, and it is said";
    await press(driver, english.names.stop).catch(() => undefined);
    return "started and stopped";
  },
  async "reads on with the server gone"(driver, server) {
    await until(
      driver,
      `const registration = await navigator.serviceWorker.getRegistration();
       return Boolean(registration?.active && navigator.serviceWorker.controller);`,
    );
    await server.stop();
    await driver.go(new URL("about/", server.url).href);
    await until(driver, `return document.querySelector("h1").textContent.includes("关于");`);
    await driver.go(server.url);
    await until(driver, isScripted);
    await until(
      driver,
      `return document.documentElement.style.getPropertyValue("--size") === "1.1";`,
    );
    return "every page, with the settings";
  },
};
