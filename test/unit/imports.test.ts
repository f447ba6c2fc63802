import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, test } from "vitest";

/** Who may import whom: a folder of src (the longest that fits), and what it may reach. Packages stand bare. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  words: ["words"],
  styles: ["styles"],
  pages: ["pages", "core", "solid-js"],
  build: ["build", "core", "words", "pages", "styles", "*"],
  "client/platform": ["client/platform", "core", "solid-js", "idb"],
  "client/state": ["client/state", "core", "solid-js"],
  "client/behaviours": ["client/behaviours", "client/platform", "client/state", "core", "solid-js"],
  "client/voices": ["client/voices", "core/speech"],
  "client/panels": ["client/panels", "client/state", "core", "words", "solid-js", "i18next"],
  "client/offline": ["client/offline", "client/platform", "client/state", "workbox-window"],
  "client/early.ts": ["client/platform", "core"],
  "client/listening.ts": ["client", "core", "solid-js"],
  "client/notes.ts": ["client", "core", "solid-js", "approx-string-match"],
  "client/recording.ts": ["client", "core"],
  "client/search.ts": ["client", "core", "solid-js", "virtual:pinyin"],
  "client/sharing.ts": ["client", "core"],
  "client/summaries.d.ts": ["core"],
  "client/summary.ts": ["client", "core", "virtual:summaries"],
  "client/understanding.ts": ["client", "core"],
  "client/upkeep.ts": ["client", "core", "solid-js"],
  "client/main.ts": ["client", "core", "solid-js"],
  sw: [
    "sw",
    "core",
    "workbox-core",
    "workbox-precaching",
    "workbox-range-requests",
    "workbox-routing",
  ],
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
      const targets = text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
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

test("every import goes along an arrow of the house", () => {
  const wrong = imports.filter(({ from, to }) => {
    const folder = Object.keys(allowed)
      .filter((each) => isBelow(from, each))
      .sort((a, b) => b.length - a.length)[0];
    if (!folder) return true;
    const isOwn = Object.keys(allowed).some((each) => isBelow(to, each.split("/")[0] ?? ""));
    return !allowed[folder]?.some((each) => (each === "*" ? !isOwn : isBelow(to, each)));
  });
  expect(wrong).toEqual([]);
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
