import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPageForm, withoutWhiteSpace } from "../../src/core/document/display.ts";
import { allSentences } from "../../src/core/document/report.ts";
import { composeSource, writeRecipe } from "../../src/core/document/source-recipe.ts";
import { readReports } from "../../src/site/read-reports.ts";

const [report] = readReports("content/reports");
if (!report) throw new Error("There is no report.");
const source = readFileSync(`content/reports/${report.slug}/source.txt`, "utf8");
const texts = new Map(
  allSentences(report).map(({ id, text }) => [id, withoutWhiteSpace(toPageForm(text))]),
);
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Text as publishers set it, with marks of both widths. */
const published = fc.string({ unit: fc.constantFrom(..."武冈市aZ19,:;?!()，：；？！（） \n。“”") });

describe("the source is put together from the sentences", () => {
  test("byte for byte", () => {
    expect(composeSource(report.recipe, texts)).toBe(source);
    expect(hash(composeSource(report.recipe, texts))).toBe(report.sourceSha256);
  });

  test("byte for byte too where marks of both widths stand in any order", () => {
    fc.assert(
      fc.property(published, published, (one, other) => {
        const both = [one, other].map((text, at) => ({ id: `p1-s${at + 1}`, text }));
        const shown = both.map(
          ({ id, text }) => [id, withoutWhiteSpace(toPageForm(text))] as const,
        );
        const recipe = writeRecipe(`${one}\n${other}`, () => true, both);
        expect(composeSource(recipe, new Map(shown))).toBe(`${one}\n${other}`);
      }),
    );
  });

  test("and is another one when any character of theirs is another, one too many or gone", () => {
    const ids = [...texts.keys()];
    const edits = fc.tuple(fc.constantFrom(...ids), fc.nat(), fc.constantFrom("更", "", "多一"));
    fc.assert(
      fc.property(edits, ([id, at, other]) => {
        const text = texts.get(id) ?? "";
        const place = at % text.length;
        fc.pre(text[place] !== other);
        const edited = new Map(texts).set(id, text.slice(0, place) + other + text.slice(place + 1));
        expect(composeSource(report.recipe, edited)).not.toBe(source);
      }),
    );
  });

  test("and is another one when a sentence is missing or there is one too many", () => {
    const fewer = new Map(texts);
    fewer.delete("p1-m1-s1");
    expect(composeSource(report.recipe, fewer)).not.toBe(source);
    expect(composeSource(report.recipe, new Map(texts).set("p1-m1-s3", "添"))).not.toBe(source);
  });
});
