import { expect, test } from "vitest";
import type { Language } from "../../src/core/document/report.ts";
import { printLexicon, readLexicon } from "../../src/core/speech/lexicon.ts";
import { readReports } from "../../src/site/read-reports.ts";

const [report] = readReports("content/reports");
if (!report) throw new Error("there is no report");
const { lexicon } = report;

/** The part of a page that the lexicon is read from. */
const page = (lang: Language, json: string | undefined) => ({
  documentElement: { lang, dataset: {} },
  getElementById: () => (json === undefined ? null : { textContent: json }),
});

test("a page carries how what is no word is said, and where to pause, and no reading of a word", () => {
  const chinese = printLexicon(lexicon, "zh-CN");
  expect(chinese).toContain("721");
  expect(chinese).not.toMatch(/[映掌条唯素]/);
  expect(chinese.length).toBeLessThan(150);
  // In English the rules cover everything that the report writes.
  expect(printLexicon(lexicon, "en")).toBe("[]");
});

test("what a page carries is what its language is said by", () => {
  const chinese = readLexicon(page("zh-CN", printLexicon(lexicon, "zh-CN")));
  expect(chinese.forms).toContainEqual({ written: "721", spoken: { "zh-CN": "七二一" } });
  expect(chinese.pauses).toEqual(lexicon.pauses);
  const said = { written: "1+N", spoken: { en: "one plus N" } };
  const both = { forms: [...lexicon.forms, said], pauses: lexicon.pauses };
  const english = readLexicon(page("en", printLexicon(both, "en")));
  expect(english.forms).toEqual([said]);
  expect(english.pauses).toEqual([]);
});

test("what the rules say already is not carried", () => {
  expect(lexicon.forms.map(({ written }) => written)).not.toContain("1+N");
});

test.each([undefined, "", "nonsense", "{}", "null"])(
  "a page with %j for a lexicon is read aloud without one",
  (json) => {
    expect(readLexicon(page("zh-CN", json))).toEqual({ forms: [], pauses: [] });
  },
);
