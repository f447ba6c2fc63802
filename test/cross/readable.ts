import { builds } from "../support/builds.ts";
import { expectedSentences } from "../support/expected-sentences.ts";
import type { TestServer } from "../support/server.ts";
import type { Driver } from "./drivers.ts";
import { isKept, isScripted, until } from "./journeys.ts";

/**
 * Waits until all the Chinese text of a build is there, and a section opens. Throws where that does
 * not come.
 */
export async function expectReadable(
  driver: Driver,
  build: string = builds.current,
): Promise<void> {
  const expected = [...expectedSentences(build, "zh-CN").values()].join("\n");
  await until(
    driver,
    `return [...document.querySelectorAll("main .s")].map(({ textContent }) => textContent).join("\\n") === values[0];`,
    expected,
  );
  await until(
    driver,
    `document.querySelector("#p3-full").open = true;
     return document.querySelector("#p3-m2-s1").getClientRects().length > 0;`,
  );
}

/**
 * Takes the server away, and goes to another page and back to the report. Throws where one does not
 * come.
 */
export async function goWithoutServer(driver: Driver, server: TestServer): Promise<void> {
  await until(driver, isKept);
  await server.stop();
  await driver.go(new URL("en/about/", server.url).href);
  await until(
    driver,
    `return document.querySelector("h1").textContent.includes("About this text");`,
  );
  await driver.go(server.url);
  await until(driver, isScripted);
}
