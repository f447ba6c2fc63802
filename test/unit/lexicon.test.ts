import { expect, test } from "vitest";
import { loadReports } from "../../src/build/load.ts";
import type { Language } from "../../src/core/report/report.ts";
import { printLexicon, readLexicon } from "../../src/core/speech/lexicon.ts";

const [report] = loadReports("content/reports");
if (!report) throw new Error("there is no report");
const { lexicon } = report;

/** A page as far as it is asked for its lexicon. */
const page = (lang: Language, json: string | undefined) => ({
  documentElement: { lang },
  getElementById: () => (json === undefined ? null : { textContent: json }),
});

test("a page carries how what is no word is said, and where to pause, and no reading of a word", () => {
  for (const language of ["zh-CN", "en"] as const) {
    const json = printLexicon(lexicon, language);
    expect(json).toContain("721");
    expect(json).not.toMatch(/[映掌条唯素]|Woo|Shee/);
    expect(json.length).toBeLessThan(150);
  }
});

test("what a page carries is what its language is said by", () => {
  const chinese = readLexicon(page("zh-CN", printLexicon(lexicon, "zh-CN")));
  expect(chinese.forms).toContainEqual({ written: "721", spoken: { "zh-CN": "七二一" } });
  expect(chinese.pauses).toEqual(lexicon.pauses);
  const english = readLexicon(page("en", printLexicon(lexicon, "en")));
  expect(english.forms).toContainEqual({ written: "721", spoken: { en: "seven two one" } });
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
