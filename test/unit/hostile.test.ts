import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { readOpenDisclosures } from "../../src/client/page/open-disclosures.ts";
import { readStoredPosition, storePosition } from "../../src/client/page/stored-position.ts";
import { makeSafeStorage } from "../../src/client/platform/storage.ts";
import { parseDescription } from "../../src/content/parse/description.ts";
import { parseFigures } from "../../src/content/parse/figures.ts";
import { parseGlossary } from "../../src/content/parse/glossary.ts";
import { parseLexicon } from "../../src/content/parse/lexicon.ts";
import { parseReportText } from "../../src/content/parse/report-text.ts";
import { parseSummary } from "../../src/content/parse/summary.ts";
import { describeProblem, type Parsed } from "../../src/content/problem.ts";
import { toRootStyle } from "../../src/core/settings/resolve.ts";
import { settings } from "../../src/core/settings/schema.ts";
import { parseStoredSettings, printStoredSettings } from "../../src/core/settings/stored.ts";
import { parseListeningPreferences } from "../../src/core/speech/preferences.ts";
import { renderProse } from "../../src/site/prose.ts";
import { realFile } from "../support/broken-copy.ts";
import { hostileStrings } from "../support/hostile.ts";

test("there are at least 200 strings", () => {
  expect(hostileStrings.length).toBeGreaterThanOrEqual(200);
});

/** A storage with the same string under every key. */
const holding = (held: string) =>
  makeSafeStorage(() => ({ getItem: () => held, setItem() {}, removeItem() {} }) as never);

describe("from a storage that holds a hostile string", () => {
  const defaults = toRootStyle({}, "zh-CN");

  test("settings keep to what there is to choose", () => {
    for (const hostile of hostileStrings) {
      const chosen = Object.fromEntries(Object.keys(settings).map((key) => [key, hostile]));
      for (const stored of [hostile, JSON.stringify({ version: 1, chosen })]) {
        const style = toRootStyle(parseStoredSettings(stored), "zh-CN");
        for (const [name, value] of Object.entries({ ...style.properties, ...style.attributes }))
          expect(value ?? "", name).toMatch(/^[a-z0-9.]*$/);
        expect(Object.keys(style.properties)).toEqual(Object.keys(defaults.properties));
      }
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("what was chosen is stored and read without loss beside it", () => {
    for (const hostile of hostileStrings) {
      const chosen = { theme: "dark", [hostile]: hostile } as never;
      expect(parseStoredSettings(printStoredSettings(chosen))).toEqual({ theme: "dark" });
    }
  });

  test("places and open parts are names at most", () => {
    for (const hostile of hostileStrings) {
      const place = { id: hostile, top: 0, above: 0 };
      for (const held of [hostile, JSON.stringify(hostile), JSON.stringify([hostile, hostile])]) {
        const found = readStoredPosition(holding(held), "place");
        if (found) expect(Object.keys(found)).toEqual(["id", "top", "above"]);
        for (const id of readOpenDisclosures(holding(held))) expect(typeof id).toBe("string");
      }
      expect(readStoredPosition(holding(JSON.stringify(place)), "place")).toEqual(place);
      expect(() => storePosition(holding(hostile), hostile, place)).not.toThrow();
    }
  });

  test("the way to listen keeps to what there is", () => {
    for (const hostile of hostileStrings)
      for (const held of [hostile, JSON.stringify({ version: 1, rate: hostile, mark: hostile })]) {
        const { rate, mark } = parseListeningPreferences(held);
        expect(rate).toBeGreaterThanOrEqual(0.5);
        expect(rate).toBeLessThanOrEqual(3);
        expect(typeof mark).toBe("boolean");
      }
  });
});

const short = hostileStrings.filter(({ length }) => length <= 10_000);

describe("a content file with a hostile string in it", () => {
  const files: Readonly<
    Record<string, readonly [parse: (file: string, text: string) => Parsed<unknown>, words: string]>
  > = {
    "report.yaml": [parseDescription, "武冈市"],
    "summary.zh-CN.yaml": [parseSummary, "怎样推动政府依法办事"],
    "glossary.yaml": [parseGlossary, "湖南省邵阳市代管的县级市"],
    "figures.yaml": [parseFigures, ":"],
    "lexicon.yaml": [parseLexicon, ":"],
    "zh-CN.md": [parseReportText, "同部署"],
    "en.md": [(file, text) => parseReportText(file, text, "translation"), "The work is hereby"],
  };

  test.each(Object.keys(files))(
    "%s is read, or refused in a sentence",
    { timeout: 120_000 },
    (name) => {
      const [parse, words] = files[name] ?? [];
      const text = realFile(name);
      const at = text.indexOf(words ?? "");
      if (!parse || !words || at === -1) throw new Error(`${name} has no such words`);
      // The beginning of a file is enough, and fast.
      const [before, after] = [text.slice(0, at), text.slice(at + words.length, at + 300)];
      for (const hostile of [...short, "甲".repeat(100_000)]) {
        const { value, problems } = parse(name, before + hostile + after);
        expect(value !== undefined || problems.length > 0).toBe(true);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThan(0);
          expect(describeProblem(problem)).toMatch(/: expected .+; found /s);
        }
      }
    },
  );

  test("what cannot be seen is refused, and all else kept as it is", () => {
    for (const hostile of hostileStrings.filter((each) => each.trim() !== "")) {
      const summary = (text: string) =>
        realFile("summary.en.yaml").replace(
          /- text: "This report tells how.*/,
          () => `- text: ${JSON.stringify(text)}`,
        );
      const { value, problems } = parseSummary("summary.en.yaml", summary(hostile));
      const isRefused =
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\p{Cs}\ufffd-\uffff\u{1fffe}\u{10ffff}]/u.test(
          hostile,
        );
      if (isRefused) expect(problems.map(describeProblem).join()).toMatch(/expected text that can/);
      else expect(value?.value.summary[0]?.text).toBe(hostile);
    }
  });

  test("prose about the reader has no markup of its own, and a link that is a program stops the build", () => {
    const parser = new new JSDOM().window.DOMParser();
    const sentence = /expected a link to a page, a mail address or a telephone; found `\w+:/i;
    for (const hostile of short) {
      let html = "";
      try {
        ({ html } = renderProse(`## Title {#id}\n\n${hostile}`));
      } catch (error) {
        expect(String(error)).toMatch(sentence);
      }
      const { body } = parser.parseFromString(html, "text/html");
      expect(body.querySelector("script, style, iframe, svg, math, form"), hostile).toBeNull();
      for (const { attributes } of body.querySelectorAll("*"))
        for (const { name } of attributes)
          expect(name, hostile).toMatch(/^(id|href|src|alt|title|start|class)$/);
    }
    for (const address of [
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      "data:text/html,x",
      "vbscript:x",
    ])
      for (const markdown of [
        `[x](${address})`,
        `![x](${address})`,
        `<${address}>`,
        `[x]\n\n[x]: ${address}`,
      ])
        expect(() => renderProse(`## Title {#id}\n\n${markdown}`), markdown).toThrow(sentence);
  });
});
