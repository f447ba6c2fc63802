import * as v from "valibot";
import type { Summary } from "../../core/report/report.ts";
import type { Parsed } from "../problem.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

const words = v.pipe(v.string(), v.nonEmpty());
const claim = v.strictObject({ text: words, from: v.pipe(v.array(words), v.nonEmpty()) });

const schema = v.strictObject({
  name: words,
  description: claim,
  summary: v.pipe(v.array(claim), v.minLength(5), v.maxLength(7)),
  gists: v.record(v.string(), v.pipe(v.array(claim), v.minLength(2), v.maxLength(3))),
});

/** Reads `summary.<language>.yaml`. */
export function parseSummary(file: string, text: string): Parsed<YamlFile<Summary>> {
  return parseYaml(file, text, schema);
}
