import * as v from "valibot";
import type { Summary } from "../../core/report/report.ts";
import type { Parsed } from "../problem.ts";
import { parseYaml, type YamlFile } from "./yaml.ts";

const words = v.pipe(v.string(), v.nonEmpty("one character or more"));
const claim = v.strictObject({
  text: words,
  from: v.pipe(v.array(words), v.nonEmpty("one id or more")),
});
const claims = (least: number, most: number) =>
  v.pipe(
    v.array(claim),
    v.minLength(least, `${least} to ${most} items`),
    v.maxLength(most, `${least} to ${most} items`),
  );

const schema = v.strictObject({
  name: words,
  description: claim,
  summary: claims(5, 7),
  gists: v.record(v.string(), claims(2, 3)),
});

/** Reads `summary.<language>.yaml`. */
export function parseSummary(file: string, text: string): Parsed<YamlFile<Summary>> {
  return parseYaml(file, text, schema);
}
