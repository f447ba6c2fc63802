// Edits of lexicon.yaml: the parts that change are replaced at the offsets that the parsed document
// gives, so that all else stays as the editor wrote it, byte for byte. To print the document anew
// would fold lines and set spaces in its own way.

import { isDeepStrictEqual } from "node:util";
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
} from "yaml";
import { type LexiconFile, parseLexicon } from "../../../content/parse/lexicon.ts";
import type { EntryKind } from "./entries.ts";
import type { ReviewedFlags } from "./reviewed.ts";

/** A part of a text and what replaces it. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const kinds: readonly EntryKind[] = ["forms", "pauses", "readings"];

function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((edited, { from, to, text }) => edited.slice(0, from) + text + edited.slice(to), text);
}

/** Replaces the scalar at a path. Throws where there is none, as where it is an alias. */
function replaceScalar(
  document: Document,
  path: readonly (string | number)[],
  value: string | boolean,
): Edit {
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) throw new Error(`${path.join(".")} is not written out`);
  return { from: node.range[0], to: node.range[1], text: printScalar(value) };
}

/** A scalar in YAML, quoted where it has to be. */
const printScalar = (value: string | boolean) => stringify(value, { lineWidth: 0 }).trim();

/** Throws unless a text is a lexicon with a content. */
function expectContent(text: string, expected: LexiconFile): void {
  if (!isDeepStrictEqual(parseLexicon("lexicon.yaml", text).value?.value, expected)) {
    throw new Error("what it would be changed to is not a lexicon");
  }
}

/**
 * Sets `reviewed` of entries in the text of a lexicon; where a flag is undefined, the entry stays
 * as it is. Throws where an entry is not written so that it can be edited.
 */
export function setReviewed(text: string, lexicon: LexiconFile, flags: ReviewedFlags): string {
  const document = parseDocument(text);
  const edits = kinds.flatMap((kind) =>
    lexicon[kind].flatMap(({ reviewed }, at) => {
      const flag = flags[kind][at];
      if (flag === undefined || flag === reviewed) return [];
      return [replaceScalar(document, [kind, at, "reviewed"], flag)];
    }),
  );
  const edited = applyEdits(text, edits);
  const flagged = <Item extends { reviewed: boolean }>(items: readonly Item[], kind: EntryKind) =>
    items.map((item, at) => ({ ...item, reviewed: flags[kind][at] ?? item.reviewed }));
  expectContent(edited, {
    forms: flagged(lexicon.forms, "forms"),
    pauses: flagged(lexicon.pauses, "pauses"),
    readings: flagged(lexicon.readings, "readings"),
  });
  return edited;
}

/** A word and its pinyin. */
export interface LexiconReading {
  readonly written: string;
  readonly pinyin: string;
}

/** Where a reading is added: after the last, in the same notation. */
function appendReading(
  document: Document,
  text: string,
  { written, pinyin }: LexiconReading,
): Edit {
  const list = document.get("readings", true);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const pairs = [`written: ${printScalar(written)}`, `pinyin: ${printScalar(pinyin)}`];
  const flow = `{ ${[...pairs, "reviewed: false"].join(", ")} }`;
  if (!isSeq(list) || !list.range) throw new Error("readings is not a list");
  const last = list.items.at(-1);
  if (!isMap(last) || !last.range) {
    return { from: list.range[0], to: list.range[1], text: `${lineEnd}  - ${flow}` };
  }
  if (list.flow) return { from: last.range[1], to: last.range[1], text: `, ${flow}` };
  const lineStart = text.lastIndexOf("\n", last.range[0] - 1) + 1;
  const [indent = ""] = /^\s*/.exec(text.slice(lineStart)) ?? [];
  const end = text.indexOf("\n", lastOffset(last) - 1) + 1;
  const lines = last.flow ? [flow] : [pairs[0], `  ${pairs[1]}`, "  reviewed: false"];
  const entry = lines.map((line, at) => `${indent}${at === 0 ? "- " : ""}${line}`).join(lineEnd);
  if (end === 0) return { from: text.length, to: text.length, text: lineEnd + entry + lineEnd };
  return { from: end, to: end, text: entry + lineEnd };
}

/** The offset after the last character of a node's own text, without comments behind it. */
function lastOffset(node: unknown): number {
  if (isCollection(node) && !node.flow) {
    const last: unknown = node.items.at(-1);
    const value = typeof last === "object" && last && "value" in last ? last.value : last;
    return lastOffset(value);
  }
  if ((isScalar(node) || isCollection(node)) && node.range) return node.range[1];
  throw new Error("the last reading is not written out");
}

/**
 * Changes the pinyin of a word in the text of a lexicon, or adds the word after the others; either
 * way it is not reviewed. Throws where the file is not written so that it can be edited.
 */
export function setReading(text: string, lexicon: LexiconFile, reading: LexiconReading): string {
  const document = parseDocument(text);
  const at = lexicon.readings.findIndex(({ written }) => written === reading.written);
  const isNew = at === -1;
  const edits = isNew
    ? [appendReading(document, text, reading)]
    : [
        replaceScalar(document, ["readings", at, "pinyin"], reading.pinyin),
        replaceScalar(document, ["readings", at, "reviewed"], false),
      ];
  const edited = applyEdits(text, edits);
  const changed = { ...reading, reviewed: false };
  const readings = isNew
    ? [...lexicon.readings, changed]
    : lexicon.readings.map((each, index) => (index === at ? { ...each, ...changed } : each));
  expectContent(edited, { ...lexicon, readings });
  return edited;
}
