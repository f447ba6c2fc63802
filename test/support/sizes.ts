import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

/** A measurement and its budget. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly budget: number;
  readonly unit: string;
  /** Whether the budget is a minimum instead of a maximum. */
  readonly isLeast?: boolean;
  readonly note?: string;
}

/** The bytes of brotli at its best. */
const brotli = (data: Uint8Array | string) =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The bytes that arrive in one round trip: a TCP initial window of ten segments, less headers. */
const firstWindow = 14_000;

/** The text of a page without its markup. */
const textOf = (html: string) =>
  html.slice(html.indexOf("<main")).replace(/<script.*?<\/script>|<[^>]*>/gs, "");

/**
 * How many bytes of a page's brotli must have come before it can be shown up to a marker. Throws
 * where it is not there.
 */
function sizeUpTo(html: string, marker: string): number {
  const compressed = brotliCompressSync(html, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  const shown = (bytes: number) =>
    brotliDecompressSync(compressed.subarray(0, bytes), {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    }).includes(marker);
  let [least, most] = [0, compressed.length];
  if (!shown(most)) throw new Error(`The page has no \`${marker}\`.`);
  while (most - least > 1) {
    const half = Math.floor((least + most) / 2);
    if (shown(half)) most = half;
    else least = half;
  }
  return most;
}

/** The features whose scripts and words load when first opened. */
const parts = {
  listening: /\/start-listening-/,
  search: /\/(?:start-)?search[.-]/,
  "bookmarks, notes and sharing": /\/(?:start-)?notes[.-]/,
  understanding: /\/start-understanding-/,
  "pinyin, loaded after search": /pinyin-/,
} as const;

/** Budgets of the parts, in bytes. */
const budgets: Readonly<Record<keyof typeof parts, number>> = {
  listening: 15 * 1024,
  search: 15 * 1024,
  "bookmarks, notes and sharing": 18 * 1024,
  understanding: 15 * 1024,
  "pinyin, loaded after search": 4 * 1024,
};

/** The part of the precache that belongs to a report; the rest is the shell. */
const isOfReport = (file: string) =>
  /^(?:en\/)?(?:(?:figures|glossary)\/)?index\.html$|\.source\.json$|pinyin-|\/summary-/.test(file);

/**
 * The sizes of a build of one report against their budgets, in bytes of Brotli 11. Throws if a
 * feature has no file or the precache manifest is not found: then the names here are out of date.
 */
export function measureSizes(dist: string): Figure[] {
  const sizeOf = (file: string) => brotli(readFileSync(join(dist, file)));
  const sum = (files: readonly string[]) => files.reduce((total, file) => total + sizeOf(file), 0);
  const figures: Figure[] = [];
  const add = (what: string, value: number, budget: number) =>
    figures.push({ what, value, budget, unit: "B" });
  add("document index.html", sizeOf("index.html"), firstWindow);
  const english = readFileSync(join(dist, "en/index.html"), "utf8");
  // Longer than a report of 4,000 characters: the first screen arrives in the first window, the
  // rest later.
  add(
    "document en/index.html",
    sizeOf("en/index.html"),
    Math.floor(10 * 1024 + 1.15 * brotli(textOf(english))),
  );
  add(
    "document en/index.html up to its contents",
    sizeUpTo(english, "</nav><article"),
    firstWindow,
  );
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const early = brotli(/<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "");
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    ([, file]) => file ?? "",
  );
  add("JavaScript before anything is opened", sum(first) + early, 12 * 1024);
  let others = readdirSync(join(dist, "assets"))
    .filter((file) => /^(?!early-).*\.js$/.test(file))
    .map((file) => `assets/${file}`);
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    const files = others.filter((file) => parts[part].test(file));
    if (files.length === 0) throw new Error(`${dist}/assets holds no file of ${part}.`);
    others = others.filter((file) => !files.includes(file));
    add(`JavaScript for ${part}`, sum(files), budgets[part]);
  }
  add("JavaScript for reading, settings, contents and notices", sum(others) + early, 60 * 1024);
  const worker = readFileSync(join(dist, "sw.js"), "utf8");
  const kept = [...worker.matchAll(/url:[`"]([^`"]+)[`"]|"url":"([^"]+)"/g)].map(
    ([, a, b]) => a ?? b ?? "",
  );
  const own = kept.filter(isOfReport);
  if (own.length < 7) throw new Error("The list of what is precached was not found in sw.js.");
  add("precached: the report in both languages", sum(own), 110 * 1024);
  add("precached: the shell", sum(kept.filter((file) => !own.includes(file))), 250 * 1024);
  return figures;
}
