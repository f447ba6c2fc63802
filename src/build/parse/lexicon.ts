import * as v from "valibot";
import type { LexiconEntry } from "../../core/report/report.ts";
import type { Parsed } from "../problem.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

const words = v.pipe(v.string(), v.nonEmpty("one character or more"));

const schema = v.array(
  v.strictObject({
    written: words,
    context: v.optional(words),
    spoken: v.strictObject({ "zh-CN": v.optional(words), en: v.optional(words) }),
    pinyin: v.optional(words),
    reviewed: v.boolean(),
  }),
);

/** Reads `lexicon.yaml`. */
export function parseLexicon(
  file: string,
  text: string,
): Parsed<YamlFile<readonly LexiconEntry[]>> {
  return parseYaml(file, text, schema);
}
