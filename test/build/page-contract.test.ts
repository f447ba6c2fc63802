import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { openerOf } from "../../src/core/page/attributes.ts";
import * as contract from "../../src/core/page/contract.ts";
import makeBuilds, { builds } from "../support/builds.ts";

let pages: readonly Document[] = [];

beforeAll(() => {
  makeBuilds();
  pages = readdirSync(builds.twoReports, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && !file.startsWith("take"))
    .map((file) => new JSDOM(readFileSync(join(builds.twoReports, file), "utf8")).window.document);
}, 120_000);

const named = (ending: string): [name: string, value: string][] =>
  Object.entries(contract).flatMap(([name, value]) =>
    typeof value === "string" && name.endsWith(ending) ? [[name, value]] : [],
  );

/** Selectors for elements that only scripts add, or that only downloads contain. */
const notPrinted = ["textPanelId", "listenPanelId", "searchPanelId", "notesPanelId", "besideClass"];

describe("what the code relies on of a printed page is on one", () => {
  const isThere = (selector: string) => pages.some((page) => page.querySelector(selector));

  test.each(named("Selector"))("%s: %s", (_name, selector) => {
    expect(isThere(selector)).toBe(true);
  });

  test.each(named("Id").filter(([name]) => !notPrinted.includes(name)))("%s: %s", (_name, id) => {
    expect(isThere(`#${id}`)).toBe(true);
  });

  test.each(named("Class").filter(([name]) => !notPrinted.includes(name)))(
    "%s: %s",
    (_name, name) => {
      expect(isThere(`.${name}`)).toBe(true);
    },
  );

  test.each(named("PanelId"))("%s: a button opens %s", (_name, id) => {
    expect(isThere(`button${openerOf(id)}`)).toBe(true);
  });
});

test("an id of the contract stands on a page once", () => {
  for (const page of pages) {
    for (const [, id] of named("Id")) {
      expect(page.querySelectorAll(`#${id}`).length, `${page.title} #${id}`).toBeLessThan(2);
    }
  }
});

test("headings and disclosures have the suffixes by which they are told from sections", () => {
  const { headingSuffixes, disclosureSuffix } = contract;
  const isThere = (suffix: string) => pages.some((page) => page.querySelector(`[id$="${suffix}"]`));
  for (const suffix of [headingSuffixes.ours, headingSuffixes.report, disclosureSuffix]) {
    expect(isThere(suffix), suffix).toBe(true);
  }
});
