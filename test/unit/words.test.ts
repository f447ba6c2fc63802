import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "../../src/words/en.json" with { type: "json" };
import enNotes from "../../src/words/notes.en.json" with { type: "json" };
import zhNotes from "../../src/words/notes.zh-CN.json" with { type: "json" };
import enSearch from "../../src/words/search.en.json" with { type: "json" };
import zhSearch from "../../src/words/search.zh-CN.json" with { type: "json" };
import zh from "../../src/words/zh-CN.json" with { type: "json" };

const english = { ...en, ...enNotes, ...enSearch };
const chinese = { ...zh, ...zhNotes, ...zhSearch };

type Tree = { readonly [key: string]: string | Tree };

/** i18next's plural suffixes. */
const plural = /_(?:zero|one|other)$/;

function forms(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : forms(value, `${path}${key}.`),
  );
}

/**
 * Texts by key. Plural forms (`extent_one`), which differ by language, are merged; the last is
 * kept.
 */
function leaves(tree: Tree): [string, string][] {
  return [...new Map(forms(tree).map(([key, text]) => [key.replace(plural, ""), text]))];
}

function sources(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
}

const interpolations = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test("both languages have the same words, with the same places to fill in", () => {
  const [own, other] = [leaves(chinese), leaves(english)];
  expect(other.map(([key]) => key)).toEqual(own.map(([key]) => key));
  for (const [at, [key, text]] of own.entries())
    expect(interpolations(other[at]?.[1] ?? ""), key).toEqual(interpolations(text));
});

test("a form for a number fills in nothing that the form for others does not", () => {
  for (const tree of [chinese, english]) {
    const others = new Map(leaves(tree));
    for (const [key, text] of forms(tree)) {
      const known = interpolations(others.get(key.replace(plural, "")) ?? "");
      for (const place of interpolations(text)) expect(known, key).toContain(place);
    }
  }
});

test("every word is used", () => {
  const text = [...sources("src/pages"), ...sources("src/client"), ...sources("src/site")]
    .map((source) => source.text)
    .join("\n");
  const unused = leaves(chinese)
    .map(([key]) => key.replace(/^(page|panels)\./, ""))
    .filter((key) => {
      const [last = ""] = key.split(".").slice(-1);
      const parents = key.slice(0, -last.length);
      // A key is used literally, or built from a literal prefix, as in `text.themes.${value}`.
      const isBuilt = parents !== "" && text.includes(`${parents}\${`);
      return (
        !isBuilt &&
        !new RegExp(`["'\`](?:${parents.replace(".", "\\.")})?${last}(?:Value)?["'\`]`).test(text)
      );
    })
    // Built from two variables: the sliders' names and values.
    .filter((key) => !/^text\.(leading|tracking|spacing|width)/.test(key));
  expect(unused).toEqual([]);
});

test("no text that a reader sees is written into the program", () => {
  for (const { file, text } of [...sources("src/pages"), ...sources("src/client")]) {
    const code = text
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\/\/.*$/gm, "")
      .replace(/\/(?![*/])(?:\\.|[^/\n])+\/[dgimsuy]*/g, "");
    expect(code, file).not.toMatch(/\p{Script=Han}/u);
  }
});
