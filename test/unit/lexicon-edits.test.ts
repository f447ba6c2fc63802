import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseLexicon } from "../../src/content/parse/lexicon.ts";
import { setReading, setReviewed } from "../../src/site/narrate/listen/lexicon-edits.ts";
import type { ReviewedFlags } from "../../src/site/narrate/listen/reviewed.ts";

const real = readFileSync("content/reports/wugang-2023/lexicon.yaml", "utf8");

function parse(text: string) {
  const { value, problems } = parseLexicon("lexicon.yaml", text);
  if (!value) throw new Error(JSON.stringify(problems));
  return value.value;
}

/** Flags of a lexicon: all as they are, but for one. */
function flagsOf(text: string, kind: keyof ReviewedFlags, at: number): ReviewedFlags {
  const file = parse(text);
  const flags = (each: keyof ReviewedFlags) =>
    file[each].map(({ reviewed }, index) => (each === kind && index === at ? !reviewed : reviewed));
  return { forms: flags("forms"), pauses: flags("pauses"), readings: flags("readings") };
}

/** The lines that two texts have differently. */
function differing(before: string, after: string): [string, string][] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  expect(b.length).toBe(a.length);
  return a.flatMap((line, at): [string, string][] => (line === b[at] ? [] : [[line, b[at] ?? ""]]));
}

const entries = (["forms", "pauses", "readings"] as const).flatMap((kind) =>
  parse(real)[kind].map((_, at) => [kind, at] as const),
);

describe("the report's lexicon", () => {
  test.each(entries)("changes in one line when %s %i is reviewed, and back", (kind, at) => {
    const text = setReviewed(real, parse(real), flagsOf(real, kind, at));
    expect(differing(real, text)).toEqual([["    reviewed: false", "    reviewed: true"]]);
    expect(setReviewed(text, parse(text), flagsOf(text, kind, at))).toBe(real);
  });

  test("stays byte for byte where nothing changes", () => {
    const nothing = { forms: [], pauses: [], readings: [] };
    expect(setReviewed(real, parse(real), nothing)).toBe(real);
  });

  test("changes in the line of the pinyin when a reading is corrected, and keeps its respelling", () => {
    const text = setReading(real, parse(real), { written: "调处", pinyin: "tiáochù" });
    expect(differing(real, text)).toEqual([["    pinyin: tiáochǔ", "    pinyin: tiáochù"]]);
    expect(text).toContain("pinyin: tiáochù\n    respelled: { espeak: 条储 }");
  });

  test("has a new reading at its end, and nothing else changes", () => {
    const text = setReading(real, parse(real), { written: "西安", pinyin: "xī'ān" });
    expect(text).toBe(`${real}  - written: 西安\n    pinyin: xī'ān\n    reviewed: false\n`);
  });
});

describe("a lexicon that is written in another way", () => {
  const add = (text: string) =>
    setReading(text, parse(text), { written: "行政", pinyin: "xíngzhèng" });
  const empty = "forms: []\npauses: []\n";

  test.each([
    ["without readings", "readings: [] # None yet.\n"],
    ["in one line", "readings: [{ written: 重大, pinyin: zhòngdà, reviewed: true }]\n"],
    [
      "in a line an entry",
      "readings:\n- { written: 重大, pinyin: zhòngdà, reviewed: true } # So.\n",
    ],
    ["without a line end", "readings:\n  - written: 重大\n    pinyin: zhòngdà\n    reviewed: true"],
    [
      "with quotes",
      'readings:\n  - written: "重大"\n    reviewed: true # So.\n    pinyin: "zhòngdà"\n',
    ],
    [
      "with comments at its end",
      "readings:\n  - written: 重大\n    pinyin: zhòngdà\n    reviewed: true\n# End.\n",
    ],
    [
      "before the other lists",
      "readings:\n  - written: 重大\n    pinyin: zhòngdà\n    reviewed: true\n\n# Forms.\n",
    ],
  ])("%s gets a reading", (_, readings) => {
    const isFirst = readings.endsWith("Forms.\n");
    const before = isFirst ? readings + empty : empty + readings;
    const after = add(before);
    expect(parse(after).readings).toContainEqual({
      written: "行政",
      pinyin: "xíngzhèng",
      reviewed: false,
    });
    // All that was written is still there, in order.
    const left = [...after];
    if (!readings.startsWith("readings: []")) {
      for (const char of before) expect(left.splice(0, left.indexOf(char) + 1).at(-1)).toBe(char);
    }
  });

  test("with the line ends of Windows keeps them", () => {
    const before = `${empty}readings:\n  - written: 重大\n    pinyin: zhòngdà\n    reviewed: true\n`;
    const after = add(before.replaceAll("\n", "\r\n"));
    expect(after).toBe(add(before).replaceAll("\n", "\r\n"));
  });

  test("with a flag that is a reference is refused, not broken", () => {
    const text = `forms: []\npauses: []\nreadings:\n  - written: 重大\n    pinyin: zhòngdà\n    reviewed: &no false\n  - written: 行政\n    pinyin: xíngzhèng\n    reviewed: *no\n`;
    const flags = { forms: [], pauses: [], readings: [false, true] };
    expect(() => setReviewed(text, parse(text), flags)).toThrow("readings.1.reviewed is not");
    // An anchor that others point to would change them too.
    const first = { forms: [], pauses: [], readings: [true, undefined] };
    expect(() => setReviewed(text, parse(text), first)).toThrow("not a lexicon");
  });
});
