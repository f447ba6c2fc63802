import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, test } from "vitest";

const feature = ["core", "client/page", "client/panels", "client/platform", "solid-js"];

/**
 * Allowed imports: for each folder or file of src (the longest matching path applies), what it may
 * import besides its own folder; packages by their names. Features never import each other, and
 * only the three parts of the shell that start them import features.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  words: [],
  styles: [],
  content: ["core", "i18next", "mdast", "remark-parse", "unified", "valibot", "yaml"],
  pages: ["core", "words", "solid-js"],
  site: ["content", "core", "words", "pages", "styles", "*"],
  "site/narrate/listen/browser": ["site/narrate/listen/protocol.ts"],
  "client/platform": ["core", "solid-js", "trusted-types/lib"],
  "client/page": ["client/platform", "core"],
  "client/panels": ["client/platform", "core", "words", "solid-js", "i18next"],
  "client/shell": feature,
  "client/shell/early.ts": ["client/page", "client/platform", "core"],
  "client/shell/main.ts": ["client", "core", "solid-js"],
  "client/shell/context.ts": ["client", "core"],
  "client/shell/when-loaded.ts": ["client", "core", "solid-js"],
  "client/shell/attach-updates.ts": [...feature, "client/shell", "workbox-window"],
  "client/reading": feature,
  "client/settings": feature,
  "client/listening": feature,
  "client/search": [...feature, "virtual:pinyin", "virtual:variants"],
  "client/notes": [...feature, "approx-string-match", "idb"],
  "client/understanding": feature,
  "client/summary": [...feature, "virtual:summaries"],
  sw: ["core", "workbox-core", "workbox-precaching", "workbox-range-requests", "workbox-routing"],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function readImports(): Import[] {
  return readdirSync("src", { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, "utf8");
      const targets = text.matchAll(/(?:from|import)\s*\(?\s*"([^"\s]+)"/g);
      return [...targets].map(([, target = ""]) => ({
        from: relative("src", file),
        to: target.startsWith(".")
          ? relative("src", normalize(join(dirname(file), target)))
          : target,
      }));
    });
}

const imports = readImports();
const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** The row of the table for a path: the longest match. */
const rowFor = (path: string) =>
  Object.keys(allowed)
    .filter((each) => isBelow(path, each))
    .sort((a, b) => b.length - a.length)[0];

test("every import goes along an arrow of the house", () => {
  const wrong = imports.filter(({ from, to }) => {
    const row = rowFor(from);
    if (row === undefined) return true;
    if (isBelow(to, dirname(row)) && dirname(row) === dirname(to) && row.includes("."))
      return false;
    if (isBelow(to, row)) return false;
    const isOurs = rowFor(to) !== undefined;
    return !allowed[row]?.some((each) => (each === "*" ? !isOurs : isBelow(to, each)));
  });
  expect(wrong).toEqual([]);
});

test("every row of the table is used", () => {
  const used = new Set(imports.map(({ from }) => rowFor(from)));
  expect(
    Object.keys(allowed).filter((row) => !used.has(row) && row !== "words" && row !== "styles"),
  ).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(" → ")];
    if (done.has(file)) return [];
    const cycles = (graph.get(file) ?? []).flatMap((next) => walk(next, [...path, file]));
    done.add(file);
    return cycles;
  };
  expect([...graph.keys()].flatMap((file) => walk(file, []))).toEqual([]);
});
