import * as v from "valibot";
import type { Parsed } from "../problem.ts";
import { isDay } from "./calendar.ts";
import { occurrence } from "./occurrence.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

const line = v.pipe(v.number(), v.integer("a whole number"), v.minValue(1, "1 or more"));
const words = v.pipe(v.string(), v.nonEmpty("one character or more"));
const localized = v.strictObject({ "zh-CN": words, en: words });
const date = "a date, as in 2024-01-31";
const field = v.strictObject({ label: localized, value: localized });

const schema = v.strictObject({
  languages: v.array(v.picklist(["zh-CN", "en"])),
  source: v.strictObject({
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")),
    url: v.optional(v.pipe(v.string(), v.url("a web address"))),
    lines: v.strictObject({
      chrome: v.array(line),
      metadata: v.array(line),
      contact: v.array(line),
    }),
  }),
  bodies: v.strictObject({
    subject: localized,
    signer: localized,
    addressee: v.optional(localized),
    publisher: localized,
  }),
  metadata: v.array(field),
  contact: v.array(field),
  telephone: v.optional(v.pipe(v.string(), v.regex(/^\+[0-9-]+$/, "+, digits and hyphens"))),
  published: v.pipe(v.string(), v.check(isDay, date)),
  identifier: v.optional(words),
  notes: v.optional(v.array(v.strictObject({ ...occurrence, text: localized })), []),
});

/** The content of `report.yaml`: everything about a report except its text. */
export type Description = v.InferOutput<typeof schema>;

/** Parses `report.yaml`. */
export function parseDescription(file: string, text: string): Parsed<YamlFile<Description>> {
  return parseYaml(file, text, schema);
}
