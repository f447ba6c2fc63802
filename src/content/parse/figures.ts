import * as v from "valibot";
import type { Parsed } from "../problem.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

const words = v.pipe(v.string(), v.nonEmpty("one character or more"));

const figures = v.pipe(
  v.array(
    v.pipe(
      v.strictObject({
        token: words,
        value: v.number(),
        unit: v.string(),
        kind: v.picklist(["count", "share", "threshold", "aim", "change", "ratio", "date", "name"]),
        more: v.optional(v.boolean(), false),
        base: v.optional(v.boolean()),
        "zh-CN": words,
        en: words,
        says: v.optional(words),
        group: v.optional(words),
        key: v.optional(v.boolean(), false),
      }),
      v.forward(
        v.check(
          ({ unit, kind, base }) =>
            (unit === "%" && kind !== "aim" && kind !== "change") === (base !== undefined),
          "true or false for a share that was reached, whose total the source gives or does not, and left out for all else",
        ),
        ["base"],
      ),
    ),
  ),
  v.nonEmpty("one figure or more"),
);

const notes = v.array(
  v.strictObject({
    about: v.pipe(
      v.array(v.strictObject({ in: words, token: words })),
      v.minLength(2, "two figures or more"),
    ),
    "zh-CN": words,
    en: words,
  }),
);

const schema = v.objectWithRest({ notes: v.optional(notes, []) }, figures);

/**
 * The content of `figures.yaml`, the ledger: the numbers of each sentence in text order, and notes
 * on how some of them relate.
 */
export type Ledger = v.InferOutput<typeof schema>;

/** Parses `figures.yaml`. */
export function parseFigures(file: string, text: string): Parsed<YamlFile<Ledger>> {
  return parseYaml(file, text, schema);
}
